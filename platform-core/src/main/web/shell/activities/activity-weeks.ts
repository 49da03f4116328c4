import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, PwElement, t } from '@pipewright/ui';
import { loading, reportProblem } from '../parts/states.js';
import { formatWeek, shown, type Result } from '../reports/figures.js';
import { activityType } from './model.js';

/** What was planned about a record and what came of it, week by week; read when somebody wants to know. */
@customElement('pw-activity-weeks')
export class PwActivityWeeks extends PwElement {
  /** Address of the record. */
  @property() address = '';
  @property({ type: Number }) version = 0;
  @state() private result: Result | undefined;
  @state() private open = false;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (this.open && (changed.has('address') || changed.has('version'))) {
      void this.read();
    }
  }

  private async read(): Promise<void> {
    try {
      this.result = await api.get<Result>(`${this.address}/activities/weeks`);
    } catch (problem) {
      reportProblem(problem);
    }
  }

  private onToggle(event: Event): void {
    this.open = (event.target as HTMLDetailsElement).open;
    if (this.open) {
      void this.read();
    }
  }

  protected override render(): TemplateResult {
    return html`<details class="activity-weeks" @toggle=${this.onToggle}>
      <summary>${t('core.activity.weeks')}</summary>
      ${this.open ? this.renderAnswer() : nothing}
    </details>`;
  }

  private renderAnswer(): TemplateResult {
    if (!this.result) {
      return loading(2);
    }
    return this.result.lines.length ? this.renderTable(this.result) : html`<p class="muted">${t('core.report.empty')}</p>`;
  }

  private renderTable({ figures, lines }: Result): TemplateResult {
    const labels = activityType()?.reports?.find(({ key }) => key === 'weeks')?.figures ?? [];
    return html`<table class="table">
      <thead>
        <tr>
          <th scope="col">${t('core.activity.week')}</th>
          ${labels.map((label) => html`<th scope="col" class="end">${t(label)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${[...lines].reverse().map(
          (line) => html`<tr>
            <th scope="row">${line.key ? formatWeek(line.key) : nothing}</th>
            ${figures.map(({ key, unit }) => html`<td class="end number">${shown(unit, line.values[key])}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pw-activity-weeks': PwActivityWeeks;
  }
}
