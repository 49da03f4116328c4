import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RecordData, RecordTypeDescriptor } from '../sdk/model.js';
import { workspace } from '../sdk/workspace.js';
import { placeOf } from '../shell/records/refusals.js';

const invoice = {
  name: 'billing.invoice',
  path: 'invoices',
  fields: [
    { name: 'account', label: '', kind: 'reference', references: 'core.account' },
    { name: 'contact', label: '', kind: 'reference', references: 'core.contact' },
    { name: 'buyerReference', label: '', kind: 'text' },
    { name: 'dueOn', label: '', kind: 'date', readOnly: true },
  ],
} as unknown as RecordTypeDescriptor;
const record = { id: 'i1', account: { id: 'a1' }, contact: { id: 'c1' } } as unknown as RecordData;

function may(capabilities: string[]): void {
  workspace.manifest = {
    tenant: { slug: 'acme' },
    me: { capabilities },
    recordTypes: [
      { name: 'core.account', path: 'accounts', actions: { edit: true }, fields: [] },
      { name: 'core.contact', path: 'contacts', actions: {}, fields: [] },
      { name: 'billing.invoice-line', path: 'invoice-lines', partOf: { type: 'billing.invoice', field: 'invoice', essential: true }, actions: {}, fields: [] },
    ],
  } as unknown as typeof workspace.manifest;
}

test('leads to the field that is refused, of the record, its customer or the organisation', () => {
  may(['core.settings']);

  assert.match(placeOf(invoice, record, 'buyerReference')!, /invoices\/i1\?edit=buyerReference$/);
  assert.match(placeOf(invoice, record, 'account.taxNumber')!, /accounts\/a1\?edit=taxNumber$/);
  assert.match(placeOf(invoice, record, 'organisation.iban')!, /settings\/organisation\?field=iban$/);
  assert.match(placeOf(invoice, record, 'items[0].exemption')!, /invoices\/i1\?tab=invoice-lines$/);
  assert.match(placeOf(invoice, record, 'lines.unit')!, /invoices\/i1\?tab=invoice-lines$/);
});

test('leads nowhere that is unknown, reckoned or not for the person', () => {
  may([]);

  for (const field of ['invoice', 'dueOn', 'organisation.iban', 'contact.emails', 'account']) {
    assert.equal(placeOf(invoice, { ...record, account: null } as unknown as RecordData, field === 'account' ? 'account.taxNumber' : field), undefined);
  }
});
