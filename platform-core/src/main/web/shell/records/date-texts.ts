import { language, locale, t, workspace } from '@pipewright/ui';

interface Day {
  day: number;
  month: number;
  year: number;
}

const names = (kind: 'month' | 'weekday', style: 'long' | 'short'): string[] => {
  const format = new Intl.DateTimeFormat(language(), { [kind]: style, timeZone: 'UTC' });
  const at = (index: number): Date => (kind === 'month' ? new Date(Date.UTC(2026, index, 1)) : new Date(Date.UTC(2026, 1, 1 + index)));
  return Array.from({ length: kind === 'month' ? 12 : 7 }, (_, index) => format.format(at(index)));
};

const order = (): ('day' | 'month' | 'year')[] =>
  new Intl.DateTimeFormat(locale())
    .formatToParts(new Date())
    .map(({ type }) => type)
    .filter((type): type is 'day' | 'month' | 'year' => ['day', 'month', 'year'].includes(type));

/** The month that is written out in the text, from 0; -1 if none is. */
const namedMonth = (text: string): number => {
  const words = text.toLocaleLowerCase(language());
  return names('month', 'short').findIndex((name) => words.includes(name.toLocaleLowerCase(language()).replace('.', '').slice(0, 3)));
};

/** What the places of a day have to be for it to be one. */
const isDay = ({ day, month, year }: Day): boolean => new Date(Date.UTC(year, month, day)).getUTCDate() === day && month >= 0 && month < 12;

/** A day as people type it, or as it is shown here: `2026-06-15`, `6/15/26`, `Jun 15, 2026`. */
function parse(text: string): Day | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  if (iso) {
    return { year: Number(iso[1]), month: Number(iso[2]) - 1, day: Number(iso[3]) };
  }
  const parts = text.trim().split(/[^\d]+/).filter(Boolean).map(Number);
  const month = namedMonth(text);
  const asked = order().filter((part) => part !== 'month' || month < 0);
  if (parts.length < asked.length - 1 || parts.length > asked.length) {
    return undefined;
  }
  const found: Record<string, number> = { year: new Date().getFullYear(), month: month + 1 };
  const places = parts.length === asked.length ? asked : asked.filter((part) => part !== 'year');
  places.forEach((part, index) => (found[part] = parts[index]!));
  const year = found.year! < 100 ? found.year! + 2000 : found.year!;
  const day = { year, month: found.month! - 1, day: found.day! };
  return isDay(day) ? day : undefined;
}

/** Month names, order of parts and buttons of date fields in the person's language. */
export const datePickerTexts = () => ({
  monthNames: names('month', 'long'),
  weekdays: names('weekday', 'long'),
  weekdaysShort: names('weekday', 'short'),
  /** Vaadin counts from Sunday, 0; the organisation from Monday, 1. */
  firstDayOfWeek: (workspace.manifest?.tenant.firstWeekday ?? 1) % 7,
  today: t('core.period.today'),
  cancel: t('core.cancel'),
  formatDate: ({ day, month, year }: Day) =>
    new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(Date.UTC(year, month, day))),
  parseDate: parse,
});
