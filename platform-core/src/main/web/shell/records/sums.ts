import { html, nothing, type TemplateResult } from 'lit';
import { formatMoney, t, type Money } from '@pipewright/ui';

/** A sum in the tenant's currency, and how many amounts are not in it because their currency has no rate. */
export const sumWithGap = (sum: Money | null | undefined, withoutRate: number | null | undefined): TemplateResult | typeof nothing =>
  sum ? html`${formatMoney(sum, true)}${gapOf(withoutRate)}` : nothing;

const gapOf = (count: number | null | undefined): TemplateResult | typeof nothing =>
  count ? html` <span class="badge warn" title=${t('core.without-rate', { count })}>${t('core.without-rate.short', { count })}</span>` : nothing;
