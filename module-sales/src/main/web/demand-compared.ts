import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, formatMoney, formatNumber, formatPercent, PwPanel, t, tenantApi, type Money, type Page, type RecordData } from '@pipewright/ui';

type Amount = Money | null | undefined;

/** What was asked for, what of it is offered and what is sold, line by line and in total. */
@customElement('sales-demand-compared')
export class SalesDemandCompared extends PwPanel {
  @state() private lines: RecordData[] | undefined;
  @state() private failed = false;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('record')) {
      void this.read();
    }
  }

  private readonly read = async (): Promise<void> => {
    try {
      this.lines = (await api.get<Page>(tenantApi(`opportunities/${this.record.id}/demand-lines`))).items;
      this.failed = false;
    } catch {
      this.failed = true;
    }
  };

  protected override render() {
    if (this.failed) {
      return html`<p role="alert">${t('sales.demand-compared.failed')} <button type="button" class="button small" @click=${this.read}>${t('core.retry')}</button></p>`;
    }
    return this.lines ? this.renderLines(this.lines) : nothing;
  }

  /** Whether quotes and orders are there to compare with: the fields go with their features. */
  private has(field: string): boolean {
    return this.lines![0]!.hasOwnProperty(field);
  }

  private renderLines(lines: RecordData[]): TemplateResult {
    if (!lines.length) {
      return html`<p class="muted">${t('sales.demand-compared.none')}</p>`;
    }
    const offers = this.has('offeredQuantity');
    const sales = this.has('orderedQuantity');
    const open = offers ? lines.filter(({ offeredQuantity }) => offeredQuantity === null).length : 0;
    return html`${open ? html`<p class="muted">${t('sales.demand-compared.not-offered.count', { count: open })}</p>` : nothing}
      <div style="overflow-x: auto" tabindex="0" role="region" aria-label=${t('sales.demand-compared')}>
        <table class="table tight">
          <thead>
            <tr>
              <th scope="col">${t('sales.demand-compared.line')}</th>
              ${this.head('sales.demand-compared.asked')} ${offers ? this.head('sales.demand-compared.offered') : nothing} ${sales ? this.head('sales.demand-compared.sold') : nothing}
              ${this.head('sales.demand-compared.met')}
            </tr>
          </thead>
          <tbody>
            ${lines.map(
              (line) => html`<tr>
                <th scope="row" style="font-weight: normal; white-space: normal; min-width: 140px; overflow-wrap: anywhere">${line.description}</th>
                ${this.cell(line.quantity, line.amount as Amount)}
                ${offers ? (line.offeredQuantity === null ? this.absent() : this.cell(line.offeredQuantity, line.offeredAmount as Amount)) : nothing}
                ${sales ? this.cell(line.orderedQuantity, line.orderedAmount as Amount) : nothing}
                <td class="end">${formatPercent(line.fulfilment as number)}</td>
              </tr>`,
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">${t('sales.demand-compared.total')}</th>
              ${this.total('demandTotal')} ${offers ? this.total('demandOffered') : nothing} ${sales ? this.total('demandSold') : nothing}
              <td class="end"><b>${typeof this.record.demandFulfilment === 'number' ? formatPercent(this.record.demandFulfilment) : nothing}</b></td>
            </tr>
          </tfoot>
        </table>
      </div>`;
  }

  private head(key: string): TemplateResult {
    return html`<th scope="col" class="end">${t(key)}</th>`;
  }

  private absent(): TemplateResult {
    return html`<td class="end"><span class="badge warn">${t('sales.demand-compared.not-offered')}</span></td>`;
  }

  private cell(quantity: unknown, amount: Amount): TemplateResult {
    const texts = [quantity === null || quantity === undefined ? '' : formatNumber(Number(quantity)), amount ? formatMoney(amount) : ''].filter(Boolean);
    return html`<td class="end">${texts.map((text) => html`<div style="white-space: nowrap">${text}</div>`)}</td>`;
  }

  private total(field: string): TemplateResult {
    const amount = this.record[field] as Amount;
    return html`<td class="end" style="white-space: nowrap"><b>${amount ? formatMoney(amount) : nothing}</b></td>`;
  }
}
