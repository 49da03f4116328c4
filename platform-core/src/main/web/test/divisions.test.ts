import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RecordTypeDescriptor } from '../sdk/model.js';
import { filterFor, indifferentTo, NONE } from '../shell/start/divisions.js';

const fairs = { name: 'events.event', fields: [{ name: 'territory', divides: true }, { name: 'account' }] } as unknown as RecordTypeDescriptor;
const bankEntries = { name: 'billing.bank-entry', fields: [{ name: 'amount' }] } as unknown as RecordTypeDescriptor;

test('tells a card of a module which territories were chosen, each with all below it, or none', () => {
  assert.equal(filterFor(fairs, {}), '');
  assert.equal(filterFor(fairs, { territory: ['a', 'b'] }), 'territory=under=(a,b)');
  assert.equal(filterFor(fairs, { territory: [NONE] }), 'territory=isnull=true');
  assert.equal(filterFor(fairs, { territory: ['a', NONE] }), 'territory=under=(a),territory=isnull=true');
});

test('does not narrow what cannot be in a territory, and knows that it does not', () => {
  const chosen = { territory: ['a'] };

  assert.equal(filterFor(bankEntries, chosen), '');
  assert.equal(filterFor(undefined, chosen), '');
  assert.deepEqual(indifferentTo(fairs, chosen), []);
  assert.deepEqual(indifferentTo(bankEntries, chosen), ['territory']);
  assert.deepEqual(indifferentTo(undefined, chosen), ['territory']);
  assert.deepEqual(indifferentTo(undefined, { territory: [] }), []);
});
