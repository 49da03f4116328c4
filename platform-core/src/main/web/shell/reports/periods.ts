import { today } from '@pipewright/ui';

/** A stretch of days; open where an end is empty. */
export interface Period {
  from: string;
  to: string;
}

const day = (date: Date): string => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

const months = (year: number, first: number, count: number): Period => ({
  from: day(new Date(year, first, 1)),
  to: day(new Date(year, first + count, 0)),
});

const week = (year: number, month: number, date: number): Period => {
  const monday = date - ((new Date(year, month, date).getDay() + 6) % 7);
  return { from: day(new Date(year, month, monday)), to: day(new Date(year, month, monday + 6)) };
};

/** Periods people ask for, by name, as of a day. */
export function namedPeriods(asOf = today()): Record<string, Period> {
  const [year, count, date] = asOf.split('-').map(Number) as [number, number, number];
  const month = count - 1;
  const quarter = month - (month % 3);
  return {
    all: { from: '', to: '' },
    'this-week': week(year, month, date),
    'last-week': week(year, month, date - 7),
    'this-month': months(year, month, 1),
    'last-month': months(year, month - 1, 1),
    'this-quarter': months(year, quarter, 3),
    'last-quarter': months(year, quarter - 3, 3),
    'this-year': months(year, 0, 12),
    'last-year': months(year - 1, 0, 12),
  };
}
