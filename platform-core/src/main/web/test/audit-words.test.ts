import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useTexts } from '../sdk/texts.js';
import { workspace } from '../sdk/workspace.js';
import { deedInWords, fieldInWords, kindInWords, nameInWords, valueInWords } from '../shell/settings/audit-words.js';

useTexts('en', {
  'sales.leads': 'Leads',
  'sales.lead.one': 'Lead',
  'sales.lead.company': 'Company',
  'sales.lead.verb.qualify': 'Qualify',
  'core.audit.kind.feature': 'Feature',
  'core.audit.kind.core.role': 'Role',
  'core.audit.right': 'Read the audit log',
  'core.history.switch': 'switched',
  'core.level.team': 'team',
  'core.access.view': 'View only',
  'core.yes': 'Yes',
  'core.created': '“{name}” created',
  'core.import.count.created': 'created',
});
workspace.manifest = {
  recordTypes: [{ name: 'sales.lead', label: 'sales.lead', fields: [{ name: 'company', label: 'sales.lead.company', kind: 'text' }] }],
} as unknown as typeof workspace.manifest;

test('names what is no record by its kind and its text', () => {
  assert.equal(kindInWords('feature:sales.leads@Trainee'), 'Feature');
  assert.equal(nameInWords('feature:sales.leads@Trainee', 'sales.leads@Trainee'), 'Leads – Trainee');
  assert.equal(nameInWords('core.role', 'Trainee'), 'Trainee');
  assert.equal(deedInWords('feature:sales.leads', 'switch'), 'switched');
});

test('tells rights of a role in words', () => {
  assert.equal(fieldInWords('core.role', 'sales.lead/qualify'), 'Lead: Qualify');
  assert.equal(fieldInWords('core.role', 'core.audit/use'), 'Read the audit log');
  assert.equal(fieldInWords('core.role', 'sales.lead.company'), 'Lead: Company');
  assert.equal(fieldInWords('core.role', 'feature:sales.leads'), 'Feature: Leads');
  assert.equal(valueInWords('core.role', 'sales.lead/qualify', 'team'), 'team');
  assert.equal(valueInWords('core.role', 'sales.lead.company', 'view'), 'View only');
});

test('tells no name where there is but one value', () => {
  assert.equal(fieldInWords('setting:core.x', 'value'), '');
  assert.equal(valueInWords('feature:sales.leads', 'value', true), 'Yes');
});

test('counts the rows of an import, and says nothing that lacks a value', () => {
  assert.equal(fieldInWords('import:core.account', 'created'), 'created');
  assert.equal(fieldInWords('core.role', 'created'), 'created');
});
