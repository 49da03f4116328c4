import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import Sortable from 'sortablejs';
import {
  allOf,
  api,
  formatMoney,
  formatNumber,
  many,
  notify,
  one,
  Problem,
  PwElement,
  query,
  router,
  t,
  tenantApi,
  tenantPage,
  today,
  workspace,
  type BoardDescriptor,
  type Money,
  type Page,
  type RecordData,
  type RecordTypeDescriptor,
  type Reference,
} from '@pipewright/ui';
import '../parts/popup.js';
import { keep, kept } from '../parts/preferences.js';
import { loading, problemState, reportProblem } from '../parts/states.js';
import { createRecord } from './create.js';
import { columnOf, columnsOf, doVerb, move, objection, openTo, type Column } from './moving.js';
import { Narrowing } from './narrowing.js';
import { sumWithGap } from './sums.js';
import { cellOf, fieldOf, titleOf } from './values.js';
import type { Layout } from './views.js';

interface Lane extends Column {
  cards: RecordData[];
  next?: string;
  count: number;
  sum?: Money;
  weighted?: Money;
  withoutRate?: number;
  /** How many of its cards have not moved for too long. */
  stale: number;
}

interface Group {
  key: string | null;
  count: number;
  sum?: Money;
  weighted?: Money;
  withoutRate?: number;
}

/** What stands in the columns, and what of it has not moved for too long, by column. */
interface Figures {
  all: Map<string, Group>;
  stale: Map<string, Group>;
}

const pageSize = 20;
const shownOnCard = 4;

/** Records as cards in columns. Cards are moved with the mouse, with Alt and the arrow keys, or by their menu. */
@customElement('pw-record-board')
export class PwRecordBoard extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @state() private lanes: Lane[] | undefined;
  @state() private courses: Reference[] = [];
  @state() private problem: unknown;
  @state() private outside = 0;
  @state() private said = '';
  /** Id of the card that is dragged. */
  private lifted = '';
  /** Where the card in hand may go. */
  private ways: { card: string; open: Set<string> | undefined } | undefined;
  private taken: Layout = { filter: '', sort: '', columns: [] };
  private chosen = '';
  private per = '';
  private round = 0;
  /** What stood behind the card that is dragged. */
  private follower: Node | null = null;
  private readonly sortables = new Map<Element, Sortable>();
  private readonly narrowing = new Narrowing(this, 'board-view');
  private readonly address = router.path;

  private get board(): BoardDescriptor {
    const boards = this.type.boards!;
    return boards.find(({ field }) => field === this.chosen) ?? boards[0]!;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.chosen = kept(`board.${this.type.name}`, '');
    this.per = kept(`board.${this.type.name}.per`, '');
    void this.narrowing.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sortables.forEach((sortable) => sortable.destroy());
    this.sortables.clear();
  }

  get standard(): Layout {
    return { filter: '', sort: this.type.defaultSort ?? '', columns: this.type.columns };
  }

  /** Cards have neither order nor columns to choose; a view keeps those that lists show it in. */
  get layout(): Layout {
    const { sort, columns } = this.taken;
    return { filter: this.narrowing.filter, sort: sort || this.standard.sort, columns };
  }

  take(layout: Layout): void {
    this.taken = layout;
  }

  restart(): void {
    // A board that was left may hear of a choice once more on its way out; the address is the next page's then.
    if (router.path === this.address) {
      this.narrowing.keepInAddress();
      void this.begin();
    }
  }

  private async begin(): Promise<void> {
    try {
      this.courses = await this.readCourses();
      if (!this.courses.some(({ id }) => id === this.per)) {
        this.per = this.courses[0]?.id ?? '';
      }
      await this.read();
    } catch (problem) {
      this.problem = problem;
    }
  }

  private async readCourses(): Promise<Reference[]> {
    const { board } = this;
    const type = board.per ? workspace.recordType(fieldOf(this.type, board.per)?.references ?? '') : undefined;
    if (!type) {
      return [];
    }
    const { items } = await api.get<Page>(tenantApi(type.path) + query({ filter: board.perFilter, sort: type.defaultSort, limit: 100 }));
    return items.map((item) => ({ id: item.id, title: titleOf(type, item) }));
  }

  /** Criteria of all cards of the board. */
  private get filter(): string {
    const { board } = this;
    return allOf(board.filter ?? '', board.per && this.per ? `${board.per}==${this.per}` : '', this.narrowing.filter);
  }

  private async read(): Promise<void> {
    const round = ++this.round;
    this.problem = undefined;
    const [columns, figures] = await Promise.all([columnsOf(this.type, this.board, this.per), this.readFigures()]);
    const lanes = await Promise.all(columns.map(async (column) => this.laneOf(column, figures, await this.readCards(column))));
    if (round === this.round) {
      this.lanes = lanes;
      void this.countOutside(figures.all);
    }
  }

  private async readFigures(): Promise<Figures> {
    const { field, sum, weight, stale } = this.board;
    const marked = stale && fieldOf(this.type, stale);
    const [all, late] = await Promise.all([
      this.readGroups({ by: field, sum, weight, filter: this.filter }),
      marked ? this.readGroups({ by: field, filter: allOf(this.filter, `${stale}=le=today`) }) : new Map<string, Group>(),
    ]);
    return { all, stale: late };
  }

  private async readGroups(asked: Record<string, string | undefined>): Promise<Map<string, Group>> {
    const address = `${tenantApi(this.type.path)}/groups${query({ ...asked, q: this.narrowing.words })}`;
    const { groups } = await api.get<{ groups: Group[] }>(address);
    return new Map(groups.map((group) => [group.key ?? '', group]));
  }

  private readCards(column: Column, after = ''): Promise<Page> {
    const filter = allOf(this.filter, `${this.board.field}==${column.id}`);
    return api.get<Page>(tenantApi(this.type.path) + query({ filter, q: this.narrowing.words, sort: this.board.place || this.type.defaultSort, limit: pageSize, after }));
  }

  private laneOf(column: Column, figures: Figures, page: Page): Lane {
    const { count = 0, sum, weighted, withoutRate } = figures.all.get(column.id) ?? {};
    const stale = figures.stale.get(column.id)?.count ?? 0;
    return { ...column, stale, cards: page.items, next: page.next ?? undefined, count, sum: sum ?? undefined, weighted: weighted ?? undefined, withoutRate };
  }

  /** Cards that have no place on the board, such as deals of a kind without stages, are told apart. */
  private async countOutside(groups: Map<string, Group>): Promise<void> {
    const places = new Set(this.lanes!.map(({ id }) => id));
    let outside = [...groups].filter(([key]) => !places.has(key)).reduce((total, [, { count }]) => total + count, 0);
    if (this.board.per) {
      outside = (await api.get<Page>(tenantApi(this.type.path) + query({ filter: this.filterOutside, limit: 1, count: true }))).total ?? 0;
    }
    this.outside = outside;
  }

  private get filterOutside(): string {
    return allOf(this.board.filter ?? '', `${this.board.field}=isnull=true`, this.narrowing.filter);
  }

  private async refreshFigures(): Promise<void> {
    const figures = await this.readFigures();
    this.lanes = this.lanes!.map((lane) => ({ ...this.laneOf(lane, figures, { items: lane.cards, next: lane.next }) }));
  }

  private async more(lane: Lane): Promise<void> {
    try {
      const page = await this.readCards(lane, lane.next);
      const known = new Set(lane.cards.map(({ id }) => id));
      this.replace(lane.id, { cards: [...lane.cards, ...page.items.filter(({ id }) => !known.has(id))], next: page.next ?? undefined });
    } catch (problem) {
      reportProblem(problem);
    }
  }

  private replace(id: string, change: Partial<Lane>): void {
    this.lanes = this.lanes!.map((lane) => (lane.id === id ? { ...lane, ...change } : lane));
  }

  private place(record: RecordData, to: string, index = 0): void {
    this.lanes = this.lanes!.map((lane) => {
      const others = lane.cards.filter(({ id }) => id !== record.id);
      return { ...lane, cards: lane.id === to ? [...others.slice(0, index), record, ...others.slice(index)] : others };
    });
  }

  /** Keeps where a card stands in its column, for everybody and after a reload. */
  private async keepPlace(record: RecordData): Promise<void> {
    const { cards } = this.lanes!.find((lane) => lane.cards.some(({ id }) => id === record.id)) ?? { cards: [] };
    const index = cards.findIndex(({ id }) => id === record.id);
    if (this.board.place && index >= 0) {
      await api.put(tenantApi(`boards/${this.type.name}/places`), { record: record.id, after: cards[index - 1]?.id });
    }
  }

  /** Puts a card elsewhere in its column. */
  private async arrange(record: RecordData, lane: Lane, index: number): Promise<void> {
    const { lanes } = this;
    if (!this.board.place || index < 0 || index >= lane.cards.length) {
      return;
    }
    this.place(record, lane.id, index);
    try {
      await this.keepPlace(record);
      this.say(t('core.board.arranged', { name: titleOf(this.type, record), place: index + 1 }));
    } catch (problem) {
      this.lanes = lanes;
      this.refuse(problem);
    }
    await this.focusCard(record.id);
  }

  /** The card stands in its new column at once, and goes back if the move is refused or given up. */
  private async moveCard(record: RecordData, to: Column, index = 0): Promise<void> {
    const { lanes } = this;
    if (columnOf(this.board, record) === to.id) {
      return;
    }
    this.place(record, to.id, index);
    try {
      const moved = await move(this.type, this.board, record, to);
      if (!moved) {
        this.lanes = lanes;
        this.say(t('core.board.stays', { name: titleOf(this.type, record) }));
        return;
      }
      const column = columnOf(this.board, moved);
      this.place(moved, column, column === to.id ? index : 0);
      await this.keepPlace(moved);
      this.say(t('core.board.moved', { name: titleOf(this.type, record), column: to.title }));
      await this.refreshFigures();
    } catch (problem) {
      this.lanes = lanes;
      this.refuse(problem);
    }
    await this.focusCard(record.id);
  }

  private refuse(problem: unknown): void {
    const text = objection(problem);
    if (text) {
      notify(text, { kind: 'error' });
    } else {
      reportProblem(problem);
    }
    if (problem instanceof Problem && problem.status === 412) {
      void this.read().catch(reportProblem);
    }
  }

  private async finish(record: RecordData, verb: string): Promise<void> {
    try {
      if (await doVerb(this.type, record, verb)) {
        this.place(record, '');
        notify(t('core.verb.done', { verb: t(this.verbLabel(verb)) }), { kind: 'success' });
        await this.refreshFigures();
      } else {
        this.say(t('core.board.stays', { name: titleOf(this.type, record) }));
      }
    } catch (problem) {
      this.refuse(problem);
    }
  }

  private verbLabel(name: string): string {
    return this.type.verbs!.find((verb) => verb.name === name)!.label;
  }

  private say(text: string): void {
    this.said = text;
  }

  private async focusCard(id: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(`[data-card="${id}"]`)?.focus();
  }

  protected override render(): TemplateResult {
    return html`<section class="board-page">
      ${this.renderHead()}
      <div class="unseen" role="status" aria-live="polite">${this.said}</div>
      ${this.problem ? problemState(this.problem, () => void this.begin()) : this.lanes ? this.renderLanes(this.lanes) : loading(6)}
    </section>`;
  }

  private renderHead(): TemplateResult {
    return html`<div class="list-head">
      <div class="list-title">
        <h1>${many(this.type.label)}</h1>
        <span class="space"></span>
        <a class="button quiet" aria-label=${t('core.board.list')} href=${tenantPage(this.type.path)}><pw-icon name="list"></pw-icon><span class="wide">${t('core.board.list')}</span></a>
        ${this.type.actions.create
          ? html`<button type="button" class="button primary" aria-label=${t('core.new-type', { type: one(this.type.label) })} @click=${() => void this.create()}>
              <pw-icon name="plus"></pw-icon><span class="wide">${t('core.new-type', { type: one(this.type.label) })}</span>
            </button>`
          : nothing}
      </div>
      <div class="list-tools">
        ${this.renderChoice()} ${this.narrowing.renderViews()}
        <span class="space"></span>
        <label class="search">
          <pw-icon name="search"></pw-icon>
          <input class="input" type="search" .value=${this.narrowing.words} placeholder=${t('core.search')} aria-label=${t('core.search')} @input=${this.narrowing.onWords} />
        </label>
        ${this.narrowing.renderFilter()}
      </div>
      ${this.narrowing.renderChips()}
      ${this.outside
        ? html`<p class="muted">
            <a href=${tenantPage(this.type.path) + query({ filter: this.filterOutside })}
              >${t('core.board.outside', { count: this.outside })}</a
            >
          </p>`
        : nothing}
    </div>`;
  }

  /** One entry for each board, and for each course of a board that has several. */
  private renderChoice(): TemplateResult | typeof nothing {
    const { board } = this;
    const boards = this.type.boards!.filter((each) => each !== board || !this.courses.length);
    const options = [
      ...this.courses.map(({ id, title }) => ({ value: `${board.field} ${id}`, label: title, chosen: id === this.per })),
      ...boards.map((each) => ({ value: each.field, label: t(each.label), chosen: each === board })),
    ];
    if (options.length < 2) {
      return nothing;
    }
    return html`<select class="input board-choice" aria-label=${t('core.board.choose')} @change=${this.onChoice}>
      ${options.map(({ value, label, chosen }) => html`<option value=${value} ?selected=${chosen}>${label}</option>`)}
    </select>`;
  }

  private readonly onChoice = (event: Event): void => {
    const [field, per = ''] = (event.target as HTMLSelectElement).value.split(' ');
    this.chosen = field!;
    this.per = per;
    keep(`board.${this.type.name}`, this.chosen);
    keep(`board.${this.type.name}.per`, this.per);
    this.lanes = undefined;
    void this.begin();
  };

  private async create(): Promise<void> {
    const { board } = this;
    const per = this.courses.find(({ id }) => id === this.per);
    if (await createRecord(this.type, { preset: board.per && per ? { [board.per]: per } : {}, stay: true })) {
      await this.read().catch(reportProblem);
    }
  }

  private renderLanes(lanes: Lane[]): TemplateResult {
    return html`<div class="board" role="group" aria-label=${t(this.board.label)}>
      ${repeat(
        lanes,
        ({ id }) => id,
        (lane) => this.renderLane(lane),
      )}
      ${(this.board.verbs ?? []).length
        ? html`<div class="lane-ends">
            ${this.board.verbs!.map(
              (verb) => html`<div class="lane-end ${verb}" data-verb=${verb} ${ref((element) => this.watch(element))}><span>${t(this.verbLabel(verb))}</span></div>`,
            )}
          </div>`
        : nothing}
    </div>`;
  }

  private renderLane(lane: Lane): TemplateResult {
    return html`<section class="lane" aria-labelledby="lane-${lane.id}">
      <header>
        <h2 id="lane-${lane.id}">${lane.title}</h2>
        <span class="count">${formatNumber(lane.count)}</span>
        ${lane.sum
          ? html`<p class="number">
              ${sumWithGap(lane.sum, lane.withoutRate)}
              ${lane.weighted ? html`<small class="muted" title=${t('core.board.weighted')}>≈ ${formatMoney(lane.weighted, true)}</small>` : nothing}
            </p>`
          : nothing}
        ${lane.stale ? html`<p><span class="badge warn">${t('core.board.stale-count', { count: lane.stale })}</span></p>` : nothing}
      </header>
      <div class="cards" role="list" data-column=${lane.id} ?data-barred=${lane.barred} ${ref((element) => this.watch(element))}>
        ${repeat(
          lane.cards,
          ({ id }) => id,
          (card) => this.renderCard(card, lane),
        )}
      </div>
      ${lane.next
        ? html`<button type="button" class="button quiet small" @click=${() => void this.more(lane)}>${t('core.board.more', { count: Math.max(0, lane.count - lane.cards.length) })}</button>`
        : nothing}
    </section>`;
  }

  private renderCard(card: RecordData, lane: Lane): TemplateResult {
    const { board, type } = this;
    const title = titleOf(type, card);
    const stale = board.stale && card[board.stale] && String(card[board.stale]) <= today();
    const names = type.columns.filter((name) => name !== type.titleField && name !== board.field && !['status', 'stage'].includes(name));
    const fields = names.map((name) => fieldOf(type, name)!).filter((field) => field && card[field.name] !== null && card[field.name] !== undefined);
    return html`<div
      class="board-card ${stale ? 'stale' : ''}"
      role="listitem"
      tabindex="0"
      data-card=${card.id}
      aria-label=${t('core.board.card', { name: title, column: lane.title })}
      aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight${board.place ? ' Alt+ArrowUp Alt+ArrowDown' : ''} Enter"
      @keydown=${(event: KeyboardEvent) => this.onCardKey(event, card)}
    >
      <header>
        <a href=${tenantPage(`${type.path}/${card.id}`)} tabindex="-1">${title}</a>
        <pw-popup
          look="button quiet small icon"
          label=${t('core.board.move-card', { name: title })}
          .button=${html`<pw-icon name="ellipsis"></pw-icon>`}
          .prepare=${() => this.askWays(card)}
          .content=${() => this.renderMenu(card)}
        ></pw-popup>
      </header>
      <div class="facts">${fields.slice(0, shownOnCard).map((field) => html`<span title=${t(field.label)}>${field.name === board.weight ? `${card[field.name]} %` : cellOf(field, card[field.name])}</span>`)}</div>
      ${stale ? html`<small class="badge warn">${t('core.board.stale')}</small>` : nothing}
    </div>`;
  }

  private async askWays(card: RecordData): Promise<void> {
    this.ways = { card: card.id, open: await openTo(this.type, this.board, card) };
  }

  /** Whether the card in hand may not go there: people of other roles bring cards there, or none goes there from where it is. */
  private isShut(card: string, lane: Lane): boolean {
    return !!lane.barred || (this.ways?.card === card && !!this.ways.open && !this.ways.open.has(lane.id));
  }

  private renderMenu(card: RecordData): TemplateResult {
    const now = columnOf(this.board, card);
    return html`<div class="heading">${t('core.board.move-to-menu')}</div>
      ${this.lanes!.filter((lane) => lane.id === now || !this.isShut(card.id, lane)).map(
        (lane) => html`<button type="button" role="menuitemradio" tabindex="-1" aria-checked=${lane.id === now} ?disabled=${lane.id === now} @click=${() => void this.moveCard(card, lane)}>${lane.title}</button>`,
      )}
      ${(this.board.verbs ?? []).length ? html`<hr />` : nothing}
      ${(this.board.verbs ?? []).map(
        (verb) => html`<button type="button" role="menuitem" tabindex="-1" @click=${() => void this.finish(card, verb)}>${t(this.verbLabel(verb))}</button>`,
      )}`;
  }

  private onCardKey(event: KeyboardEvent, card: RecordData): void {
    if (event.target !== event.currentTarget) {
      return;
    }
    const step = event.altKey ? { ArrowLeft: -1, ArrowRight: 1 }[event.key] : undefined;
    const rise = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
    const at = this.lanes!.findIndex(({ id }) => id === columnOf(this.board, card));
    if (step !== undefined) {
      event.preventDefault();
      void this.moveOn(card, at, step);
    } else if (rise !== undefined && at >= 0) {
      event.preventDefault();
      const lane = this.lanes![at]!;
      void this.arrange(card, lane, lane.cards.findIndex(({ id }) => id === card.id) + rise);
    } else if (event.key === 'Enter') {
      void router.navigate(tenantPage(`${this.type.path}/${card.id}`));
    }
  }

  /** Moves a card to the next column in that direction to which it may go. */
  private async moveOn(card: RecordData, at: number, step: number): Promise<void> {
    await this.askWays(card);
    const lanes = step > 0 ? this.lanes!.slice(at + 1) : this.lanes!.slice(0, Math.max(0, at)).reverse();
    const target = lanes.find((lane) => !this.isShut(card.id, lane));
    if (target) {
      await this.moveCard(card, target);
    }
  }

  private watch(element: Element | undefined): void {
    if (element && !this.sortables.has(element)) {
      this.sortables.set(
        element,
        Sortable.create(element as HTMLElement, {
          group: { name: this.type.name, pull: !element.hasAttribute('data-verb'), put: !element.hasAttribute('data-barred') },
          sort: !!this.board.place && !element.hasAttribute('data-verb'),
          draggable: '.board-card',
          filter: 'pw-popup',
          preventOnFilter: false,
          delay: 150,
          delayOnTouchOnly: true,
          animation: 120,
          onStart: ({ item }) => this.onLift(item),
          onEnd: () => this.onLay(),
          onAdd: (event) => this.onDrop(event),
          onUpdate: (event) => this.onDrop(event),
        }),
      );
    }
  }

  private onLift(item: HTMLElement): void {
    this.follower = item.nextSibling;
    this.lifted = item.dataset.card ?? '';
    const card = this.lanes!.flatMap(({ cards }) => cards).find(({ id }) => id === this.lifted);
    if (card) {
      void this.askWays(card).then(() => this.fade());
    }
  }

  private onLay(): void {
    this.lifted = '';
    this.fade();
  }

  /**
   * Columns to which the card in hand may not go fade; where it is dropped there all the same, the server says why not. Not
   * drawn anew: a card is on its way.
   */
  private fade(): void {
    this.lanes!.forEach((lane) => {
      const shut = this.lifted !== '' && !lane.cards.some(({ id }) => id === this.lifted) && this.isShut(this.lifted, lane);
      this.querySelector(`[data-column="${lane.id}"]`)?.closest('.lane')?.classList.toggle('shut', shut);
    });
  }

  /** The page is drawn from what is known, so the card goes back where it was and moves by being drawn again. */
  private onDrop({ item, from, to, newDraggableIndex }: Sortable.SortableEvent): void {
    from.insertBefore(item, this.follower);
    const card = this.lanes!.flatMap(({ cards: all }) => all).find(({ id }) => id === item.dataset.card);
    const { column, verb } = to.dataset;
    const lane = this.lanes!.find(({ id }) => id === column);
    if (card && verb) {
      void this.finish(card, verb);
    } else if (card && lane && from === to) {
      void this.arrange(card, lane, newDraggableIndex ?? 0);
    } else if (card && lane) {
      void this.moveCard(card, lane, this.board.place ? newDraggableIndex : 0);
    }
  }
}
