import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedPeriods } from '../shell/reports/periods.js';

test('names periods as of a day, over the turn of the year', () => {
  const periods = namedPeriods('2026-02-15');

  assert.deepEqual(periods['this-week'], { from: '2026-02-09', to: '2026-02-15' });
  assert.deepEqual(periods['last-week'], { from: '2026-02-02', to: '2026-02-08' });
  assert.deepEqual(periods['this-month'], { from: '2026-02-01', to: '2026-02-28' });
  assert.deepEqual(periods['last-month'], { from: '2026-01-01', to: '2026-01-31' });
  assert.deepEqual(periods['this-quarter'], { from: '2026-01-01', to: '2026-03-31' });
  assert.deepEqual(periods['last-quarter'], { from: '2025-10-01', to: '2025-12-31' });
  assert.deepEqual(periods['last-year'], { from: '2025-01-01', to: '2025-12-31' });
});
