import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useTexts } from '../sdk/texts.js';
import { workspace } from '../sdk/workspace.js';
import type { RecordTypeDescriptor } from '../sdk/index.js';
import { fieldAt, partsOf, pathLabel } from '../shell/records/values.js';

useTexts('en', { 'core.account': 'Account', 'core.addresses': 'Addresses', 'core.point.country': 'Country' });
const accounts = { name: 'core.account', fields: [{ name: 'addresses', label: 'core.addresses', kind: 'addresses', filterable: true }] } as unknown as RecordTypeDescriptor;
const deals = { name: 'sales.opportunity', fields: [{ name: 'account', label: 'core.account', kind: 'reference', references: 'core.account' }] } as unknown as RecordTypeDescriptor;
workspace.manifest = { recordTypes: [accounts, deals] } as unknown as typeof workspace.manifest;

test('finds parts of addresses, also of the record that one belongs to', () => {
  assert.equal(fieldAt(accounts, 'addresses.country')?.kind, 'country');
  assert.equal(fieldAt(deals, 'account.addresses.city')?.kind, 'text');
  assert.equal(fieldAt(deals, 'account.addresses')?.kind, 'addresses');
  assert.equal(fieldAt(accounts, 'addresses.planet'), undefined);
  assert.equal(fieldAt(accounts, 'industry.country'), undefined);
});

test('names them by the way that leads there', () => {
  assert.equal(pathLabel(deals, 'account.addresses.country'), 'Account › Addresses › Country');
});

test('takes only addresses apart', () => {
  assert.deepEqual(
    partsOf(accounts.fields[0]!).map(({ name }) => name),
    ['addresses.country', 'addresses.region', 'addresses.postalCode', 'addresses.city', 'addresses.street'],
  );
  assert.deepEqual(partsOf(deals.fields[0]!), []);
});
