import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, PwElement, query, t, tenantApi, tenantPage, type RecordTypeDescriptor, type ReportDescriptor } from '@pipewright/ui';
import { amountOf, nameOf, recordsOf, shown, type Result } from '../reports/figures.js';

/** The first figures of a report, as bars; nothing where there is nothing to tell. */
@customElement('pw-report-card')
export class PwReportCard extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @property({ attribute: false }) report!: ReportDescriptor;
  /** Criteria of those of its records that are to be told. */
  @property() filter = '';
  /** Said beside its title, such as that it is not divided up by what was chosen. */
  @property() note = '';
  @state() private result: Result | undefined;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('filter')) {
      void this.read();
    }
  }

  private async read(): Promise<void> {
    const { filter } = this;
    const result = await api.get<Result>(`${tenantApi(this.type.path)}/reports/${this.report.key}${query({ filter })}`).catch(() => undefined);
    if (filter === this.filter) {
      this.result = result;
      this.hidden = !result?.lines.length;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { type, report, result } = this;
    const whole = `reports/${type.path}/${report.key}${query({ filter: this.filter })}`;
    if (!result?.lines.length) {
      return nothing;
    }
    const [bar, ...others] = result.figures;
    const beside = others[0];
    const most = Math.max(...result.lines.map((line) => amountOf(line.values[bar!.key])));
    return html`<section class="card">
      <header>
        <h2><a href=${tenantPage(whole)} style="text-decoration: none">${t(report.label)}</a>${this.note ? html` <small class="muted">${this.note}</small>` : nothing}</h2>
        <span class="muted number">${shown(bar!.unit, result.total.values[bar!.key])}</span>
      </header>
      <div class="body bars">
        ${result.lines.map((line) => {
          const filter = recordsOf(type, report, result, line, { from: '', to: '' }, this.filter);
          const listed = filter === undefined ? whole : type.path + query({ filter });
          return html`<a href=${tenantPage(listed)}>
            <span>${nameOf(type, result, line)}</span>
            <i><b class="accent" style="width: ${most ? Math.max(2, (amountOf(line.values[bar!.key]) / most) * 100) : 2}%"></b></i>
            <span class="number">${shown(bar!.unit, line.values[bar!.key])}</span>
            <small class="muted number">${beside ? shown(beside.unit, line.values[beside.key]) : nothing}</small>
          </a>`;
        })}
      </div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pw-report-card': PwReportCard;
  }
}
