import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, formatInstant, formatValue, hasText, one, query, t, tenantApi, tenantPage, workspace, type Reference } from '@pipewright/ui';
import { fieldOf } from '../records/values.js';
import { PwSection, sectionHead } from './section.js';

interface Entry {
  at: string;
  by?: Reference | null;
  via?: string;
  action: string;
  subject: string;
  record?: Reference | null;
  recordId?: string | null;
  title?: string;
  changes?: { field: string; old: unknown; new: unknown }[];
}

/** Who changed what in the whole organisation, newest first. */
@customElement('pw-audit-log')
export class PwAuditLog extends PwSection<Entry[]> {
  @state() private next: string | undefined;

  protected async read(): Promise<Entry[]> {
    const page = await this.page();
    return page.items;
  }

  private async page(after?: string): Promise<{ items: Entry[]; next?: string | null }> {
    const page = await api.get<{ items: Entry[]; next?: string | null }>(tenantApi('audit') + query({ limit: 50, after }));
    this.next = page.next ?? undefined;
    return page;
  }

  protected renderContent(entries: Entry[]): TemplateResult {
    return html`${sectionHead(t('core.audit'), t('core.audit.text'))}
      <section class="card scroll">
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
      </section>
      ${this.next ? html`<button type="button" class="button" @click=${this.more}>${t('core.show-more')}</button>` : nothing}`;
  }

  private readonly more = async (): Promise<void> => {
    const page = await this.page(this.next);
    this.content = [...(this.content ?? []), ...page.items];
  };

  private renderEntry(entry: Entry): TemplateResult {
    const { at, by, action, subject, record, recordId, title, changes } = entry;
    const type = workspace.recordType(subject);
    const id = record?.id ?? recordId;
    const name = record?.title ?? title ?? '';
    const what = hasText(`core.history.${action}`) ? t(`core.history.${action}`) : hasText(`${subject}.verb.${action}`) ? t(`${subject}.verb.${action}`) : action;
    return html`<tr>
      <td style="white-space: nowrap">${formatInstant(at)}</td>
      <td>${by?.title ?? t('core.system')}</td>
      <td>
        ${what}: ${type ? one(type.label) : subject.split(':')[0]}
        ${type && id ? html`<a href=${tenantPage(`${type.path}/${id}`)}>${name}</a>` : name}
      </td>
      <td>
        ${changes?.slice(0, 4).map(({ field, old, new: now }) => {
          const known = type && fieldOf(type, field);
          const text = (value: unknown): string => (known ? formatValue(known, value) : value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value));
          return html`<div class="muted">${known ? t(known.label) : field}: ${text(old)} → ${text(now)}</div>`;
        })}
      </td>
    </tr>`;
  }
}
