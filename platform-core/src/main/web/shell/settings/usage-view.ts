import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api, formatNumber, t, tenantApi } from '@pipewright/ui';
import { PwSection, sectionHead } from './section.js';

export interface LimitState {
  limit: string;
  most?: number;
  own: boolean;
  used?: number;
  state: 'ok' | 'near' | 'reached';
}

export interface MonthOfUse {
  month: string;
  activeUsers: number;
  records: number;
  storageBytes: number;
  apiCalls: number;
  mails: number;
  jobs: number;
}

export interface Use {
  limits: LimitState[];
  months: MonthOfUse[];
}

const megabyte = 1024 * 1024;
const figures: [string, (month: MonthOfUse) => string][] = [
  ['core.usage.active-users', ({ activeUsers }) => formatNumber(activeUsers)],
  ['core.usage.records', ({ records }) => formatNumber(records)],
  ['core.usage.storage', ({ storageBytes }) => `${formatNumber(storageBytes / megabyte, 1)} MB`],
  ['core.usage.api-calls', ({ apiCalls }) => formatNumber(apiCalls)],
  ['core.usage.mails', ({ mails }) => formatNumber(mails)],
  ['core.usage.jobs', ({ jobs }) => formatNumber(jobs)],
];

const tones = { ok: 'good', near: 'warn', reached: 'bad' };

/** A limit: what is used of it, in words and as a bar. */
export function limitLine({ limit, most, used, state }: LimitState, actions: unknown = nothing): TemplateResult {
  const words = [used == null ? '' : formatNumber(used), most == null ? t('core.usage.no-limit') : t('core.usage.of', { most: formatNumber(most) })];
  return html`<li>
    <div class="grow">
      <b>${t(`core.usage.limit.${limit}`)}</b>
      <small>${words.filter(Boolean).join(most == null ? ' · ' : ' ')}</small>
      ${most != null && used != null
        ? html`<div class="progress" role="meter" aria-label=${t(`core.usage.limit.${limit}`)} aria-valuemin="0" aria-valuemax=${most} aria-valuenow=${used}>
            <i style="width: ${Math.min(100, most ? (100 * used) / most : 100)}%"></i>
          </div>`
        : nothing}
    </div>
    ${state === 'ok' ? nothing : html`<span class="badge ${tones[state]}">${t(`core.usage.state.${state}`)}</span>`} ${actions}
  </li>`;
}

/** Months of use side by side. */
export const monthsOfUse = (months: MonthOfUse[]): TemplateResult =>
  html`<div style="overflow-x: auto">
    <table class="table">
      <thead>
        <tr>
          <th>${t('core.usage.month')}</th>
          ${figures.map(([label]) => html`<th class="end">${t(label)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${months.map(
          (month) => html`<tr>
            <td style="white-space: nowrap">${month.month}</td>
            ${figures.map(([, text]) => html`<td class="end number">${text(month)}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

/** What the organisation uses, and how much it may. */
@customElement('pw-usage-view')
export class PwUsageView extends PwSection<Use> {
  protected read(): Promise<Use> {
    return api.get<Use>(tenantApi('usage'));
  }

  protected renderContent({ limits, months }: Use): TemplateResult {
    return html`${sectionHead(
        t('core.usage'),
        t('core.usage.text'),
        html`<a class="button" href=${tenantApi('usage/months')} download="usage.csv"><pw-icon name="download"></pw-icon>${t('core.usage.file')}</a>`,
      )}
      <section class="card">
        <header><h2>${t('core.usage.limits')}</h2></header>
        <ul class="lines">
          ${limits.map((limit) => limitLine(limit))}
        </ul>
      </section>
      <section class="card">
        <header><h2>${t('core.usage.months')}</h2></header>
        <div class="body">${monthsOfUse(months)}</div>
      </section>`;
  }
}
