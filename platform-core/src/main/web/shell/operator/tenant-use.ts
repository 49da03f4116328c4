import { html } from 'lit';
import { api, notify, t } from '@pipewright/ui';
import { ask } from '../parts/dialog.js';
import { reportProblem } from '../parts/states.js';
import { askFields } from '../records/bulk.js';
import { limitLine, monthsOfUse, type LimitState, type Use } from '../settings/usage-view.js';

interface Named {
  id: string;
  name: string;
}

/** What an organisation uses, and its limits to change. */
export async function showUse(tenant: Named): Promise<void> {
  try {
    const use = await api.get<Use>(`/api/operator/tenants/${tenant.id}/usage`);
    const chosen = await ask<LimitState>({
      heading: `${t('core.operator.usage')}: ${tenant.name}`,
      width: '760px',
      content: (close) => html`<ul class="lines">
          ${use.limits.map((limit) => limitLine(limit, html`<button type="button" class="button small" @click=${() => close(limit)}>${t('core.operator.limit.change')}</button>`))}
        </ul>
        <h3 style="margin: 18px 0 6px">${t('core.usage.months')}</h3>
        ${monthsOfUse(use.months)}`,
      footer: (close) => html`<a class="button" href=${`/api/operator/tenants/${tenant.id}/usage/months`} download="usage.csv">${t('core.usage.file')}</a>
        <button type="button" class="button primary" @click=${() => close()}>${t('core.close')}</button>`,
    });
    if (chosen) {
      await changeLimit(tenant, chosen);
    }
  } catch (problem) {
    reportProblem(problem);
  }
}

async function changeLimit(tenant: Named, { limit, most, own }: LimitState): Promise<void> {
  const field = { name: 'most', label: 'core.operator.limit.most', kind: 'integer' as const };
  const done = await askFields(
    `${t('core.operator.limit.named', { name: tenant.name })}: ${t(`core.usage.limit.${limit}`)}`,
    [field],
    t('core.save'),
    ({ most: wanted = null }) => api.put(`/api/operator/tenants/${tenant.id}/limits/${limit}`, { most: wanted === '' ? null : wanted }),
    { values: own ? { most } : {} },
  );
  if (done) {
    notify(t('core.saved'), { kind: 'success' });
    await showUse(tenant);
  }
}
