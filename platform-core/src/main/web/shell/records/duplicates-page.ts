import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, formatAgo, many, notify, PwElement, query, t, tenantApi, tenantPage, workspace, type RecordTypeDescriptor } from '@pipewright/ui';
import { emptyState, loading, problemState, reportProblem } from '../parts/states.js';
import { reasonTexts } from './likenesses.js';
import { mergeRecords } from './merge.js';

interface Named {
  id: string;
  title: string;
}

interface Pair {
  first: Named;
  second: Named;
  score: number;
  reasons: string[];
  foundAt: string;
}

const keyOf = ({ first, second }: Pair): string => `${first.id} ${second.id}`;

/** Pairs of records of a type that may be the same, to be merged or dismissed one by one or together. */
@customElement('pw-duplicates-page')
export class PwDuplicatesPage extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @state() private pairs: Pair[] | undefined;
  @state() private next: string | undefined;
  @state() private problem: unknown;
  @state() private selected = new Set<string>();
  @state() private scanning = false;
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private get address(): string {
    return tenantApi(`duplicates/${this.type.name}`);
  }

  private async read(after?: string): Promise<void> {
    try {
      const page = await api.get<{ items: Pair[]; next?: string | null }>(`${this.address}${query({ after, limit: 50 })}`);
      this.pairs = after ? [...(this.pairs ?? []), ...page.items] : page.items;
      this.next = page.next ?? undefined;
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  protected override render(): TemplateResult {
    const name = many(this.type.label);
    return html`<div class="page">
      <div class="page-head">
        <div class="grow">
          <nav class="crumbs" aria-label=${t('core.position')}>
            <a href=${tenantPage(this.type.path)}>${name}</a><pw-icon name="chevron-right" style="width: 14px; height: 14px"></pw-icon>
          </nav>
          <h1>${t('core.duplicates.of', { type: name })}</h1>
          <p>${t('core.duplicates.text')}</p>
        </div>
        ${workspace.can('core.duplicates')
          ? html`<div class="buttons">
              <button type="button" class="button" ?disabled=${this.scanning} @click=${() => void this.scan()}><pw-icon name="search"></pw-icon>${t('core.duplicates.scan')}</button>
            </div>`
          : nothing}
      </div>
      ${this.renderBody()}
    </div>`;
  }

  private renderBody(): TemplateResult {
    if (this.problem) {
      return problemState(this.problem, () => void this.read(), true);
    }
    if (!this.pairs) {
      return loading(6);
    }
    if (!this.pairs.length) {
      return emptyState({ part: true, icon: 'copy', title: t('core.duplicates.none'), text: t('core.duplicates.none.text') });
    }
    return html`${this.renderTogether(this.pairs)}
      <section class="card">
        <ul class="lines">
          ${this.pairs.map((pair) => this.renderPair(pair))}
        </ul>
      </section>
      ${this.next ? html`<div><button type="button" class="button" @click=${() => void this.read(this.next)}>${t('core.show-more')}</button></div>` : nothing}`;
  }

  private renderTogether(pairs: Pair[]): TemplateResult | typeof nothing {
    if (!this.type.actions.edit) {
      return nothing;
    }
    const { size } = this.selected;
    return html`<div class="buttons" style="align-items: center; gap: 14px">
      <label class="check">
        <input
          type="checkbox"
          .checked=${size === pairs.length}
          .indeterminate=${size > 0 && size < pairs.length}
          @change=${() => (this.selected = new Set(size === pairs.length ? [] : pairs.map(keyOf)))}
        /><span>${size ? t('core.selected', { count: size }) : t('core.select-all')}</span>
      </label>
      ${size
        ? html`<button type="button" class="button small" @click=${() => void this.dismiss(pairs.filter((pair) => this.selected.has(keyOf(pair))))}>
            <pw-icon name="x"></pw-icon>${t('core.duplicates.dismiss')}
          </button>`
        : nothing}
    </div>`;
  }

  private renderPair(pair: Pair): TemplateResult {
    const names = { first: pair.first.title || t('core.untitled'), second: pair.second.title || t('core.untitled') };
    return html`<li class="duplicate-pair">
      ${this.type.actions.edit ? html`<input type="checkbox" aria-label=${t('core.duplicates.select-named', names)} .checked=${this.selected.has(keyOf(pair))} @change=${() => this.toggle(keyOf(pair))} />` : nothing}
      <div class="grow">
        <b><a href=${tenantPage(`${this.type.path}/${pair.first.id}`)}>${names.first}</a></b>
        <b><a href=${tenantPage(`${this.type.path}/${pair.second.id}`)}>${names.second}</a></b>
        <small style="white-space: normal">${[reasonTexts(pair.reasons), t('core.duplicates.score', { score: pair.score }), formatAgo(pair.foundAt)].join(' · ')}</small>
      </div>
      <div class="buttons">
        ${this.type.actions.edit
          ? html`<button type="button" class="button small" aria-label=${t('core.duplicates.dismiss-named', names)} @click=${() => void this.dismiss([pair])}>${t('core.duplicates.dismiss')}</button>`
          : nothing}
        ${this.type.actions.merge
          ? html`<button type="button" class="button small" aria-label=${t('core.duplicates.merge-named', names)} @click=${() => void this.merge(pair)}><pw-icon name="merge"></pw-icon>${t('core.merge')}</button>`
          : nothing}
      </div>
    </li>`;
  }

  private toggle(key: string): void {
    const selected = new Set(this.selected);
    if (!selected.delete(key)) {
      selected.add(key);
    }
    this.selected = selected;
  }

  private async merge({ first, second }: Pair): Promise<void> {
    try {
      if (await mergeRecords(this.type, [first.id, second.id], true)) {
        await this.read();
      }
    } catch (problem) {
      reportProblem(problem);
    }
  }

  private async dismiss(pairs: Pair[]): Promise<void> {
    try {
      for (let start = 0; start < pairs.length; start += 100) {
        await api.post(`${this.address}/dismiss`, { pairs: pairs.slice(start, start + 100).map(({ first, second }) => ({ first: first.id, second: second.id })) });
      }
      notify(t('core.duplicates.dismissed', { count: pairs.length }), { kind: 'success' });
    } catch (problem) {
      reportProblem(problem);
    }
    this.selected = new Set();
    await this.read();
  }

  private async scan(): Promise<void> {
    this.scanning = true;
    try {
      const { job } = await api.post<{ job: string }>(`${this.address}/scan`);
      notify(t('core.duplicates.scanning'));
      await this.follow(job);
    } catch (problem) {
      this.scanning = false;
      reportProblem(problem);
    }
  }

  private async follow(job: string): Promise<void> {
    const { state } = await api.get<{ state: string }>(tenantApi(`jobs/${job}`));
    await this.read();
    this.scanning = ['WAITING', 'RUNNING'].includes(state);
    if (this.scanning && this.isConnected) {
      this.timer = window.setTimeout(() => void this.follow(job).catch(reportProblem), 1500);
    }
  }
}
