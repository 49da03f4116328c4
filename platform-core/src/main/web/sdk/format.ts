import type { FieldDescriptor, Money, Reference } from './model.js';
import { language, locale, numberLocale, t } from './texts.js';
import { zone } from './zone.js';

const made = new Map<string, unknown>();

function cached<T>(name: string, make: () => T): T {
  const key = `${locale()} ${name}`;
  if (!made.has(key)) {
    made.set(key, make());
  }
  return made.get(key) as T;
}

const numbers = (name: string, options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  cached(`${numberLocale()} ${name}`, () => new Intl.NumberFormat(numberLocale(), options));

const dates = (name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  cached(name, () => new Intl.DateTimeFormat(locale(), options));

export const formatNumber = (value: number, digits = 20): string =>
  numbers(`number ${digits}`, { maximumFractionDigits: digits }).format(value);

export const formatPercent = (value: number): string => `${formatNumber(value, 2)} %`;

/** A number of bytes, as people say it. */
export function formatSize(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  return numbers(`size ${step}`, { style: 'unit', unit: units[step], unitDisplay: 'short', maximumFractionDigits: step ? 1 : 0 }).format(bytes / 1000 ** step);
}

/** An amount with its currency; whole amounts without cents where `short`. */
export function formatMoney(money: Money, short = false): string {
  const whole = short && Number(money.amount) % 1 === 0;
  const options: Intl.NumberFormatOptions = { style: 'currency', currency: money.currency };
  const name = `money ${money.currency} ${whole}`;
  const amount = money.amount as unknown as number;
  return numbers(name, whole ? { ...options, maximumFractionDigits: 0 } : options).format(amount);
}

/** A calendar day (`2026-11-21`), the same in every time zone. */
export function formatDate(day: string): string {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number);
  const utc = new Date(Date.UTC(year!, month! - 1, date));
  return dates('day', { dateStyle: 'medium', timeZone: 'UTC' }).format(utc);
}

/** An instant in the person's time zone. */
export const formatInstant = (instant: string | Date): string =>
  dates(`instant ${zone()}`, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone() }).format(new Date(instant));

/** The time of day of an instant. */
export const formatTime = (instant: string | Date): string =>
  dates(`time ${zone()}`, { hour: '2-digit', minute: '2-digit', timeZone: zone() }).format(new Date(instant));

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** How long ago, in words. */
export function formatAgo(instant: string | Date, now = Date.now()): string {
  const seconds = (new Date(instant).getTime() - now) / 1000;
  const words = cached('ago', () => new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }));
  const step = steps.find(([, size]) => Math.abs(seconds) >= size);
  return step ? words.format(Math.trunc(seconds / step[1]), step[0]) : words.format(0, 'second');
}

const units: Record<string, Intl.RelativeTimeFormatUnit> = { d: 'day', w: 'week', m: 'month', y: 'year' };

/** A relative time of a filter in words, such as `now`, `today` or `today+1d`; undefined for anything else. */
export function formatRelative(text: string): string | undefined {
  const words = cached('ago', () => new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }));
  const [, by, unit] = /^today(?:([+-]\d+)([dwmy]))?$/.exec(text) ?? [undefined];
  if (text === 'now') {
    return words.format(0, 'second');
  }
  return text.startsWith('today') ? words.format(Number(by ?? 0), units[unit ?? 'd']!) : undefined;
}

export const formatCountry = (code: string): string =>
  cached('countries', () => new Intl.DisplayNames(language(), { type: 'region', fallback: 'code' })).of(code) ?? code;

export const formatList = (words: string[]): string =>
  cached('list', () => new Intl.ListFormat(language(), { type: 'conjunction' })).format(words);

const isReference = (value: unknown): value is Reference => typeof value === 'object' && value !== null && 'id' in value;

const isMoney = (value: unknown): value is Money => typeof value === 'object' && value !== null && 'amount' in value;

/** Label of a choice. */
export function choiceLabel(field: FieldDescriptor, value: unknown): string {
  const choice = field.choices?.find((each) => each.value === value);
  return choice ? t(choice.label) : String(value ?? '');
}

/** Roles as a field names them: separated by commas. */
export const rolesOf = (value: unknown): string[] =>
  String(value ?? '')
    .split(',')
    .map((role) => role.trim())
    .filter(Boolean);

/** What a role is called that a field names, by its key or name. */
const roleLabel = (field: FieldDescriptor, named: string): string =>
  field.choices?.find(({ value }) => value.toLowerCase() === named.toLowerCase())?.label ?? named;

/** Whether only numbers of four digits fit: a year, which nobody writes with a separator. */
const isYear = ({ min, most }: FieldDescriptor): boolean => (min ?? 0) >= 1000 && (most ?? Infinity) < 10_000;

/** A field's value as people read it; empty text for none. */
export function formatValue(field: FieldDescriptor, value: unknown): string {
  if (value === null || value === undefined || value === '') {
    return '';
  }
  switch (field.kind) {
    case 'boolean':
      return t(value ? 'core.yes' : 'core.no');
    case 'integer':
      return isYear(field) ? String(value) : formatNumber(Number(value));
    case 'decimal':
      return formatNumber(Number(value));
    case 'percent':
      return formatPercent(Number(value));
    case 'date':
      return formatDate(String(value));
    case 'instant':
      return formatInstant(String(value));
    case 'country':
      return formatCountry(String(value));
    case 'choice':
      return choiceLabel(field, value);
    case 'choices':
      return formatList([value].flat().map((each) => choiceLabel(field, each)));
    case 'roles':
      return formatList(rolesOf(value).map((each) => roleLabel(field, each)));
    default:
      if (Array.isArray(value)) {
        return formatList(value.map((each: { value?: string; city?: string; title?: string }) => each.value ?? each.city ?? each.title ?? ''));
      }
      return isMoney(value) ? formatMoney(value) : isReference(value) ? (value.title ?? '…') : String(value);
  }
}
