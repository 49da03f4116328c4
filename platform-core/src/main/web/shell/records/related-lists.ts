import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, PwElement, query, t, tenantApi, type Page, type RecordData, type RecordTypeDescriptor } from '@pipewright/ui';
import { relationsOf, siblingsOf } from './related-list.js';
import { askedFields, isTree, titleOf } from './values.js';

/** Everything that refers to the record of the page, and, if somebody wants, to the records below it (S-ACC-07). */
@customElement('pw-related-lists')
export class PwRelatedLists extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @property({ attribute: false }) record!: RecordData;
  /** Whether there are records below it. */
  @state() private topped = false;
  @state() private below = false;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('record') && isTree(this.type)) {
      void this.lookBelow();
    }
  }

  private async lookBelow(): Promise<void> {
    const { type, record } = this;
    try {
      const { items } = await api.get<Page>(tenantApi(type.path) + query({ filter: `parent==${record.id}`, limit: 1, fields: askedFields(type) }));
      this.topped = items.length > 0;
    } catch {
      this.topped = false;
    }
  }

  protected override render(): TemplateResult {
    const title = titleOf(this.type, this.record);
    return html`${this.topped
      ? html`<label class="check"
          ><input type="checkbox" .checked=${this.below} @change=${(event: Event) => (this.below = (event.target as HTMLInputElement).checked)} /><span
            >${t('core.related.below')}</span
          ></label
        >`
      : nothing}
    ${[...siblingsOf(this.type, this.record), ...relationsOf(this.type)].map(
      (relation) => html`<pw-related-list .relation=${relation} .record=${this.record} .recordTitle=${title} .below=${this.below && this.topped}></pw-related-list>`,
    )}`;
  }
}
