import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, formatMoney, formatNumber, hasText, PwElement, query, t, tenantApi, today, type Money, type RecordTypeDescriptor, type ReportDescriptor } from '@pipewright/ui';
import { loading, problemState } from '../parts/states.js';
import { sumWithGap } from '../records/sums.js';
import type { Period } from './periods.js';

interface Stock {
  count: number;
  sum: Money;
  withoutRate: number;
}

interface Movement {
  start: Stock;
  lines: { key: string; count: number; sum: Money }[];
  end: Stock;
}

const day = (back: number): string => new Date(Date.parse(today()) - back * 86_400_000).toISOString().slice(0, 10);

/** How the sum of a report changed between two days, kind by kind; the lines explain the difference to the cent. */
@customElement('pw-movement-card')
export class PwMovementCard extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @property({ attribute: false }) report!: ReportDescriptor;
  /** Only records whose period lies in it, such as deals that are due in a quarter. */
  @property({ attribute: false }) period: Period = { from: '', to: '' };
  /** Only records that match. */
  @property() filter = '';
  @state() private from = day(30);
  @state() private to = day(0);
  @state() private movement: Movement | undefined;
  @state() private problem: unknown;
  private asked = '';

  protected override willUpdate(): void {
    const address = `${tenantApi(this.type.path)}/reports/${this.report.key}/movement${query({ from: this.from, to: this.to, first: this.period.from, last: this.period.to, filter: this.filter })}`;
    if (address !== this.asked && this.from && this.to) {
      this.asked = address;
      void this.read(address);
    }
  }

  private async read(address: string): Promise<void> {
    try {
      const movement = await api.get<Movement>(address);
      if (address === this.asked) {
        this.movement = movement;
        this.problem = undefined;
      }
    } catch (problem) {
      this.problem = problem;
    }
  }

  protected override render(): TemplateResult {
    const date = (label: string, value: string, change: (day: string) => void): TemplateResult =>
      html`<label class="field"><span>${t(label)}</span><input class="input" type="date" max=${day(0)} .value=${value} @change=${(event: Event) => change((event.target as HTMLInputElement).value)} /></label>`;
    return html`<section class="card movement" aria-label=${t('core.movement')}>
      <header><h2>${t('core.movement')}</h2></header>
      <div class="body report-question">
        ${date('core.movement.from', this.from, (value) => (this.from = value))} ${date('core.movement.to', this.to, (value) => (this.to = value))}
      </div>
      ${this.problem ? problemState(this.problem, () => void this.read(this.asked), true) : this.movement ? this.renderMovement(this.movement) : loading(4)}
    </section>`;
  }

  private renderMovement({ start, lines, end }: Movement): TemplateResult {
    const most = Math.max(...lines.map(({ sum }) => Math.abs(Number(sum.amount))));
    const stock = (label: string, { count, sum, withoutRate }: Stock): TemplateResult => html`<tr class="stock">
      <th scope="row">${t(label)}</th>
      <td class="end number">${formatNumber(count)}</td>
      <td class="end number">${sumWithGap(sum, withoutRate)}</td>
    </tr>`;
    return html`<table class="table">
      <tbody>
        ${stock('core.movement.start', start)}
        ${lines.map(
          ({ key, count, sum }) => html`<tr>
            <th scope="row">
              <span>${this.nameOf(key)}</span>
              <i class="report-bar" aria-hidden="true"><b class=${Number(sum.amount) < 0 ? 'less' : nothing} style="width: ${most ? Math.max(1, (100 * Math.abs(Number(sum.amount))) / most) : 0}%"></b></i>
            </th>
            <td class="end number">${formatNumber(count)}</td>
            <td class="end number">${Number(sum.amount) > 0 ? '+' : ''}${formatMoney(sum, true)}</td>
          </tr>`,
        )}
        ${stock('core.movement.end', end)}
      </tbody>
    </table>`;
  }

  private nameOf(key: string): string {
    const own = `${this.report.label}.left.${key}`;
    return t(hasText(own) ? own : `core.movement.${key}`);
  }
}
