import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api, formatDate, formatInstant, notify, Problem, t, tenantApi } from '@pipewright/ui';
import { reportProblem } from '../parts/states.js';
import { PwSection, sectionHead } from './section.js';

interface Series {
  key: string;
  pattern: string;
  reset: string;
  next: number;
  preview: string;
  missing: number;
  gaps: Gap[];
}

/** Numbers that are missing, and why. */
interface Gap {
  period: string;
  first: number;
  last: number;
  number: string | null;
  day: string | null;
  reason: string;
  at: string | null;
}

/** Places of a pattern, as they are typed. */
const places = { year: '{year}', yy: '{yy}', month: '{month}', number: '{number}' };

/** What a gap is, in words. */
function told({ period, first, last, number, day, reason, at }: Gap): string {
  const range = [period, first === last ? `${first}` : `${first} – ${last}`].filter(Boolean).join(': ');
  return t(`core.numbers.gap.${reason}`, {
    number: number ?? range,
    range,
    day: day ? formatDate(day) : '',
    at: at ? formatInstant(at) : '',
  });
}

const resets = ['NEVER', 'YEAR', 'FISCAL_YEAR', 'MONTH'];

/** Series of numbers of documents: what they look like and how they go on. */
@customElement('pw-number-series')
export class PwNumberSeries extends PwSection<Series[]> {
  protected async read(): Promise<Series[]> {
    const { items } = await api.get<{ items: Series[] }>(tenantApi('number-series'));
    const gaps = await Promise.all(items.map(({ key }) => api.get<{ items: Gap[] }>(tenantApi(`number-series/${key}/gaps`))));
    return items.map((series, index) => ({ ...series, gaps: gaps[index]!.items }));
  }

  protected renderContent(all: Series[]): TemplateResult {
    return html`${sectionHead(t('core.numbers'), t('core.numbers.text', places))}${all.length ? all.map((series) => this.renderSeries(series)) : html`<p class="muted">${t('core.numbers.none')}</p>`}`;
  }

  private renderSeries(series: Series): TemplateResult {
    const id = series.key.replace(/\W/g, '-');
    return html`<form class="card" @submit=${(event: SubmitEvent) => void this.choose(series, event)}>
      <header>
        <h2>${t(series.key)}</h2>
        <span class="badge info">${t('core.numbers.preview', { number: series.preview })}</span>
      </header>
      <div class="body form-grid">
        <div class="field">
          <label for="${id}-pattern">${t('core.numbers.pattern')}</label>
          <input class="input" id="${id}-pattern" name="pattern" maxlength="40" required .value=${series.pattern} />
        </div>
        <div class="field">
          <label for="${id}-reset">${t('core.numbers.reset')}</label>
          <select class="input" id="${id}-reset" name="reset">
            ${resets.map((reset) => html`<option value=${reset} ?selected=${reset === series.reset}>${t(`core.numbers.reset.${reset}`)}</option>`)}
          </select>
        </div>
        <div class="field">
          <label for="${id}-next">${t('core.numbers.next')}</label>
          <input class="input" id="${id}-next" name="next" type="number" required min=${series.next} .value=${String(series.next)} />
        </div>
        ${series.gaps.length ? this.renderGaps(series.gaps) : nothing}
      </div>
      <div class="form-footer" style="border-radius: 0 0 12px 12px">
        <button class="button primary">${t('core.save')}</button>
      </div>
    </form>`;
  }

  private renderGaps(gaps: Gap[]): TemplateResult {
    return html`<details style="grid-column: 1 / -1">
      <summary>${t('core.numbers.gaps')} (${gaps.length})</summary>
      <ul>
        ${gaps.map((gap) => html`<li>${told(gap)}</li>`)}
      </ul>
    </details>`;
  }

  private async choose(series: Series, event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const next = Number(form.get('next'));
    try {
      const body = { pattern: form.get('pattern'), reset: form.get('reset'), next: next === series.next ? null : next };
      await api.put(tenantApi(`number-series/${series.key}`), body);
      notify(t('core.saved'), { kind: 'success' });
      await this.refresh();
    } catch (problem) {
      const message = problem instanceof Problem ? (problem.of('pattern') ?? problem.of('reset') ?? problem.of('next')) : undefined;
      if (message) {
        notify(message, { kind: 'error' });
      } else {
        reportProblem(problem);
      }
    }
  }
}
