import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import {
  api,
  call,
  criteriaToRsql,
  formatNumber,
  many,
  notify,
  Problem,
  PwPanel,
  query,
  rsqlToCriteria,
  t,
  tenantApi,
  workspace,
  type Criteria,
  type Page,
  type RecordTypeDescriptor,
} from '@pipewright/ui';

/** A rule while it is built. What the builder cannot show is kept as it was written. */
interface Draft {
  id: string | undefined;
  recordType: string;
  text: string;
  built: Criteria | undefined;
  broken: boolean;
  count: number | undefined;
}

const pause = 300;
const nothingYet = (): Criteria => ({ match: 'all', conditions: [] });

/** Where the rules of a territory are built, with the number of records that match while one types. */
@customElement('territories-rules')
export class TerritoriesRules extends PwPanel {
  @state() private drafts: Draft[] | undefined;
  @state() private failed = false;
  @state() private refused = '';
  @state() private changedHere = false;
  private timers = new Map<Draft, ReturnType<typeof setTimeout>>();
  private shown = '';

  private get path(): string {
    return tenantApi(`territories/${this.record.id}/territory-rules`);
  }

  private get editable(): boolean {
    return this.record.parts?.['territory-rules'] === 'edit';
  }

  /** Types whose records can be in a territory. */
  private get types(): RecordTypeDescriptor[] {
    return workspace.manifest!.recordTypes.filter(({ fields }) => fields.some(({ name, references }) => name === 'territory' && references === this.recordType.name));
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const here = `${this.record.id} ${this.record.version}`;
    if (changed.has('record') && here !== this.shown && !this.changedHere) {
      this.shown = here;
      void this.read();
    }
  }

  private async read(): Promise<void> {
    try {
      const { items } = await api.get<Page>(this.path);
      this.drafts = items.map(({ id, recordType, criteria, broken }) => ({
        id,
        recordType: String(recordType),
        text: String(criteria),
        built: rsqlToCriteria(String(criteria)),
        broken: broken === true,
        count: undefined,
      }));
      this.failed = false;
      this.drafts.forEach((draft) => void this.count(draft));
    } catch {
      this.failed = true;
    }
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

  private change(draft: Draft, change: Partial<Draft>): void {
    Object.assign(draft, change);
    this.changedHere = true;
    clearTimeout(this.timers.get(draft));
    this.timers.set(
      draft,
      setTimeout(() => void this.count(draft), pause),
    );
    this.requestUpdate();
  }

  private readonly add = (): void => {
    const [first] = this.types;
    if (first) {
      this.drafts = [...this.drafts!, { id: undefined, recordType: first.name, text: '', built: nothingYet(), broken: false, count: undefined }];
      this.changedHere = true;
    }
  };

  private leaveOut(draft: Draft): void {
    this.drafts = this.drafts!.filter((each) => each !== draft);
    this.changedHere = true;
  }

  private readonly save = async (): Promise<void> => {
    try {
      const items = this.drafts!.map(({ id, recordType, text }) => ({ ...(id ? { id } : {}), recordType, criteria: text }));
      await call<Page>('PUT', this.path, { items }, { etag: `"${this.record.version}"` });
      this.changedHere = false;
      this.refused = '';
      notify(t('territories.rules.saved'));
      this.changed();
    } catch (problem) {
      this.refused = problem instanceof Problem ? (problem.errors[0]?.message ?? problem.message) : t('territories.pin.failed');
    }
  };

  private readonly forget = (): void => {
    this.changedHere = false;
    this.refused = '';
    void this.read();
  };

  protected override render(): TemplateResult {
    if (this.failed) {
      return html`<p role="alert">
        ${t('territories.rules.failed')} <button type="button" class="button small" @click=${() => void this.read()}>${t('core.retry')}</button>
      </p>`;
    }
    return html`${this.drafts?.length ? nothing : html`<p class="muted">${t('territories.rules.none')}</p>`}
      ${this.drafts?.map((draft) => this.renderDraft(draft))}
      ${this.refused ? html`<p role="alert">${this.refused}</p>` : nothing}
      ${this.editable && this.drafts
        ? html`<div class="buttons">
            <button type="button" class="button small" @click=${this.add}>${t('territories.rules.add')}</button>
            ${this.changedHere
              ? html`<button type="button" class="button primary small" @click=${this.save}>${t('core.save')}</button>
                  <button type="button" class="button small" @click=${this.forget}>${t('core.cancel')}</button>`
              : nothing}
          </div>`
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
              @change=${(event: Event) => this.change(draft, { recordType: (event.target as HTMLSelectElement).value, built: nothingYet(), text: '' })}
            >
              ${this.types.map(({ name, label }) => html`<option value=${name} ?selected=${name === draft.recordType}>${many(label)}</option>`)}
            </select>`
          : html`<b>${type ? many(type.label) : draft.recordType}</b>`}
        <span class="muted" aria-live="polite">${draft.count === undefined ? '' : t('territories.rules.count', { count: formatNumber(draft.count) })}</span>
        ${draft.broken ? html`<span class="badge bad">${t('territories.territory-rule.broken')}</span>` : nothing}
        ${this.editable
          ? html`<button type="button" class="button small" style="margin-inline-start: auto" @click=${() => this.leaveOut(draft)}>${t('territories.rules.remove')}</button>`
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
      return html`<pw-filter-panel
        .type=${type}
        .criteria=${draft.built}
        @pw-criteria=${({ detail }: CustomEvent<Criteria>) => this.change(draft, { built: detail, text: criteriaToRsql(detail) })}
      ></pw-filter-panel>`;
    }
    return html`<label
      >${t('territories.territory-rule.criteria')}
      <textarea class="input" rows="2" .value=${draft.text} @input=${(event: Event) => this.change(draft, { text: (event.target as HTMLTextAreaElement).value })}></textarea>
    </label>`;
  }
}
