import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api, formatNumber, language, notify, Problem, t, tenantApi, tenantPage, workspace } from '@pipewright/ui';
import { reportProblem } from '../parts/states.js';
import { currencies } from '../records/catalogues.js';
import { PwSection, sectionHead } from './section.js';

interface Listed {
  code: string;
  active: boolean;
  preferred: boolean;
  base: boolean;
  rate?: number | null;
}

const nameOf = (code: string): string => currencies(language()).find(({ value }) => value === code)?.label ?? code;

/** The currencies the organisation works in, with the rate of the day. */
@customElement('pw-currency-list')
export class PwCurrencyList extends PwSection<Listed[]> {
  protected async read(): Promise<Listed[]> {
    const { items } = await api.get<{ items: Listed[] }>(tenantApi('currencies'));
    return items;
  }

  private get base(): string {
    return workspace.manifest!.tenant.currency;
  }

  protected renderContent(listed: Listed[]): TemplateResult {
    const others = currencies(language()).filter(({ value }) => !listed.some(({ code }) => code === value));
    return html`${sectionHead(t('core.currencies'), t('core.currencies.text', { currency: this.base }), html`<a class="button" href=${tenantPage('exchange-rates')}>${t('core.currencies.rates')}</a>`)}
      <section class="card">
        <ul class="lines">
          ${listed.map((currency) => this.renderCurrency(currency))}
        </ul>
        <div class="form-footer" style="border-radius: 0 0 12px 12px">
          <select class="input" style="width: min(320px, 100%)" aria-label=${t('core.currencies.add')} @change=${(event: Event) => void this.add(event.target as HTMLSelectElement)}>
            <option value="">${t('core.currencies.add')}</option>
            ${others.map(({ value, label }) => html`<option value=${value}>${label}</option>`)}
          </select>
        </div>
      </section>`;
  }

  private renderCurrency(currency: Listed): TemplateResult {
    const { code, active, preferred, base, rate } = currency;
    const worth = base
      ? t('core.currencies.base')
      : rate == null
        ? t('core.currencies.no-rate')
        : t('core.currencies.rate', { currency: code, rate: formatNumber(rate, 9), base: this.base });
    return html`<li>
      <div class="grow"><b>${nameOf(code)}</b><small>${worth}</small></div>
      ${preferred ? html`<span class="badge info">${t('core.currencies.preferred')}</span>` : nothing}
      ${active && !preferred
        ? html`<button type="button" class="button quiet small" @click=${() => void this.choose(code, true, true)}>${t('core.currencies.prefer')}</button>`
        : nothing}
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          aria-label=${t('core.currencies.of', { currency: code })}
          .checked=${active}
          ?disabled=${base || preferred}
          @change=${(event: Event) => void this.choose(code, (event.target as HTMLInputElement).checked, false)}
        /><span></span>
      </label>
    </li>`;
  }

  private async add(select: HTMLSelectElement): Promise<void> {
    if (select.value) {
      await this.choose(select.value, true, false);
      select.value = '';
    }
  }

  private async choose(code: string, active: boolean, preferred: boolean): Promise<void> {
    try {
      await api.put(tenantApi(`currencies/${code}`), { active, preferred });
      notify(t('core.saved'), { kind: 'success' });
      await workspace.reload(workspace.slug);
    } catch (problem) {
      const message = problem instanceof Problem ? (problem.of('active') ?? problem.of('preferred')) : undefined;
      if (message) {
        notify(message, { kind: 'error' });
      } else {
        reportProblem(problem);
      }
    }
    await this.refresh();
  }
}
