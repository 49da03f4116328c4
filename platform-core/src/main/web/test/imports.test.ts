import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useTexts } from '../sdk/texts.js';
import { adjust, connect, countOf, stepOf, type ImportMapping, type ImportRun } from '../shell/imports/model.js';
import { plainAmount } from '../shell/records/amounts.js';

const mapping: ImportMapping = {
  fields: [
    { field: 'name', column: 'Name' },
    { field: 'amount', column: 'Value', format: ',' },
  ],
  mode: 'create',
  keys: [],
  historical: false,
};

const run = (state: string, work: string | null = null): ImportRun => ({ id: '1', recordType: 'x', state, work, rowCount: 3 });

test('leads a column to one field and takes it from the one it went to', () => {
  assert.deepEqual(connect(mapping, 'Total', 'amount').fields, [
    { field: 'name', column: 'Name' },
    { field: 'amount', column: 'Total', format: ',' },
  ]);
  assert.deepEqual(connect(mapping, 'Value', '').fields, [{ field: 'name', column: 'Name' }]);
});

test('leaves out a field that neither a column nor a value fills', () => {
  assert.deepEqual(adjust(mapping, 'name', { column: null }).fields, [{ field: 'amount', column: 'Value', format: ',' }]);
  assert.equal(adjust(mapping, 'owner', { constant: 'Ann' }).fields.length, 3);
});

test('opens an import at the step where it stands', () => {
  assert.equal(stepOf(run('UPLOADED')), 'mapping');
  assert.equal(stepOf(run('MAPPED', 'VALIDATE')), 'preview');
  assert.equal(stepOf(run('VALIDATED')), 'preview');
  assert.equal(stepOf(run('RUNNING', 'RUN')), 'run');
  assert.equal(stepOf(run('DONE', 'UNDO')), 'run');
  assert.equal(stepOf(run('DONE_WITH_ERRORS')), 'result');
});

test('adds up rows of several states', () => {
  assert.equal(countOf({ ...run('DONE'), counts: { CREATED: 2, FAILED: 1 } }, 'ERROR', 'FAILED'), 1);
  assert.equal(countOf(run('DONE'), 'CREATED'), 0);
});

test('understands amounts as people write them', () => {
  useTexts('en', {});
  assert.equal(plainAmount('1,234.5'), '1234.5');
  assert.equal(plainAmount("1'234.50"), '1234.50');
  assert.equal(plainAmount('1,234'), '1234');
  assert.equal(plainAmount('0,5'), '0.5');
  useTexts('de', {});
  assert.equal(plainAmount('1.234,5'), '1234.5');
  assert.equal(plainAmount('1.234'), '1234');
  assert.equal(plainAmount('12.5'), '12.5');
});
