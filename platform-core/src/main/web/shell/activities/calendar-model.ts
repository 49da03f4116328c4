import { api, instantOf, query, tenantApi, wallOf, workspace, type Page, type RecordData, type Reference } from '@pipewright/ui';
import type { Form } from './model.js';

export type Span = 'day' | 'week' | 'month';

/** An activity in the calendar, by the clock on the person's wall. Those without a time stand on their whole day. */
export interface Item {
  id: string;
  subject: string;
  form: Form;
  open: boolean;
  start: Date;
  end: Date;
  timed: boolean;
  owner: string;
}

/** Where an item stands beside others at the same time. */
export interface Placed {
  item: Item;
  lane: number;
  lanes: number;
}

const most = 200;
const mostInvited = 100;

const utc = (year: number, month: number, date: number): Date => new Date(Date.UTC(year, month, date));

export const dayStart = (day: Date): Date => utc(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate());

export const plusDays = (day: Date, days: number): Date => utc(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + days);

export const sameDay = (one: Date, other: Date): boolean => dayStart(one).getTime() === dayStart(other).getTime();

/** The day as `2026-11-21`. */
export const isoDay = (day: Date): string =>
  `${day.getUTCFullYear()}-${String(day.getUTCMonth() + 1).padStart(2, '0')}-${String(day.getUTCDate()).padStart(2, '0')}`;

/** The first day of the week of a day; weeks begin where the organisation lets them, from Monday, 1, to Sunday, 7. */
function weekStart(day: Date): Date {
  const first = workspace.manifest?.tenant.firstWeekday ?? 1;
  return plusDays(dayStart(day), -((day.getUTCDay() + 7 - (first % 7)) % 7));
}

/** The days drawn for a span around a day; a month begins and ends with whole weeks. */
export function daysOf(span: Span, day: Date): Date[] {
  const first = span === 'day' ? dayStart(day) : span === 'week' ? weekStart(day) : weekStart(utc(day.getUTCFullYear(), day.getUTCMonth(), 1));
  const last = span === 'month' ? plusDays(weekStart(utc(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)), 6) : first;
  const count = span === 'day' ? 1 : span === 'week' ? 7 : Math.round((last.getTime() - first.getTime()) / 86_400_000) + 1;
  return Array.from({ length: count }, (_, index) => plusDays(first, index));
}

/** The same span before (-1) or after (1) it. */
export function step(span: Span, day: Date, by: number): Date {
  return span === 'month' ? utc(day.getUTCFullYear(), day.getUTCMonth() + by, 1) : plusDays(day, span === 'week' ? 7 * by : by);
}

function itemOf(record: RecordData): Item {
  const text = (name: string): string => String(record[name] ?? '');
  const timed = !!record.startsAt;
  const [year, month, date] = text('dueOn').split('-').map(Number);
  const start = timed ? wallOf(text('startsAt')) : utc(year!, month! - 1, date!);
  const minutes = Number(record.duration ?? 0) || 30;
  return {
    id: record.id,
    subject: text('subject'),
    form: record.form as Form,
    open: !!record.open,
    start,
    end: timed ? wallOf(new Date(Date.parse(text('startsAt')) + minutes * 60_000)) : plusDays(start, 1),
    timed,
    owner: record.owner?.title ?? '',
  };
}

/** A filter for one's own activities and, in these days, those one is invited to and has not declined. */
export async function mine(days: Date[]): Promise<string> {
  if (!workspace.recordType('core.attendee')) {
    return 'owner==me';
  }
  const [from, to] = [days[0]!, plusDays(days.at(-1)!, 1)].map((day) => instantOf(day).toISOString());
  const filter = `member==me;status!=DECLINED;activity.startsAt=ge="${from}";activity.startsAt=lt="${to}"`;
  const { items } = await api.get<Page>(tenantApi('attendees') + query({ filter, fields: 'activity', limit: mostInvited }));
  const ids = items.map(({ activity }) => (activity as Reference).id);
  return ids.length ? `(owner==me,id=in=(${ids.join(',')}))` : 'owner==me';
}

/** What is planned and was done in these days; `whose` is a filter on the owner, empty for everybody's. */
export async function readItems(days: Date[], whose: string): Promise<Item[]> {
  const from = days[0]!;
  const to = plusDays(days.at(-1)!, 1);
  const timed = `(startsAt=ge="${instantOf(from).toISOString()}";startsAt=lt="${instantOf(to).toISOString()}")`;
  const byDay = `(startsAt=isnull=true;dueOn=ge=${isoDay(from)};dueOn=lt=${isoDay(to)})`;
  const filter = [`(${timed},${byDay})`, 'status!=CANCELLED', whose].filter(Boolean).join(';');
  const fields = 'subject,form,open,startsAt,dueOn,duration,owner';
  const items: Item[] = [];
  let after: string | undefined;
  do {
    const page: Page = await api.get<Page>(tenantApi('activities') + query({ filter, fields, sort: 'dueAt', limit: most, after }));
    items.push(...page.items.map(itemOf));
    after = page.next ?? undefined;
  } while (after && items.length < 5 * most);
  return items.sort((one, other) => one.start.getTime() - other.start.getTime() || one.subject.localeCompare(other.subject));
}

/** Items of one day side by side where they overlap. */
export function placed(items: Item[]): Placed[] {
  const result: Placed[] = [];
  let group: Placed[] = [];
  let ends: Date[] = [];
  let until = 0;
  const close = (): void => {
    group.forEach((each) => (each.lanes = ends.length));
    group = [];
    ends = [];
  };
  for (const item of items) {
    if (item.start.getTime() >= until) {
      close();
    }
    const free = ends.findIndex((end) => end <= item.start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = item.end;
    until = Math.max(until, item.end.getTime());
    const place = { item, lane, lanes: 1 };
    group.push(place);
    result.push(place);
  }
  close();
  return result;
}
