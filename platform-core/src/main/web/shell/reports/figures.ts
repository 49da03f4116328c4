import { nothing, type TemplateResult } from 'lit';
import {
  allOf,
  choiceLabel,
  formatDate,
  formatNumber,
  formatPercent,
  formatValue,
  locale,
  t,
  workspace,
  type Money,
  type RecordTypeDescriptor,
  type ReportDescriptor,
} from '@pipewright/ui';
import { sumWithGap } from '../records/sums.js';
import { fieldAt } from '../records/values.js';
import type { Period } from './periods.js';

export interface Value {
  number?: string;
  sum?: Money;
  withoutRate?: number;
}

export interface Line {
  key?: string | null;
  label?: string | null;
  values: Record<string, Value>;
}

export interface Result {
  by: string;
  sort: 'value' | 'reference' | 'month' | 'week' | 'size';
  figures: { key: string; unit: 'count' | 'money' | 'percent' | 'days' }[];
  lines: Line[];
  total: Line;
}

export const amountOf = (value?: Value): number => Number(value?.sum?.amount ?? value?.number ?? 0);

export function shown(unit: Result['figures'][number]['unit'], value?: Value): string | TemplateResult | typeof nothing {
  if (value?.sum) {
    return sumWithGap(value.sum, value.withoutRate);
  }
  return value?.number == null ? '–' : unit === 'percent' ? formatPercent(Number(value.number)) : formatNumber(Number(value.number));
}

/** The day after, so that a period of times includes its last day whole. */
const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** The days of a week that begins on that Monday. */
export function formatWeek(monday: string): string {
  const first = new Date(`${monday}T00:00Z`);
  const last = new Date(first.getTime() + 6 * 86_400_000);
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).formatRange(first, last);
}

export function nameOf(type: RecordTypeDescriptor, { by, sort }: Result, { key, label }: Line): string {
  if (key == null) {
    return t('core.empty-value');
  }
  const field = fieldAt(type, by);
  if (sort === 'month') {
    return new Intl.DateTimeFormat(locale(), { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${key}-01T00:00Z`));
  }
  if (sort === 'week') {
    return formatWeek(key);
  }
  if (sort === 'size') {
    return key === '1' ? t('core.report.below', { limit: formatNumber(10) }) : t('core.report.from-to', { from: formatNumber(Number(key)), to: formatNumber(Number(key) * 10) });
  }
  if (field?.kind === 'choice') {
    return choiceLabel(field, key);
  }
  if (field?.kind === 'boolean') {
    return formatValue(field, key === 'true');
  }
  return field?.kind === 'date' ? formatDate(key) : (label ?? key);
}

/** Criteria of the records that a line counts, of those the report is filtered by; undefined where no list can be filtered by it. */
export function recordsOf(type: RecordTypeDescriptor, report: ReportDescriptor, { by, sort }: Result, { key }: Line, { from, to }: Period, filter = ''): string | undefined {
  if (sort === 'month' || sort === 'week' || sort === 'size' || !workspace.manifest!.menu.some(({ path }) => path === type.path)) {
    return undefined;
  }
  const value = key == null ? `${by}=isnull=true` : `${by}==${sort === 'reference' ? key : `'${key.replaceAll("'", "\\'")}'`}`;
  return allOf(report.filter, from && `${report.period}>=${from}`, to && `${report.period}<${dayAfter(to)}`, value, filter);
}
