import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { api, formatAgo, formatInstant, formatNumber, notify, t } from '@pipewright/ui';
import { reportProblem } from '../parts/states.js';
import { askFields } from '../records/bulk.js';
import { PwSection, sectionHead } from './section.js';

interface Takeout {
  id: string;
  state: string;
  requestedBy: string;
  createdAt: string;
  expiresAt?: string;
  size?: number;
}

interface Deletion {
  status: string;
  requestedAt: string | null;
  requestedBy: string | null;
  purgeAfter: string | null;
  graceDays: number;
  rows: Record<string, number>;
}

interface Content {
  takeouts: Takeout[];
  deletion: Deletion;
}

const megabyte = 1024 * 1024;
const tones: Record<string, string> = { READY: 'good', FAILED: 'bad' };

/** Taking all data along, and having the organisation deleted: open even while nobody may work in it. */
@customElement('pw-leaving-page')
export class PwLeavingPage extends PwSection<Content> {
  @property() slug = '';
  @property() name = '';
  /** Says nothing to those who may not see it. */
  @property({ type: Boolean }) quiet = false;
  private timer = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override render(): TemplateResult {
    return this.quiet && this.content === undefined ? html`` : super.render();
  }

  private address(rest: string): string {
    return `/api/tenants/${encodeURIComponent(this.slug)}/${rest}`;
  }

  protected async read(): Promise<Content> {
    const [takeouts, deletion] = await Promise.all([
      api.get<{ items: Takeout[] }>(this.address('exports')),
      api.get<Deletion>(this.address('deletion')),
    ]);
    clearTimeout(this.timer);
    if (takeouts.items.some(({ state }) => state === 'WAITING' || state === 'RUNNING')) {
      this.timer = window.setTimeout(() => void this.refresh(), 1500);
    }
    return { takeouts: takeouts.items, deletion };
  }

  protected renderContent({ takeouts, deletion }: Content): TemplateResult {
    const busy = takeouts.some(({ state }) => state === 'WAITING' || state === 'RUNNING');
    return html`${sectionHead(t('core.leaving'), t('core.leaving.text'))}
      <section class="card">
        <header>
          <h2>${t('core.takeout')}</h2>
          <button type="button" class="button primary small" ?disabled=${busy} @click=${this.begin}><pw-icon name="download"></pw-icon>${t('core.takeout.begin')}</button>
        </header>
        <div class="body"><p class="muted">${t('core.takeout.text')}</p></div>
        <ul class="lines">
          ${takeouts.map((takeout) => this.renderTakeout(takeout))}
        </ul>
      </section>
      ${this.renderDeletion(deletion)}`;
  }

  private renderTakeout({ id, state, requestedBy, createdAt, expiresAt, size }: Takeout): TemplateResult {
    const facts = [requestedBy, size == null ? '' : `${formatNumber(size / megabyte, 1)} MB`, state === 'READY' && expiresAt ? t('core.takeout.until', { time: formatInstant(expiresAt) }) : ''];
    return html`<li>
      <pw-icon name="archive"></pw-icon>
      <div class="grow"><b>${formatAgo(createdAt)}</b><small>${facts.filter(Boolean).join(' · ')}</small></div>
      <span class="badge ${tones[state] ?? ''}">${t(`core.takeout.state.${state.toLowerCase()}`)}</span>
      ${state === 'READY' ? html`<a class="button small" href=${this.address(`exports/${id}/archive`)} download>${t('core.takeout.download')}</a>` : nothing}
    </li>`;
  }

  private begin = async (): Promise<void> => {
    try {
      await api.post(this.address('exports'), undefined);
      notify(t('core.takeout.begun'), { kind: 'success' });
    } catch (problem) {
      reportProblem(problem);
    }
    await this.refresh();
  };

  private renderDeletion({ status, requestedBy, purgeAfter, graceDays, rows }: Deletion): TemplateResult {
    const count = Object.values(rows).reduce((sum, each) => sum + each, 0);
    const pending = status === 'PENDING_DELETION';
    return html`<section class="card">
      <header><h2>${t('core.deletion')}</h2></header>
      <div class="body">
        ${pending
          ? html`<div class="notice bad" role="status">
                <pw-icon name="triangle-alert"></pw-icon>
                <div class="grow">${t('core.deletion.pending', { by: requestedBy ?? '', time: purgeAfter ? formatInstant(purgeAfter) : '' })}</div>
              </div>
              <p style="margin-top: 14px"><button type="button" class="button primary" @click=${this.takeBack}>${t('core.deletion.take-back')}</button></p>`
          : html`<p class="muted">${t('core.deletion.text', { days: graceDays, count: formatNumber(count) })}</p>
              <p style="margin-top: 14px"><button type="button" class="button danger" @click=${this.demand}>${t('core.deletion.demand')}</button></p>`}
      </div>
    </section>`;
  }

  private demand = async (): Promise<void> => {
    const slug = { name: 'slug', label: 'core.deletion.slug', kind: 'text' as const, required: true };
    const done = await askFields(t('core.deletion.heading', { name: this.name }), [slug], t('core.deletion.demand'), (values) => api.post(this.address('deletion'), values), {
      intro: html`<p style="margin-bottom: 12px">${t('core.deletion.type', { slug: this.slug })}</p>`,
    });
    if (done) {
      location.assign(`/t/${encodeURIComponent(this.slug)}/settings/deletion`);
    }
  };

  private takeBack = async (): Promise<void> => {
    try {
      await api.delete(this.address('deletion'));
      location.assign(`/t/${encodeURIComponent(this.slug)}/`);
    } catch (problem) {
      reportProblem(problem);
    }
  };
}

