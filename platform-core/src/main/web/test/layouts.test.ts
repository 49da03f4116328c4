import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useTexts } from '../sdk/texts.js';
import type { FieldDescriptor, LayoutDescriptor, RecordTypeDescriptor } from '../sdk/model.js';
import { arranged, columnsOf } from '../shell/records/layouts.js';

useTexts('en', { 'core.thing.group.size': 'Size' });

const field = (name: string, group = ''): FieldDescriptor => ({ name, label: name, kind: 'text', group });
const fields = [field('name'), field('width', 'size'), field('colour')];

const type = (...layouts: LayoutDescriptor[]): RecordTypeDescriptor => ({
  name: 'core.thing',
  path: 'things',
  label: 'core.thing',
  titleField: 'name',
  columns: ['name'],
  fields,
  actions: {},
  layouts,
});

const told = (of: RecordTypeDescriptor, record: Record<string, unknown>): [string, string[]][] =>
  arranged(of, record, fields).sections.map(({ label, fields: some }) => [label, some.map(({ name }) => name)]);

const form = (...names: string[]): LayoutDescriptor => ({ sections: [{ group: '', fields: names }], columns: [] });
const when = (field: string, value: string): Pick<LayoutDescriptor, 'when'> => ({ when: { field, values: [value] } });

test('leaves fields in the sections they were declared in where no layout fits', () => {
  assert.deepEqual(told(type(), {}), [['', ['name', 'colour']], ['Size', ['width']]]);
  assert.deepEqual(arranged(type(), {}, fields).rest, []);
});

test('shows what the layout has, in its order, and tells what it leaves out', () => {
  const laidOut = type({ sections: [{ group: 'size', fields: ['colour', 'gone'] }, { group: 'size', label: 'First', fields: ['name'] }], columns: [] });

  assert.deepEqual(told(laidOut, {}), [['Size', ['colour']], ['First', ['name']]]);
  assert.deepEqual(arranged(laidOut, {}, fields).rest.map(({ name }) => name), ['width']);
});

test('takes the first layout that fits the kind of the record', () => {
  const laidOut = type({ ...form('colour'), ...when('kind', 'k1') }, form('name'));

  assert.deepEqual(told(laidOut, { kind: { id: 'k1', title: 'One' } }), [['', ['colour']]]);
  assert.deepEqual(told(laidOut, { kind: { id: 'k2', title: 'Two' } }), [['', ['name']]]);
});

test('looks for columns and for sections separately', () => {
  const laidOut = type({ ...form('colour'), ...when('kind', 'k1') }, { sections: [], columns: ['colour', 'width'] });

  assert.deepEqual(columnsOf(laidOut, { kind: 'k1' }), ['colour', 'width']);
  assert.deepEqual(told(laidOut, { kind: 'k1' }), [['', ['colour']]]);
  assert.deepEqual(columnsOf(type(form('colour')), {}), ['name']);
});
