import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { api, criteriaToRsql, formatNumber, many, PwElement, query, rsqlToCriteria, t, tenantApi, workspace, type Criteria, type Page, type RecordTypeDescriptor } from '@pipewright/ui';
import { assignableTypes } from './types.js';

/** A rule while it is built. What the builder cannot show is kept as it was written. */
export interface Draft {
  id: string | undefined;
  recordType: string;
  text: string;
  built: Criteria | undefined;
  broken: boolean;
  count: number | undefined;
}

const pause = 300;
const nothingYet = (): Criteria => ({ match: 'all', conditions: [] });

/** A rule that is there. */
export const draftOf = (recordType: string, text: string, id?: string, broken = false): Draft => ({ id, recordType, text, built: rsqlToCriteria(text), broken, count: undefined });

/** Rules that are built one below the other, each with the number of records that match while one types. */
@customElement('territories-rule-list')
export class TerritoriesRuleList extends PwElement {
  @property({ attribute: false }) rules: Draft[] = [];
  @property({ type: Boolean }) editable = false;
  private timers = new Map<Draft, ReturnType<typeof setTimeout>>();
  private counted = new Set<Draft>();

  override willUpdate(): void {
    this.rules.filter((draft) => !this.counted.has(draft)).forEach((draft) => {
      this.counted.add(draft);
      void this.count(draft);
    });
  }

  private async count(draft: Draft): Promise<void> {
    const { text } = draft;
    const type = workspace.recordType(draft.recordType);
    if (!type || !text) {
      draft.count = undefined;
      this.requestUpdate();
      return;
    }
    try {
      const { total } = await api.get<Page & { total: number }>(`${tenantApi(type.path)}${query({ filter: text, count: 'true', limit: '1', fields: type.titleField })}`);
      if (draft.text === text) {
        draft.count = total;
      }
    } catch {
      draft.count = undefined;
    }
    this.requestUpdate();
  }

  private tell(rules: Draft[]): void {
    this.rules = rules;
    this.dispatchEvent(new CustomEvent<Draft[]>('territories-rules', { detail: rules }));
  }

  private change(draft: Draft, change: Partial<Draft>): void {
    Object.assign(draft, change);
    clearTimeout(this.timers.get(draft));
    this.timers.set(
      draft,
      setTimeout(() => void this.count(draft), pause),
    );
    this.requestUpdate();
    this.tell(this.rules);
  }

  private choose(draft: Draft, recordType: string): void {
    if (recordType !== draft.recordType) {
      this.change(draft, { recordType, built: nothingYet(), text: '' });
    }
  }

  private readonly add = (): void => {
    const [first] = assignableTypes();
    if (first) {
      this.tell([...this.rules, { id: undefined, recordType: first.name, text: '', built: nothingYet(), broken: false, count: undefined }]);
    }
  };

  protected override render(): TemplateResult {
    return html`${this.rules.length ? nothing : html`<p class="muted">${t('territories.rules.none')}</p>`}
      ${this.rules.map((draft) => this.renderDraft(draft))}
      ${this.editable
        ? html`<div class="buttons" style="margin-block: 10px"><button type="button" class="button small" @click=${this.add}>${t('territories.rules.add')}</button></div>`
        : nothing}`;
  }

  private renderDraft(draft: Draft): TemplateResult {
    const type = workspace.recordType(draft.recordType);
    return html`<section style="border-block-end: 1px solid var(--line, #8884); padding: 8px 0 12px">
      <div class="buttons" style="align-items: center">
        ${this.editable
          ? html`<select
              class="input"
              style="width: auto"
              aria-label=${t('territories.territory-rule.recordType')}
              @change=${(event: Event) => this.choose(draft, (event.target as HTMLSelectElement).value)}
            >
              ${assignableTypes().map(({ name, label }) => html`<option value=${name} ?selected=${name === draft.recordType}>${many(label)}</option>`)}
            </select>`
          : html`<b>${type ? many(type.label) : draft.recordType}</b>`}
        <span class="muted" aria-live="polite">${draft.count === undefined ? '' : t('territories.rules.count', { count: formatNumber(draft.count) })}</span>
        ${draft.broken ? html`<span class="badge bad">${t('territories.territory-rule.broken')}</span>` : nothing}
        ${this.editable
          ? html`<button
              type="button"
              class="button small"
              style="margin-inline-start: auto"
              @click=${() => this.tell(this.rules.filter((each) => each !== draft))}
            >
              ${t('territories.rules.remove')}
            </button>`
          : nothing}
      </div>
      ${this.renderCriteria(draft, type)}
    </section>`;
  }

  private renderCriteria(draft: Draft, type: RecordTypeDescriptor | undefined): TemplateResult {
    if (!this.editable) {
      return html`<code style="overflow-wrap: anywhere">${draft.text}</code>`;
    }
    if (type && draft.built) {
      // another type begins with a condition of its own
      return html`${keyed(
        draft.recordType,
        html`<pw-filter-panel
          style="display: block; margin-block-start: 8px"
          .type=${type}
          .criteria=${draft.built}
          @pw-criteria=${({ detail }: CustomEvent<Criteria>) => this.change(draft, { built: detail, text: criteriaToRsql(detail) })}
        ></pw-filter-panel>`,
      )}`;
    }
    return html`<label
      >${t('territories.territory-rule.criteria')}
      <textarea class="input" rows="2" .value=${draft.text} @input=${(event: Event) => this.change(draft, { text: (event.target as HTMLTextAreaElement).value })}></textarea>
    </label>`;
  }
}
