import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, formatInstant, instantOf, one, query, t, tenantApi, tenantPage, workspace, type Reference } from '@pipewright/ui';
import { emptyState } from '../parts/states.js';
import { changeLine, type Change } from '../records/changes.js';
import '../records/field-editor.js';
import { deedInWords, fieldInWords, kindInWords, nameInWords, valueInWords } from './audit-words.js';
import { PwSection, sectionHead } from './section.js';

interface Entry {
  at: string;
  by?: Reference | null;
  operator?: string | null;
  via?: string;
  action: string;
  subject: string;
  record?: Reference | null;
  recordId?: string | null;
  title?: string;
  changes?: Change[];
}

interface Filter {
  subject: string;
  action: string;
  member: Reference | null;
  from: string;
  to: string;
}

const actions = ['create', 'edit', 'delete', 'restore', 'log-in', 'export-list'];
const everything: Filter = { subject: '', action: '', member: null, from: '', to: '' };

/** Begin of a day, or of the day after, where the person is. */
function instant(day: string, later = 0): string | undefined {
  const [year, month, date] = day.split('-').map(Number);
  return day ? instantOf(new Date(Date.UTC(year!, month! - 1, date! + later))).toISOString() : undefined;
}

/** Who changed what in the whole organisation, newest first. */
@customElement('pw-audit-log')
export class PwAuditLog extends PwSection<Entry[]> {
  @state() private next: string | undefined;
  @state() private filter = everything;

  protected async read(): Promise<Entry[]> {
    const page = await this.page();
    return page.items;
  }

  private get conditions(): Record<string, string | undefined> {
    const { subject, action, member, from, to } = this.filter;
    return { subject, action, member: member?.id, from: instant(from), to: instant(to, 1) };
  }

  private choose(change: Partial<Filter>): void {
    this.filter = change === everything ? everything : { ...this.filter, ...change };
    void this.refresh();
  }

  private async page(after?: string): Promise<{ items: Entry[]; next?: string | null }> {
    const page = await api.get<{ items: Entry[]; next?: string | null }>(tenantApi('audit') + query({ ...this.conditions, limit: 50, after }));
    this.next = page.next ?? undefined;
    return page;
  }

  protected renderContent(entries: Entry[]): TemplateResult {
    return html`${sectionHead(t('core.audit'), t('core.audit.text'), html`<a class="button" href=${tenantApi('audit/export') + query(this.conditions)} download="audit.csv"><pw-icon name="download"></pw-icon>${t('core.export')}</a>`)} ${this.renderFilter()}
      ${entries.length ? this.renderEntries(entries) : emptyState({ part: true, icon: 'history', title: t('core.audit.none'), text: t('core.audit.none.text') })}
      ${this.next ? html`<div><button type="button" class="button" @click=${this.more}>${t('core.show-more')}</button></div>` : nothing}`;
  }

  private renderFilter(): TemplateResult {
    const { subject, action, member, from, to } = this.filter;
    const types = workspace.manifest!.recordTypes.map(({ name, label }) => [name, one(label)] as const);
    const select = (key: 'subject' | 'action', label: string, value: string, options: (readonly [string, string])[]): TemplateResult =>
      html`<label class="field"
        ><span>${t(label)}</span>
        <select class="input" @change=${(event: Event) => this.choose({ [key]: (event.target as HTMLSelectElement).value })}>
          <option value="">${t('core.audit.filter.all')}</option>
          ${options.map(([name, text]) => html`<option value=${name} ?selected=${name === value}>${text}</option>`)}
        </select></label
      >`;
    const day = (key: 'from' | 'to', value: string): TemplateResult =>
      html`<label class="field"
        ><span>${t(`core.audit.filter.${key}`)}</span>
        <input class="input" type="date" .value=${value} @change=${(event: Event) => this.choose({ [key]: (event.target as HTMLInputElement).value })}
      /></label>`;
    return html`<div class="audit-filter">
      ${select('subject', 'core.audit.filter.record-type', subject, types)}
      ${select('action', 'core.audit.filter.action', action, actions.map((name) => [name, t(`core.history.${name}`)] as const))}
      <pw-field-editor
        .field=${{ name: 'member', label: 'core.audit.filter.member', kind: 'reference', references: 'core.member' }}
        .value=${member}
        @pw-value=${({ detail }: CustomEvent<Reference | null>) => this.choose({ member: detail })}
      ></pw-field-editor>
      ${day('from', from)} ${day('to', to)}
      ${this.filter === everything ? nothing : html`<button type="button" class="button quiet" @click=${() => this.choose(everything)}>${t('core.filter.clear')}</button>`}
    </div>`;
  }

  private renderEntries(entries: Entry[]): TemplateResult {
    return html`<section class="card scroll" tabindex="0" role="region" aria-label=${t('core.audit')}>
        <table class="table">
          <thead>
            <tr>
              ${['core.audit.when', 'core.audit.who', 'core.audit.what', 'core.audit.changes'].map((key) => html`<th scope="col">${t(key)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${entries.map((entry) => this.renderEntry(entry))}
          </tbody>
        </table>
      </section>`;
  }

  private readonly more = async (): Promise<void> => {
    const page = await this.page(this.next);
    this.content = [...(this.content ?? []), ...page.items];
  };

  private renderEntry(entry: Entry): TemplateResult {
    const { at, by, operator, action, subject, record, recordId, title, changes } = entry;
    const type = workspace.recordType(subject);
    const id = record?.id ?? recordId;
    const name = record?.title ?? nameInWords(subject, title ?? '');
    return html`<tr>
      <td style="white-space: nowrap">${formatInstant(at)}</td>
      <td>${by?.title ?? (operator ? t('core.audit.operator', { name: operator }) : t('core.system'))}</td>
      <td>
        ${deedInWords(subject, action)}: ${kindInWords(subject)} ${type && id && name ? html`<a href=${tenantPage(`${type.path}/${id}`)}>${name}</a>` : name}
      </td>
      <td>
        <ul class="changes">
          ${changes?.slice(0, 4).map((change) => (type ? changeLine(type, change, () => this.requestUpdate()) : this.renderFact(subject, change)))}
        </ul>
      </td>
    </tr>`;
  }

  private renderFact(subject: string, { field, old, new: now }: Change): TemplateResult {
    const label = fieldInWords(subject, field);
    const before = valueInWords(subject, field, old);
    return html`<li>
      ${label ? html`<span>${label}:</span> ` : nothing}${before ? html`<s>${before}</s> → ` : nothing}${valueInWords(subject, field, now) || html`<span>${t('core.empty-value')}</span>`}
    </li>`;
  }
}
