import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, formatAgo, formatInstant, many, notify, PwElement, query, t, tenantApi, tenantPage, workspace, type RecordTypeDescriptor, type Reference } from '@pipewright/ui';
import { emptyState, loading, problemState, reportProblem } from '../parts/states.js';
import { restoreMany } from './bulk.js';
import { restoreOne } from './restoring.js';

interface Binned {
  id: string;
  title: string;
  deletedAt: string;
  deletedBy?: Reference | null;
}

interface BinPage {
  items: Binned[];
  next?: string | null;
  /** After so many days what lies there goes for good; 0 keeps it. */
  days: number;
}

/** What was deleted of a record type, last first, to be put back one by one or together. */
@customElement('pw-record-bin')
export class PwRecordBin extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @state() private items: Binned[] | undefined;
  @state() private next: string | undefined;
  @state() private days: number | undefined;
  @state() private problem: unknown;
  @state() private words = '';
  @state() private selected = new Set<string>();
  private typed = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  private async read(after?: string): Promise<void> {
    const { words } = this;
    try {
      const page = await api.get<BinPage>(`${tenantApi(this.type.path)}/bin${query({ q: words, after, limit: 50 })}`);
      if (words === this.words) {
        this.items = after ? [...(this.items ?? []), ...page.items] : page.items;
        this.next = page.next ?? undefined;
        this.days = page.days;
        this.problem = undefined;
      }
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
          <h1>${t('core.bin-of', { type: name })}</h1>
          ${this.days === undefined ? nothing : html`<p>${t('core.bin.text', { days: this.days })}</p>`}
        </div>
      </div>
      ${this.items?.length || this.words ? this.renderSearch(name) : nothing} ${this.renderBody()}
    </div>`;
  }

  private renderSearch(name: string): TemplateResult {
    return html`<label class="search" style="max-width: 320px">
      <pw-icon name="search"></pw-icon>
      <input class="input" type="search" data-key="search" aria-label=${t('core.search-in', { type: name })} placeholder=${t('core.search')} .value=${this.words} @input=${this.onWords} />
    </label>`;
  }

  private onWords(event: Event): void {
    this.words = (event.target as HTMLInputElement).value;
    clearTimeout(this.typed);
    this.typed = window.setTimeout(() => void this.read(), 250);
  }

  private renderBody(): TemplateResult {
    if (this.problem) {
      return problemState(this.problem, () => void this.read(), true);
    }
    if (!this.items) {
      return loading(6);
    }
    if (!this.items.length) {
      return this.words
        ? emptyState({ part: true, icon: 'search', title: t('core.list.nothing-found') })
        : emptyState({ part: true, icon: 'trash-2', title: t('core.bin.empty'), text: t('core.bin.empty.text') });
    }
    const together = workspace.can('core.bulk');
    return html`${together ? this.renderTogether(this.items) : nothing}
      <section class="card">
        <ul class="lines">
          ${this.items.map((item) => this.renderItem(item, together))}
        </ul>
      </section>
      ${this.next ? html`<div><button type="button" class="button" @click=${() => void this.read(this.next)}>${t('core.show-more')}</button></div>` : nothing}`;
  }

  private renderTogether(items: Binned[]): TemplateResult {
    const { size } = this.selected;
    return html`<div class="buttons" style="align-items: center; gap: 14px">
      <label class="check">
        <input
          type="checkbox"
          .checked=${size === items.length}
          .indeterminate=${size > 0 && size < items.length}
          @change=${() => (this.selected = new Set(size === items.length ? [] : items.map(({ id }) => id)))}
        /><span>${size ? t('core.selected', { count: size }) : t('core.select-all')}</span>
      </label>
      ${size ? html`<button type="button" class="button small" @click=${() => void this.restore([...this.selected])}><pw-icon name="undo-2"></pw-icon>${t('core.restore')}</button>` : nothing}
    </div>`;
  }

  private renderItem({ id, title, deletedAt, deletedBy }: Binned, together: boolean): TemplateResult {
    const name = title || t('core.untitled');
    return html`<li>
      ${together ? html`<input type="checkbox" aria-label=${t('core.select-named', { name })} .checked=${this.selected.has(id)} @change=${() => this.toggle(id)} />` : nothing}
      <div class="grow">
        <b>${name}</b>
        <small
          ><time datetime=${deletedAt} title=${formatInstant(deletedAt)}>${t('core.bin.deleted', { ago: formatAgo(deletedAt), name: deletedBy?.title ?? 'none' })}</time></small
        >
      </div>
      <button type="button" class="button small" aria-label=${t('core.restore-named', { name })} @click=${() => void this.restore([id])}><pw-icon name="undo-2"></pw-icon>${t('core.restore')}</button>
    </li>`;
  }

  private toggle(id: string): void {
    const selected = new Set(this.selected);
    if (!selected.delete(id)) {
      selected.add(id);
    }
    this.selected = selected;
  }

  private async restore(ids: string[]): Promise<void> {
    try {
      if (ids.length === 1) {
        const { title } = this.items!.find(({ id }) => id === ids[0])!;
        if (await restoreOne(this.type, { id: ids[0]!, title: title || t('core.untitled') })) {
          notify(t('core.restored', { count: 1 }), { kind: 'success' });
        }
      } else {
        await restoreMany(this.type, ids);
      }
    } catch (problem) {
      reportProblem(problem);
    }
    this.selected = new Set();
    await this.read();
  }
}
