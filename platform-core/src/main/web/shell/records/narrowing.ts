import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { allOf, criteriaToRsql, many, notify, router, rsqlToCriteria, t, type Criteria, type RecordTypeDescriptor } from '@pipewright/ui';
import { keep, kept } from '../parts/preferences.js';
import '../parts/popup.js';
import { reportProblem } from '../parts/states.js';
import { filterButton, filterChips, isComplete } from './filter-panel.js';
import { deleteView, readViews, saveView, saveViewAs, type Layout, type View } from './views.js';

/** A page of records of a type that can be narrowed down, such as a list or a board. */
export interface Narrowed extends LitElement {
  readonly type: RecordTypeDescriptor;
  /** What it shows without a view. */
  readonly standard: Layout;
  /** What it shows now; a view is saved with it. */
  readonly layout: Layout;
  /** Shows order and columns of a view as far as it has any. */
  take(layout: Layout): void;
  /** Reads its records again. */
  restart(): void;
}

/** The filter as the builder writes it: views that modules bring may be written in other ways. */
function asBuilt(filter: string): string {
  const criteria = rsqlToCriteria(filter);
  return criteria ? criteriaToRsql(criteria) : filter;
}

/** What a page of records is narrowed down to – conditions, words, a saved view – and how people choose it. */
export class Narrowing {
  criteria: Criteria = { match: 'all', conditions: [] };
  words = '';
  /** A filter the builder cannot show; it is applied as it is. */
  private foreignFilter = '';
  private views: View[] = [];
  private view: View | undefined;
  private applied = '';
  private typed = 0;

  /** With the name under which the view that was chosen last is remembered. */
  constructor(
    private readonly page: Narrowed,
    private readonly name: string,
  ) {}

  private get type(): RecordTypeDescriptor {
    return this.page.type;
  }

  /** Takes what the address asks for, else the view that was chosen last or first of all, and has the page read. */
  async begin(first = ''): Promise<void> {
    const { search } = router;
    const asked = search.has('filter') || search.has('q');
    this.apply(this.page.standard);
    if (asked) {
      this.words = search.get('q') ?? '';
      this.takeFilter(search.get('filter') ?? '');
    }
    const last = search.get('view') ?? (asked ? '' : kept(this.key, first));
    const views = this.readViews();
    if (last) {
      await views.catch(() => undefined);
      const view = this.views.find(({ id }) => id === last);
      if (view) {
        this.show(view);
        return;
      }
    }
    void views.catch(reportProblem);
    this.page.restart();
  }

  private async readViews(): Promise<void> {
    this.views = await readViews(this.type);
    this.page.requestUpdate();
  }

  private get key(): string {
    return `${this.name}.${this.type.name}`;
  }

  get filter(): string {
    return this.filterWithout('');
  }

  filterWithout(field: string): string {
    const left = this.criteria.match === 'all' ? field : '';
    const complete = { ...this.criteria, conditions: this.criteria.conditions.filter((each) => isComplete(each) && each.field !== left) };
    return allOf(this.foreignFilter, criteriaToRsql(complete));
  }

  /** What is narrowed down can be sent to others, and survives reading the page again. */
  keepInAddress(): void {
    this.applied = this.filter;
    router.setSearch({ view: this.view?.id, q: this.words, filter: this.changed && this.filter ? this.filter : undefined });
  }

  private apply(layout: Layout): void {
    this.takeFilter(layout.filter ?? '');
    this.page.take(layout);
  }

  private takeFilter(filter: string): void {
    const criteria = rsqlToCriteria(filter);
    this.criteria = criteria ?? { match: 'all', conditions: [] };
    this.foreignFilter = criteria ? '' : filter;
  }

  private show(view: View | undefined): void {
    this.view = view;
    keep(this.key, view?.id ?? '');
    this.apply(view ?? this.page.standard);
    this.restart();
  }

  private get changed(): boolean {
    const { layout, standard } = this.page;
    const saved = this.view ?? standard;
    return asBuilt(saved.filter) !== layout.filter || (saved.sort || standard.sort) !== layout.sort || saved.columns.join() !== layout.columns.join();
  }

  setCriteria(criteria: Criteria): void {
    const before = this.filter;
    this.criteria = criteria;
    if (before !== this.filter || !criteria.conditions.length) {
      this.restart();
    }
  }

  clear(): void {
    this.foreignFilter = '';
    this.words = '';
    this.setCriteria({ match: 'all', conditions: [] });
  }

  private restart(): void {
    this.page.requestUpdate();
    this.page.restart();
  }

  private readonly onCriteria = ({ detail }: CustomEvent<Criteria>): void => {
    this.criteria = detail;
    this.page.requestUpdate();
    this.soon(350, () => this.applied !== this.filter);
  };

  readonly onWords = (event: Event): void => {
    this.words = (event.target as HTMLInputElement).value.trim();
    this.soon(250, () => true);
  };

  private soon(delay: number, needed: () => boolean): void {
    clearTimeout(this.typed);
    this.typed = window.setTimeout(() => needed() && this.restart(), delay);
  }

  /** The views to choose from, and how to save what was changed. */
  renderViews(): TemplateResult {
    return html`${this.renderChoice()}
    ${this.changed
      ? html`<pw-popup look="button quiet small" .button=${html`${t('core.view.save')}<pw-icon name="chevron-down"></pw-icon>`} .content=${this.renderSaving}></pw-popup>`
      : nothing}`;
  }

  private renderChoice(): TemplateResult {
    return html`<pw-popup
      class="view-button"
      look="button view-name"
      .button=${html`<pw-icon name="list"></pw-icon><span>${this.view?.name ?? t('core.view.all', { type: many(this.type.label) })}</span>
        ${this.changed ? html`<i class="dot" title=${t('core.view.changed')}></i><span class="unseen">${t('core.view.changed')}</span>` : nothing}
        <pw-icon name="chevron-down"></pw-icon>`}
      .content=${() => html`
        <button type="button" role="menuitemradio" tabindex="-1" aria-checked=${!this.view} @click=${() => this.show(undefined)}>${t('core.view.all', { type: many(this.type.label) })}</button>
        ${(['built-in', 'private', 'team', 'tenant'] as const).map((visibility) => {
          const views = this.views.filter((view) => view.visibility === visibility);
          return views.length
            ? html`${visibility === 'built-in' ? nothing : html`<div class="heading">${t(`core.view.group.${visibility}`)}</div>`}
                ${views.map(
                  (view) => html`<button type="button" role="menuitemradio" tabindex="-1" aria-checked=${view.id === this.view?.id} @click=${() => this.show(view)}>${view.name}${view.fixed ? html` <small class="muted">${t('core.view.is-fixed')}</small>` : nothing}</button>`,
                )}`
            : nothing;
        })}
        <hr />
        <button type="button" role="menuitem" tabindex="-1" @click=${() => void this.saveAs()}><pw-icon name="plus"></pw-icon>${t('core.view.save-as')}</button>
        ${this.view && this.view.mine !== false
          ? html`<button type="button" role="menuitem" class="danger" tabindex="-1" @click=${() => void this.drop()}><pw-icon name="trash-2"></pw-icon>${t('core.view.delete')}</button>`
          : nothing}
      `}
    ></pw-popup>`;
  }

  private readonly renderSaving = (): TemplateResult => html`
    ${this.view && this.view.mine !== false
      ? html`<button type="button" role="menuitem" tabindex="-1" @click=${() => void this.save()}><pw-icon name="save"></pw-icon>${t('core.view.save-in', { name: this.view.name })}</button>`
      : nothing}
    <button type="button" role="menuitem" tabindex="-1" @click=${() => void this.saveAs()}><pw-icon name="plus"></pw-icon>${t('core.view.save-as')}</button>
    <button type="button" role="menuitem" tabindex="-1" @click=${() => this.show(this.view)}><pw-icon name="rotate-ccw"></pw-icon>${t('core.view.discard')}</button>
  `;

  private async save(): Promise<void> {
    try {
      const saved = await saveView(this.view!, this.page.layout);
      this.views = this.views.map((view) => (view.id === saved.id ? saved : view));
      this.view = saved;
      this.page.requestUpdate();
      notify(t('core.view.saved', { name: saved.name }), { kind: 'success' });
    } catch (problem) {
      reportProblem(problem);
    }
  }

  private async saveAs(): Promise<void> {
    const view = await saveViewAs(this.type, this.page.layout);
    if (view) {
      this.views = [...this.views, view];
      this.view = view;
      this.page.requestUpdate();
      keep(this.key, view.id);
      router.setSearch({ view: view.id, filter: undefined });
    }
  }

  private async drop(): Promise<void> {
    try {
      if (await deleteView(this.view!)) {
        this.views = this.views.filter(({ id }) => id !== this.view!.id);
        this.show(undefined);
      }
    } catch (problem) {
      reportProblem(problem);
    }
  }

  renderFilter(): TemplateResult {
    return filterButton(this.type, this.criteria, this.onCriteria);
  }

  renderChips(): TemplateResult | typeof nothing {
    if (!this.foreignFilter && !this.criteria.conditions.some(isComplete)) {
      return nothing;
    }
    return html`<div class="chips">
      ${this.foreignFilter
        ? html`<span class="chip"><button type="button" disabled>${t('core.filter.foreign')}</button>
            <button type="button" aria-label=${t('core.filter.remove')} @click=${() => this.dropForeign()}><pw-icon name="x"></pw-icon></button></span>`
        : nothing}
      ${filterChips(this.type, this.criteria, { open: this.openFilter, change: (criteria) => this.setCriteria(criteria), ready: () => this.page.requestUpdate() })}
      <button type="button" class="link" style="margin-inline-start: 6px" @click=${() => this.clear()}>${t('core.filter.clear')}</button>
    </div>`;
  }

  private readonly openFilter = (): void => {
    this.page.querySelector<HTMLElement & { show(): void }>('.filter-button')?.show();
  };

  private dropForeign(): void {
    this.foreignFilter = '';
    this.restart();
  }
}
