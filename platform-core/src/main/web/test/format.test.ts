import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatAgo, formatDate, formatMoney, formatValue } from '../sdk/format.js';
import { one, many, t, useTexts } from '../sdk/texts.js';
import { fit, rank } from '../shell/palette/rank.js';
import { slugOf } from '../shell/signup/slug.js';

test('writes amounts without losing digits', () => {
  useTexts('en', {});
  assert.equal(formatMoney({ amount: '9007199254740993.25', currency: 'USD' }), '$9,007,199,254,740,993.25');
  assert.equal(formatMoney({ amount: '1200.00', currency: 'EUR' }, true), '€1,200');
});

test('writes days the same in every time zone, in the language', () => {
  useTexts('de', {});
  assert.equal(formatDate('2026-01-01'), '01.01.2026');
  useTexts('en', {});
  assert.equal(formatDate('2026-01-01'), 'Jan 1, 2026');
});

test('tells how long ago', () => {
  useTexts('en', {});
  assert.equal(formatAgo('2026-01-01T00:00:00Z', Date.parse('2026-01-03T01:00:00Z')), '2 days ago');
});

test('writes values by the kind of their field', () => {
  useTexts('en', { 'core.yes': 'Yes', 'x.NEW': 'New' });
  assert.equal(formatValue({ name: 'a', label: 'a', kind: 'boolean' }, true), 'Yes');
  assert.equal(formatValue({ name: 'a', label: 'a', kind: 'choice', choices: [{ value: 'NEW', label: 'x.NEW' }] }, 'NEW'), 'New');
  assert.equal(formatValue({ name: 'a', label: 'a', kind: 'integer', min: 0 }, 1985), '1,985');
  assert.equal(formatValue({ name: 'a', label: 'a', kind: 'integer', min: 1000, most: 2999 }, 1985), '1985');
  assert.equal(formatValue({ name: 'a', label: 'a', kind: 'reference' }, { id: '1', title: 'Acme' }), 'Acme');
  assert.equal(formatValue({ name: 'a', label: 'a', kind: 'text' }, null), '');
});

test('fills texts and falls back to the key', () => {
  useTexts('en', { 'a.b': '{count, plural, one {# row} other {# rows}}', 'x.one': 'Lead', 'x.many': 'Leads' });
  assert.equal(t('a.b', { count: 1 }), '1 row');
  assert.equal(t('a.b', { count: 1200 }), '1,200 rows');
  assert.equal(t('missing.key'), 'missing.key');
  assert.equal(one('x') + many('x'), 'LeadLeads');
});

test('ranks starts before middles and leaves out what does not fit', () => {
  assert.deepEqual(rank(['Opportunities', 'New opportunity', 'Leads'], 'opp', (text) => text), ['Opportunities', 'New opportunity']);
  assert.equal(fit('Über uns', 'uber'), 100);
  assert.equal(fit('Leads', 'xyz'), 0);
});

test('makes an address out of a name', () => {
  assert.equal(slugOf('  Müller & Söhne GmbH '), 'mueller-soehne-gmbh');
});
