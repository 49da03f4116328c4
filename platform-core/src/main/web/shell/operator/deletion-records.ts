import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api, formatInstant, formatNumber, t } from '@pipewright/ui';
import { PwSection } from '../settings/section.js';

interface DeletionRecord {
  tenant: string;
  slug: string;
  name: string;
  requestedAt: string;
  requestedBy: string;
  purgedAt: string | null;
  rows: Record<string, number> | null;
  accountsRemoved: number | null;
}

/** Organisations that are going or gone: who asked for it, and what was removed. */
@customElement('pw-deletion-records')
export class PwDeletionRecords extends PwSection<DeletionRecord[]> {
  protected async read(): Promise<DeletionRecord[]> {
    return (await api.get<{ items: DeletionRecord[] }>('/api/operator/deletions')).items;
  }

  protected renderContent(records: DeletionRecord[]): TemplateResult {
    return records.length
      ? html`<section class="card">
          <header><h2>${t('core.deletion.records')}</h2></header>
          <ul class="lines">
            ${records.map((record) => this.renderRecord(record))}
          </ul>
        </section>`
      : html`${nothing}`;
  }

  private renderRecord({ slug, name, requestedAt, requestedBy, purgedAt, rows, accountsRemoved }: DeletionRecord): TemplateResult {
    const count = Object.values(rows ?? {}).reduce((sum, each) => sum + each, 0);
    const facts = [
      t('core.deletion.demanded', { time: formatInstant(requestedAt), by: requestedBy }),
      purgedAt && t('core.deletion.purged', { time: formatInstant(purgedAt), count: formatNumber(count), accounts: accountsRemoved ?? 0 }),
    ];
    return html`<li>
      <pw-icon name="archive"></pw-icon>
      <div class="grow"><b>${name}</b> <span class="muted">${slug}</span><small>${facts.filter(Boolean).join(' · ')}</small></div>
      <span class="badge ${purgedAt ? '' : 'warn'}">${t(purgedAt ? 'core.tenant.deleted' : 'core.tenant.pending-deletion')}</span>
    </li>`;
  }
}
