import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { formatDate, formatInstant, formatMoney } from '../sdk/format.js';
import type { Manifest } from '../sdk/model.js';
import { useFormats, useTexts } from '../sdk/texts.js';
import { workspace } from '../sdk/workspace.js';
import { instantOf, useZone, wallOf, zone } from '../sdk/zone.js';
import { dayStart, daysOf, isoDay } from '../shell/activities/calendar-model.js';
import { datePickerTexts } from '../shell/records/date-texts.js';

afterEach(() => useZone());

const wall = (text: string): Date => new Date(`${text}Z`);
const shown = (instant: string): string => wallOf(instant).toISOString().slice(0, 16);
const meant = (text: string): string => instantOf(wall(text)).toISOString();

test('shows one instant on two days, in Auckland and in Los Angeles, and a day as the same everywhere', () => {
  useTexts('en', {});
  useZone('Pacific/Auckland');
  assert.equal(formatInstant('2026-01-15T10:30:00Z').replace(/\s/g, ' '), 'Jan 15, 2026, 11:30 PM');
  assert.equal(shown('2026-01-15T12:30:00Z'), '2026-01-16T01:30');
  assert.equal(formatDate('2026-01-15'), 'Jan 15, 2026');
  useZone('America/Los_Angeles');
  assert.equal(formatInstant('2026-01-15T10:30:00Z').replace(/\s/g, ' '), 'Jan 15, 2026, 2:30 AM');
  assert.equal(shown('2026-01-15T07:30:00Z'), '2026-01-14T23:30');
  assert.equal(formatDate('2026-01-15'), 'Jan 15, 2026');
});

test('writes days and numbers as in the country that was chosen, in the words of the language (S-AUTH-08)', () => {
  const shown = (text: string, country?: string): string[] => {
    useTexts(text, {});
    useFormats(country);
    return [formatDate('2026-12-31'), formatMoney({ amount: '1234.5', currency: 'EUR' })].map((each) => each.replace(/\s/g, ' '));
  };

  assert.deepEqual(shown('en'), ['Dec 31, 2026', '€1,234.50']);
  assert.deepEqual(shown('en', 'DE'), ['31 Dec 2026', '1.234,50 €']);
  assert.deepEqual(shown('en', 'FR'), ['31 Dec 2026', '1 234,50 €']);
  assert.deepEqual(shown('de', 'US'), ['31.12.2026', '€1,234.50']);
  useFormats();
});

test('takes what is entered as time of the zone, there and back', () => {
  for (const name of ['Pacific/Auckland', 'America/Los_Angeles', 'Asia/Kathmandu', 'UTC']) {
    useZone(name);
    for (const instant of ['2026-01-15T10:30:00.000Z', '2026-07-15T23:59:00.000Z', '2026-12-31T23:30:00.000Z']) {
      assert.equal(instantOf(wallOf(instant)).toISOString(), instant, name);
    }
  }
});

test('keeps the hours of the day on which the clocks go forward', () => {
  useZone('America/Los_Angeles');
  assert.equal(meant('2026-03-08T01:30'), '2026-03-08T09:30:00.000Z');
  assert.equal(meant('2026-03-08T03:30'), '2026-03-08T10:30:00.000Z');
  assert.equal(meant('2026-03-08T02:30'), '2026-03-08T10:30:00.000Z');
  assert.equal(shown('2026-03-08T10:00:00Z'), '2026-03-08T03:00');
  assert.equal(instantOf(wall('2026-03-09T00:00')).getTime() - instantOf(wall('2026-03-08T00:00')).getTime(), 23 * 3_600_000);
});

test('takes the first of two where the clocks go back', () => {
  useZone('Pacific/Auckland');
  assert.equal(meant('2026-04-05T02:30'), '2026-04-04T13:30:00.000Z');
  assert.equal(shown('2026-04-04T14:30:00Z'), '2026-04-05T02:30');
  assert.equal(meant('2026-04-05T03:30'), '2026-04-04T15:30:00.000Z');
  assert.equal(instantOf(wall('2026-04-06T00:00')).getTime() - instantOf(wall('2026-04-05T00:00')).getTime(), 25 * 3_600_000);
});

test('draws each day of a week once, also when the clocks change in it', () => {
  for (const name of ['America/Los_Angeles', 'Pacific/Auckland']) {
    useZone(name);
    assert.deepEqual(daysOf('week', dayStart(wall('2026-03-08T12:00'))).map(isoDay), ['02', '03', '04', '05', '06', '07', '08'].map((date) => `2026-03-${date}`));
  }
});

test('keeps to the zone of the browser where none is chosen or known', () => {
  const browser = zone();
  useZone('Mars/Olympus');
  assert.equal(zone(), browser);
  useZone(null);
  assert.equal(zone(), browser);
});

test('begins weeks where the organisation does', () => {
  const first = (firstWeekday: number): string => {
    workspace.manifest = { tenant: { firstWeekday } } as Manifest;
    return daysOf('week', new Date('2026-11-25T00:00Z'))[0]!.toISOString().slice(0, 10);
  };

  assert.equal(first(1), '2026-11-23');
  assert.equal(first(6), '2026-11-21');
  assert.equal(first(7), '2026-11-22');
  assert.equal(datePickerTexts().firstDayOfWeek, 0);
  workspace.manifest = undefined;
});
