import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freeKey, partOf, sketch } from '../shell/settings/workflows.js';

test('makes keys of names, each of its own', () => {
  assert.equal(freeKey('Geprüft & frei!', []), 'gepruft-frei');
  assert.equal(freeKey('Check', ['check', 'check-2']), 'check-3');
  assert.equal(freeKey('承認', []), 'part');
});

test('says which part of a workflow a defect is about', () => {
  const definition = sketch('Open', 'Done', 'Finish');
  const about = (field: string): string => partOf(definition, { field, code: '', message: '' });

  assert.equal(about('definition.steps.1'), 'Done');
  assert.equal(about('definition.transitions.0.roles.2'), 'Finish');
  assert.equal(about('definition.start'), '');
});
