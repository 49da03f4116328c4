import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datePickerTexts } from '../shell/records/date-texts.js';
import { useTexts } from '../sdk/texts.js';

test('reads every day as it is shown, so that leaving a date field keeps it', () => {
  for (const language of ['en', 'de']) {
    useTexts(language, {});
    const { formatDate, parseDate } = datePickerTexts();
    for (let month = 0; month < 12; month++) {
      const day = { year: 2026, month, day: 21 };
      assert.deepEqual(parseDate(formatDate(day)), day, `${language}: ${formatDate(day)}`);
    }
  }
});

test('reads days as people type them', () => {
  useTexts('en', {});
  const { parseDate } = datePickerTexts();
  assert.deepEqual(parseDate('6/15/26'), { year: 2026, month: 5, day: 15 });
  assert.deepEqual(parseDate('15 March 2026'), { year: 2026, month: 2, day: 15 });
  assert.deepEqual(parseDate('2026-06-15'), { year: 2026, month: 5, day: 15 });
  assert.equal(parseDate('Jun 15')?.day, 15);
  assert.equal(parseDate('13/45/2026'), undefined);
  assert.equal(parseDate('soon'), undefined);
});
