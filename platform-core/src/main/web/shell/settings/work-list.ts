import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api, formatAgo, formatNumber, hasText, notify, t, tenantApi, workspace } from '@pipewright/ui';
import { reportProblem } from '../parts/states.js';
import { PwSection, sectionHead } from './section.js';

interface Job {
  id: string;
  kind: string;
  state: string;
  done: number;
  total: number | null;
  result: { error?: string; reason?: string; file?: string; expiresAt?: string } | null;
  by: { id: string; title: string } | null;
  createdAt: string;
}

interface Failed {
  id: number;
  kind: string;
  consumer: string;
  attempts: number;
  error: string;
  failedAt: string;
}

interface Work {
  jobs: Job[];
  failed: Failed[];
}

const tones: Record<string, string> = { DONE: 'good', FAILED: 'bad', CANCELLED: 'warn' };
const open = ['WAITING', 'RUNNING'];

/** The core words its own kinds of jobs, modules word theirs by their name. */
function kindOf(kind: string): string {
  return [`core.jobs.kind.${kind}`, kind].filter(hasText).map((key) => t(key))[0] ?? kind;
}

/** What the product does in the background for the organisation, and what it could not deliver. */
@customElement('pw-work-list')
export class PwWorkList extends PwSection<Work> {
  private timer = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected async read(): Promise<Work> {
    const [jobs, failed] = await Promise.all([api.get<{ items: Job[] }>(tenantApi('jobs')), api.get<{ items: Failed[] }>(tenantApi('outbox/failed'))]);
    clearTimeout(this.timer);
    if (jobs.items.some(({ state }) => open.includes(state))) {
      this.timer = window.setTimeout(() => void this.refresh(), 2000);
    }
    return { jobs: jobs.items, failed: failed.items };
  }

  protected renderContent({ jobs, failed }: Work): TemplateResult {
    return html`${sectionHead(t('core.jobs'), t('core.jobs.text'))}
      <section class="card">
        <header><h2>${t('core.deliveries.failed')}</h2></header>
        <ul class="lines">
          ${failed.map((delivery) => this.renderFailed(delivery))} ${failed.length ? nothing : html`<li class="muted">${t('core.deliveries.none')}</li>`}
        </ul>
      </section>
      <section class="card">
        <header><h2>${t('core.jobs')}</h2></header>
        <ul class="lines">
          ${jobs.map((job) => this.renderJob(job))} ${jobs.length ? nothing : html`<li class="muted">${t('core.jobs.none')}</li>`}
        </ul>
      </section>`;
  }

  private renderFailed({ id, kind, consumer, attempts, error, failedAt }: Failed): TemplateResult {
    return html`<li>
      <pw-icon name="circle-alert"></pw-icon>
      <div class="grow">
        <b>${hasText(`core.deliveries.kind.${kind}`) ? t(`core.deliveries.kind.${kind}`) : kind}</b> <span class="muted">${consumer}</span>
        <small>${formatAgo(failedAt)} · ${t('core.deliveries.attempts', { count: attempts })}</small>
        <small style="overflow-wrap: anywhere">${error}</small>
      </div>
      <button type="button" class="button small" @click=${() => void this.act(() => api.post(tenantApi(`outbox/failed/${id}/retry`), undefined))}>${t('core.retry')}</button>
    </li>`;
  }

  private renderJob({ id, kind, state, done, total, result, by, createdAt }: Job): TemplateResult {
    const progress = total ? t('core.jobs.progress', { done: formatNumber(done), total: formatNumber(total) }) : '';
    return html`<li>
      <div class="grow">
        <b>${kindOf(kind)}</b>
        <small>${[formatAgo(createdAt), by?.title, progress].filter(Boolean).join(' · ')}</small>
        ${result?.error ? html`<small style="overflow-wrap: anywhere">${result.error}</small>` : nothing}
      </div>
      ${result?.file && by?.id === workspace.manifest!.me.id && Date.parse(result.expiresAt!) > Date.now()
        ? html`<a class="button small" href=${tenantApi(`jobs/${id}/file`)} download>${t('core.export.download')}</a>`
        : nothing}
      <span class="badge ${tones[state] ?? ''}">${t(`core.jobs.state.${state.toLowerCase()}`)}</span>
      ${open.includes(state) ? html`<button type="button" class="button small" @click=${() => void this.act(() => api.post(tenantApi(`jobs/${id}/cancel`), undefined))}>${t('core.cancel')}</button>` : nothing}
    </li>`;
  }

  private async act(action: () => Promise<unknown>): Promise<void> {
    try {
      await action();
      notify(t('core.saved'), { kind: 'success' });
    } catch (problem) {
      reportProblem(problem);
    }
    await this.refresh();
  }
}
