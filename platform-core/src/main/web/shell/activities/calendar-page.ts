import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { instantOf, locale, PwElement, router, t, tenantPage, wallNow, workspace } from '@pipewright/ui';
import { problemState, reportProblem } from '../parts/states.js';
import { daysOf, dayStart, isoDay, mine, placed, readItems, sameDay, step, type Item, type Span } from './calendar-model.js';
import { showFeeds } from './calendar-feeds.js';
import { activityType, iconOf, readKinds } from './model.js';
import { addActivity } from './plan.js';

const hourHeight = 44;
const mostInCell = 3;
const narrow = matchMedia('(max-width: 700px)');
/** Days and hours of the calendar are those of the clock on the wall, which stand in the UTC fields. */
const written = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat(locale(), { ...options, timeZone: 'UTC' });

const spans: Span[] = ['day', 'week', 'month'];

/** Activities by day, week or month: one's own, one's team's or everybody's. */
@customElement('pw-calendar-page')
export class PwCalendarPage extends PwElement {
  @state() private span: Span = 'week';
  @state() private day = dayStart(wallNow());
  @state() private whose = 'me';
  @state() private items: Item[] = [];
  @state() private problem: unknown;
  @state() private small = narrow.matches;
  private watch = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch = new AbortController();
    narrow.addEventListener('change', () => (this.small = narrow.matches), { signal: this.watch.signal });
    const { search } = router;
    const span = search.get('span') as Span;
    this.span = spans.includes(span) ? span : this.small ? 'day' : 'week';
    this.whose = search.get('whose') ?? 'me';
    const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(search.get('day') ?? '');
    this.day = day ? new Date(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3]))) : dayStart(wallNow());
    void this.read();
  }

  override disconnectedCallback(): void {
    this.watch.abort();
    super.disconnectedCallback();
  }

  private get days(): Date[] {
    return daysOf(this.span, this.day);
  }

  private async read(): Promise<void> {
    router.setSearch({ span: this.span, day: isoDay(this.day), whose: this.whose });
    try {
      this.items = await readItems(this.days, await this.owners());
      this.problem = undefined;
      await this.updateComplete;
      this.querySelector('.calendar-hours')?.scrollTo({ top: 7 * hourHeight });
    } catch (problem) {
      this.problem = problem;
    }
  }

  private async owners(): Promise<string> {
    if (this.whose !== 'team') {
      return this.whose === 'me' ? mine(this.days) : '';
    }
    const { teams } = workspace.manifest!.me;
    return teams.length ? `team=in=(${teams.join(',')})` : 'owner==me';
  }

  private show(change: { span?: Span; day?: Date; whose?: string }): void {
    Object.assign(this, change);
    void this.read();
  }

  private async add(start: Date): Promise<void> {
    try {
      const kind = (await readKinds()).find(({ form, standard }) => form === 'MEETING' && standard);
      if (kind && (await addActivity(kind, false, undefined, { startsAt: instantOf(start).toISOString() }))) {
        await this.read();
      }
    } catch (problem) {
      reportProblem(problem);
    }
  }

  protected override render(): TemplateResult {
    if (this.problem) {
      return problemState(this.problem, () => void this.read());
    }
    return html`<div class="calendar">
      <header class="page-head calendar-head">
        <h1 tabindex="-1">${this.heading()}</h1>
        ${this.renderTools()}
      </header>
      ${this.span === 'month' ? this.renderMonth() : this.small ? this.renderAgenda() : this.renderHours()}
    </div>`;
  }

  private heading(): string {
    const options: Intl.DateTimeFormatOptions =
      this.span === 'day' ? { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } : { month: 'long', year: 'numeric' };
    return written(options).format(this.span === 'week' ? this.days[3] : this.day);
  }

  private renderTools(): TemplateResult {
    const move = (by: number, icon: string, label: string): TemplateResult =>
      html`<button type="button" class="button icon" aria-label=${t(label)} title=${t(label)} @click=${() => this.show({ day: step(this.span, this.day, by) })}><pw-icon name=${icon}></pw-icon></button>`;
    const choice = (value: string, chosen: boolean, label: string, act: () => void): TemplateResult =>
      html`<button type="button" class="button" aria-pressed=${chosen} data-choice=${value} @click=${act}>${t(label)}</button>`;
    return html`<div class="calendar-tools">
      <div class="group">
        ${move(-1, 'chevron-left', 'core.previous')}
        <button type="button" class="button" @click=${() => this.show({ day: dayStart(wallNow()) })}>${t('core.period.today')}</button>
        ${move(1, 'chevron-right', 'core.next')}
      </div>
      <div class="group" role="group" aria-label=${t('core.calendar.span')}>
        ${spans.map((span) => choice(span, this.span === span, `core.calendar.${span}`, () => this.show({ span })))}
      </div>
      <button type="button" class="button icon" aria-label=${t('core.calendar.feed')} title=${t('core.calendar.feed')} @click=${() => void showFeeds(this.whose)}><pw-icon name="link"></pw-icon></button>
      <div class="group" role="group" aria-label=${t('core.calendar.whose')}>
        ${['me', 'team', 'all'].map((whose) => choice(whose, this.whose === whose, `core.calendar.whose.${whose}`, () => this.show({ whose })))}
      </div>
    </div>`;
  }

  private on(day: Date): Item[] {
    return this.items.filter((item) => sameDay(item.start, day));
  }

  private time(item: Item): string {
    return item.timed ? written({ hour: '2-digit', minute: '2-digit' }).format(item.start) : '';
  }

  private dayName(day: Date, weekday: 'short' | 'long'): string {
    return written({ weekday, day: 'numeric', month: weekday === 'long' ? 'long' : undefined }).format(day);
  }

  private renderItem(item: Item, style: Record<string, string> = {}): TemplateResult {
    const others = this.whose !== 'me' && item.owner;
    return html`<a class="calendar-item ${item.form.toLowerCase()} ${item.open ? '' : 'over'}" href=${tenantPage(`activities/${item.id}`)} style=${styleMap(style)} title=${`${this.time(item)} ${item.subject}`.trim()}>
      <pw-icon name=${iconOf(item.form)}></pw-icon>${item.timed ? html`<time>${this.time(item)}</time> ` : nothing}<span>${item.subject}</span>${others ? html` <small>${item.owner}</small>` : nothing}
    </a>`;
  }

  private renderMonth(): TemplateResult {
    const { days } = this;
    const name = (day: Date): string => written({ weekday: 'short' }).format(day);
    return html`<div class="calendar-month">
      ${days.slice(0, 7).map((day) => html`<div class="name" aria-hidden="true">${name(day)}</div>`)}
      ${days.map((day) => this.renderCell(day))}
    </div>`;
  }

  private renderCell(day: Date): TemplateResult {
    const items = this.on(day);
    const shown = this.small ? 0 : items.length > mostInCell ? mostInCell - 1 : mostInCell;
    const rest = items.length - Math.min(shown, items.length);
    const label = this.dayName(day, 'long');
    return html`<div class="cell ${day.getUTCMonth() === this.day.getUTCMonth() ? '' : 'outside'} ${sameDay(day, wallNow()) ? 'today' : ''}">
      <button type="button" class="number" aria-label=${t('core.calendar.open-day', { day: label, count: items.length })} @click=${() => this.show({ span: 'day', day })}>${day.getUTCDate()}</button>
      ${items.slice(0, shown).map((item) => this.renderItem(item))}
      ${rest
        ? html`<button type="button" class="rest" aria-label=${t('core.calendar.open-day', { day: label, count: items.length })} @click=${() => this.show({ span: 'day', day })}>${this.small ? rest : t('core.calendar.more', { count: rest })}</button>`
        : nothing}
    </div>`;
  }

  private renderAgenda(): TemplateResult {
    return html`${this.days.map((day) => {
      const items = this.on(day);
      return html`<section class="calendar-agenda ${sameDay(day, wallNow()) ? 'today' : ''}">
        <h2>${this.dayName(day, 'long')}</h2>
        ${items.length ? items.map((item) => this.renderItem(item)) : html`<p class="muted">${t('core.calendar.nothing')}</p>`}
      </section>`;
    })}`;
  }

  private renderHours(): TemplateResult {
    const { days } = this;
    const hour = (value: number): string => written({ hour: 'numeric' }).format(new Date(Date.UTC(2026, 0, 1, value)));
    return html`<div class="calendar-week" style="--days: ${days.length}">
      <div class="calendar-days">
        <div></div>
        ${days.map(
          (day) => html`<div class=${sameDay(day, wallNow()) ? 'today' : ''}>
            <b>${this.dayName(day, 'short')}</b>
            ${this.on(day)
              .filter(({ timed }) => !timed)
              .map((item) => this.renderItem(item))}
          </div>`,
        )}
      </div>
      <div class="calendar-hours" tabindex="0" role="region" aria-label=${this.heading()}>
        <div class="hours" aria-hidden="true">${Array.from({ length: 24 }, (_, value) => html`<div style="height: ${hourHeight}px">${value ? hour(value) : ''}</div>`)}</div>
        ${days.map((day) => this.renderColumn(day))}
      </div>
    </div>`;
  }

  private renderColumn(day: Date): TemplateResult {
    const timed = this.on(day).filter(({ timed: exact }) => exact);
    const create = (event: MouseEvent): void => {
      if (event.target === event.currentTarget && activityType()?.actions.create) {
        const half = Math.floor((event.offsetY / hourHeight) * 2);
        void this.add(new Date(day.getTime() + half * 1_800_000));
      }
    };
    return html`<div class="column ${sameDay(day, wallNow()) ? 'today' : ''}" style="height: ${24 * hourHeight}px" @dblclick=${create}>
      ${placed(timed).map(({ item, lane, lanes }) => {
        const top = (item.start.getUTCHours() + item.start.getUTCMinutes() / 60) * hourHeight;
        const height = Math.max(22, ((item.end.getTime() - item.start.getTime()) / 3_600_000) * hourHeight - 2);
        return this.renderItem(item, { top: `${top}px`, height: `${height}px`, left: `${(lane / lanes) * 100}%`, width: `calc(${100 / lanes}% - 3px)` });
      })}
    </div>`;
  }
}
