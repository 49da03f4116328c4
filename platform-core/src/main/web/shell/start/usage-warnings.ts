import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, formatNumber, PwElement, t, tenantApi, tenantPage, workspace } from '@pipewright/ui';
import type { LimitState } from '../settings/usage-view.js';

/** Tells those who look after the organisation when a limit is near. */
@customElement('pw-usage-warnings')
export class PwUsageWarnings extends PwElement {
  @state() private warnings: LimitState[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    if (workspace.can('core.settings')) {
      void this.look();
    }
  }

  private async look(): Promise<void> {
    this.warnings = await api.get<{ items: LimitState[] }>(tenantApi('usage/warnings')).then(
      ({ items }) => items,
      () => [],
    );
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.warnings.length) {
      return nothing;
    }
    const bad = this.warnings.some(({ state }) => state === 'reached');
    return html`<div class="notice ${bad ? 'bad' : 'warn'}" role="status" style="margin-bottom: 16px">
      <pw-icon name="triangle-alert"></pw-icon>
      <div class="grow">
        ${this.warnings.map(
          ({ limit, used, most }) => html`<div>${t('core.usage.warning', { limit: t(`core.usage.limit.${limit}`), used: formatNumber(used ?? 0), most: formatNumber(most ?? 0) })}</div>`,
        )}
        <a href=${tenantPage('settings/usage')}>${t('core.usage.warning.more')}</a>
      </div>
    </div>`;
  }
}
