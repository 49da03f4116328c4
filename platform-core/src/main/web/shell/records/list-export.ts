import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, formatNumber, Problem, PwElement, t, tenantApi } from '@pipewright/ui';
import { ask } from '../parts/dialog.js';
import { problemText, reportProblem } from '../parts/states.js';

/** Longer lists are written in the background. */
export const mostAtOnce = 2000;

interface Job {
  state: string;
  done: number;
  total: number | null;
}

/** The connection or the server fails, perhaps not for long; what is refused stays so. */
const mayPass = (problem: unknown): boolean => problem instanceof Problem && (problem.status === 0 || problem.status >= 500);

/** A list that is being written into a file: how far it is, a way to stop it, then the file. */
@customElement('pw-list-export')
export class PwListExport extends PwElement {
  @property() job = '';
  @state() private known: Job = { state: 'WAITING', done: 0, total: null };
  @state() private problem: unknown;
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private get address(): string {
    return tenantApi(`jobs/${this.job}`);
  }

  private async follow(): Promise<void> {
    try {
      this.known = await api.get<Job>(this.address);
      this.problem = undefined;
      if (['WAITING', 'RUNNING'].includes(this.known.state)) {
        this.followIn(1000);
      }
    } catch (problem) {
      this.problem = problem;
      if (mayPass(problem)) {
        this.followIn(5000);
      }
    }
  }

  private followIn(milliseconds: number): void {
    if (this.isConnected) {
      this.timer = window.setTimeout(() => void this.follow(), milliseconds);
    }
  }

  private async cancel(): Promise<void> {
    try {
      await api.post(`${this.address}/cancel`, undefined);
    } catch (problem) {
      reportProblem(problem);
    }
  }

  protected override render(): TemplateResult {
    return html`<div style="display: grid; gap: 14px">
      ${this.renderJob()}${this.problem ? html`<p role="alert">${problemText(this.problem)}</p>` : nothing}
    </div>`;
  }

  private renderJob(): TemplateResult {
    switch (this.known.state) {
      case 'DONE':
        return html`<p role="status">${t('core.export.ready')}</p>
          <div class="buttons"><a class="button primary" href=${`${this.address}/file`} download><pw-icon name="download"></pw-icon>${t('core.export.download')}</a></div>`;
      case 'FAILED':
      case 'CANCELLED':
        return html`<p role="status">${t(`core.export.${this.known.state.toLowerCase()}`)}</p>`;
      default:
        return this.renderProgress();
    }
  }

  private renderProgress(): TemplateResult {
    const { done, total } = this.known;
    const share = total ? Math.min(100, Math.round((done / total) * 100)) : 0;
    return html`<div class="progress" role="progressbar" aria-valuemin="0" aria-valuemax="100" aria-valuenow=${share} aria-label=${t('core.import.progress')}>
        <i style="width: ${share}%"></i>
      </div>
      <p class="muted number">${t('core.export.progress', { done: formatNumber(done), total: formatNumber(total ?? 0) })}</p>
      <p class="muted">${t('core.export.leave')}</p>
      <div class="buttons"><button type="button" class="button" @click=${() => void this.cancel()}>${t('core.cancel')}</button></div>`;
  }
}

/** Has a long list written, and shows how that goes. */
export async function exportInBackground(total: number, wanted: Record<string, unknown>): Promise<void> {
  const { job } = await api.post<{ job: string }>(tenantApi('list-exports'), wanted);
  await ask({ heading: t('core.export.heading', { count: total }), content: () => html`<pw-list-export .job=${job}></pw-list-export>` });
}
