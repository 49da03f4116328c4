import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  allOf,
  api,
  criteriaToRsql,
  many,
  PwElement,
  query,
  router,
  rsqlToCriteria,
  t,
  tenantApi,
  tenantPage,
  today,
  workspace,
  type Criteria,
  type RecordTypeDescriptor,
  type ReportDescriptor,
} from '@pipewright/ui';
import { emptyState, loading, problemState } from '../parts/states.js';
import { inMenuOrder } from '../app/menu-order.js';
import { filterButton, filterChips, isComplete } from '../records/filter-panel.js';
import { pathLabel } from '../records/values.js';
import { amountOf, nameOf, recordsOf, shown, type Line, type Result } from './figures.js';
import './movement-card.js';
import { namedPeriods, type Period } from './periods.js';

/** Every report the person may read, those of the start page first. */
const reported = (): [RecordTypeDescriptor, ReportDescriptor][] =>
  inMenuOrder(workspace.manifest!.recordTypes)
    .flatMap((type) => (type.reports ?? []).map((report): [RecordTypeDescriptor, ReportDescriptor] => [type, report]))
    .sort(([, one], [, other]) => Number(other.onStart) - Number(one.onStart));

/** Figures about the records of a type, told by one of their fields, of a period. */
@customElement('pw-report-page')
export class PwReportPage extends PwElement {
  /** Path of the record type and key of the report; the first report where they are empty. */
  @property() typePath = '';
  @property() report = '';
  @state() private by = router.search.get('by') ?? '';
  @state() private period: Period = { from: router.search.get('from') ?? '', to: router.search.get('to') ?? '' };
  /** What people built of the address's criteria; of criteria the builder cannot show, nothing. */
  @state() private criteria: Criteria = rsqlToCriteria(router.search.get('filter') ?? '') ?? { match: 'all', conditions: [] };
  @state() private foreignFilter = rsqlToCriteria(router.search.get('filter') ?? '') ? '' : router.search.get('filter')!;
  /** Day as of which it is told; empty for now. */
  @state() private at = '';
  @state() private result: Result | undefined;
  @state() private problem: unknown;
  private round = 0;
  private typed = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  private get chosen(): [RecordTypeDescriptor, ReportDescriptor] | undefined {
    const all = reported();
    return all.find(([type, report]) => type.path === this.typePath && report.key === this.report) ?? all[0];
  }

  private get filter(): string {
    return allOf(this.foreignFilter, criteriaToRsql({ ...this.criteria, conditions: this.criteria.conditions.filter(isComplete) }));
  }

  private async read(): Promise<void> {
    if (!this.chosen) {
      return;
    }
    const round = ++this.round;
    const [type, report] = this.chosen;
    const asked = { by: this.by, ...this.period, filter: this.filter, at: this.at };
    router.setSearch({ by: this.by, from: this.period.from, to: this.period.to, filter: this.filter });
    try {
      const result = await api.get<Result>(`${tenantApi(type.path)}/reports/${report.key}${query(asked)}`);
      if (round === this.round) {
        this.result = result;
        this.problem = undefined;
      }
    } catch (problem) {
      this.problem = problem;
    }
  }

  protected override render(): TemplateResult {
    if (!this.chosen) {
      return emptyState({ icon: 'chart-bar', title: t('core.report.none') });
    }
    const [type, report] = this.chosen;
    return html`<div class="page report">
      <div class="page-head">
        <div class="grow">
          <h1>${t(report.label)}</h1>
          <p>${t('core.report.of', { type: many(type.label) })}</p>
        </div>
        ${filterButton(type, this.criteria, this.onCriteria)}
        ${this.result?.lines.length
          ? html`<button type="button" class="button" @click=${() => this.save(type, report)}><pw-icon name="download"></pw-icon>${t('core.report.save')}</button>`
          : nothing}
      </div>
      ${this.renderQuestion(type, report)} ${this.renderFilter(type)} ${this.renderAnswer(type, report)}
      ${report.moves ? html`<pw-movement-card .type=${type} .report=${report} .period=${this.period} .filter=${this.filter}></pw-movement-card>` : nothing}
    </div>`;
  }

  private renderQuestion(type: RecordTypeDescriptor, report: ReportDescriptor): TemplateResult {
    const periods = namedPeriods();
    const named = Object.entries(periods).find(([, { from, to }]) => from === this.period.from && to === this.period.to)?.[0] ?? '';
    const field = (label: string, control: TemplateResult): TemplateResult => html`<label class="field"><span>${label}</span>${control}</label>`;
    const date = (end: 'from' | 'to'): TemplateResult =>
      field(
        t(`core.report.${end}`),
        html`<input class="input" type="date" .value=${this.period[end]} @change=${(event: Event) => this.choosePeriod({ ...this.period, [end]: (event.target as HTMLInputElement).value })} />`,
      );
    return html`<div class="report-question">
      ${field(
        t('core.report'),
        html`<select class="input" @change=${this.onReport}>
          ${reported().map(([each, { key, label }]) => html`<option value="${each.path}/${key}" ?selected=${each === type && key === report.key}>${t(label)}</option>`)}
        </select>`,
      )}
      ${field(
        t('core.report.by'),
        html`<select class="input" @change=${this.onBy}>
          ${report.by.map((path) => html`<option value=${path} ?selected=${path === (this.result?.by ?? this.by)}>${pathLabel(type, path)}</option>`)}
        </select>`,
      )}
      ${report.period
        ? html`${field(
            pathLabel(type, report.period),
            html`<select class="input" @change=${(event: Event) => this.choosePeriod(periods[(event.target as HTMLSelectElement).value] ?? this.period)}>
              ${named ? nothing : html`<option value="" selected>${t('core.report.period.own')}</option>`}
              ${Object.keys(periods).map((name) => html`<option value=${name} ?selected=${name === named}>${t(`core.report.period.${name}`)}</option>`)}
            </select>`,
          )}
          ${date('from')} ${date('to')}`
        : nothing}
      ${field(
        t('core.report.at'),
        html`<input class="input" type="date" max=${today()} .value=${this.at} @change=${(event: Event) => this.chooseDay((event.target as HTMLInputElement).value)} />`,
      )}
    </div>`;
  }

  private renderFilter(type: RecordTypeDescriptor): TemplateResult | typeof nothing {
    if (!this.filter) {
      return nothing;
    }
    const open = (): void => this.querySelector<HTMLElement & { show(): void }>('.filter-button')?.show();
    return html`<div class="chips">
      ${this.foreignFilter ? html`<span class="chip"><button type="button" disabled>${t('core.filter.foreign')}</button></span>` : nothing}
      ${filterChips(type, this.criteria, { open, change: (criteria) => this.filterBy(criteria), ready: () => this.requestUpdate() })}
      <button type="button" class="link" @click=${() => this.clearFilter()}>${t('core.filter.clear')}</button>
    </div>`;
  }

  private clearFilter(): void {
    this.foreignFilter = '';
    this.filterBy({ match: 'all', conditions: [] });
  }

  private filterBy(criteria: Criteria): void {
    this.criteria = criteria;
    void this.read();
  }

  private readonly onCriteria = ({ detail }: CustomEvent<Criteria>): void => {
    const before = this.filter;
    this.criteria = detail;
    clearTimeout(this.typed);
    if (this.filter !== before) {
      this.typed = window.setTimeout(() => void this.read(), 350);
    }
  };

  private renderAnswer(type: RecordTypeDescriptor, report: ReportDescriptor): TemplateResult {
    if (this.problem) {
      return problemState(this.problem, () => void this.read(), true);
    }
    const { result } = this;
    if (!result) {
      return loading(6);
    }
    if (!result.lines.length) {
      return emptyState({ part: true, icon: 'chart-bar', title: t('core.report.empty'), text: t('core.report.empty.text') });
    }
    const first = result.figures[0]!;
    const most = Math.max(...result.lines.map((line) => amountOf(line.values[first.key])));
    return html`<section class="card report-answer" tabindex="0" role="region" aria-label=${t(report.label)}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">${pathLabel(type, result.by)}</th>
            ${result.figures.map((_, index) => html`<th scope="col" class="end">${t(report.figures[index]!)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${result.lines.map(
            (line) => html`<tr>
              <th scope="row">
                ${this.renderName(type, report, result, line)}
                <i class="report-bar" aria-hidden="true"><b style="width: ${most ? Math.max(1, (100 * amountOf(line.values[first.key])) / most) : 0}%"></b></i>
              </th>
              ${result.figures.map(({ key, unit }) => html`<td class="end number">${shown(unit, line.values[key])}</td>`)}
            </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">${t('core.report.total')}</th>
            ${result.figures.map(({ key, unit }) => html`<td class="end number">${shown(unit, result.total.values[key])}</td>`)}
          </tr>
        </tfoot>
      </table>
    </section>`;
  }

  /** A value as a link to its records, where a list can be filtered by it. */
  private renderName(type: RecordTypeDescriptor, report: ReportDescriptor, result: Result, line: Line): TemplateResult {
    const name = nameOf(type, result, line);
    const filter = recordsOf(type, report, result, line, this.period, this.filter);
    return filter === undefined ? html`<span>${name}</span>` : html`<a href=${tenantPage(type.path) + query({ filter })}>${name}</a>`;
  }

  private onReport(event: Event): void {
    void router.navigate(tenantPage(`reports/${(event.target as HTMLSelectElement).value}`));
  }

  private onBy(event: Event): void {
    this.by = (event.target as HTMLSelectElement).value;
    void this.read();
  }

  private chooseDay(at: string): void {
    this.at = at;
    void this.read();
  }

  private choosePeriod(period: Period): void {
    this.period = period;
    void this.read();
  }

  /** Hands the figures over as a file for a spreadsheet. */
  private save(type: RecordTypeDescriptor, report: ReportDescriptor): void {
    const result = this.result!;
    const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : /^[=+\-@]/.test(text) && isNaN(Number(text)) ? `'${text}` : text);
    const row = (name: string, line: Line): string => [name, ...result.figures.map(({ key }) => line.values[key]?.number ?? line.values[key]?.sum?.amount ?? '')].map(cell).join(',');
    const text = [
      [pathLabel(type, result.by), ...report.figures.map((label) => t(label))].map(cell).join(','),
      ...result.lines.map((line) => row(nameOf(type, result, line), line)),
      row(t('core.report.total'), result.total),
    ].join('\r\n');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([`\ufeff${text}\r\n`], { type: 'text/csv' }));
    link.download = `${report.key}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pw-report-page': PwReportPage;
  }
}
