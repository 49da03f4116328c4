import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { criteriaToRsql, PwElement, rsqlToCriteria, type Criteria, type RecordTypeDescriptor } from '@pipewright/ui';
import { isComplete } from '../records/filter-panel.js';

/** Criteria as people build them, or as they are written where the builder cannot show them; sends `pw-text` with RSQL. */
@customElement('pw-criteria-editor')
export class PwCriteriaEditor extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @property() text = '';
  @property() label = '';
  @state() private built: Criteria | undefined;
  private told: string | undefined;

  protected override willUpdate(): void {
    if (this.text !== this.told) {
      this.told = this.text;
      this.built = rsqlToCriteria(this.text);
    }
  }

  protected override render(): TemplateResult {
    return this.built
      ? html`<pw-filter-panel .type=${this.type} .criteria=${this.built} @pw-criteria=${({ detail }: CustomEvent<Criteria>) => this.build(detail)}></pw-filter-panel>`
      : html`<textarea class="input" rows="2" aria-label=${this.label} .value=${this.text} @input=${(event: Event) => this.tell((event.target as HTMLTextAreaElement).value)}></textarea>`;
  }

  /** What is not said to the end does not count yet. */
  private build(criteria: Criteria): void {
    this.built = criteria;
    this.tell(criteriaToRsql({ ...criteria, conditions: criteria.conditions.filter(isComplete) }));
  }

  private tell(text: string): void {
    this.told = text;
    this.text = text;
    this.dispatchEvent(new CustomEvent('pw-text', { detail: text }));
  }
}
