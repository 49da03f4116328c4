import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useTexts } from '../sdk/texts.js';
import { workspace } from '../sdk/workspace.js';
import { titleFor } from '../shell/records/titles.js';

useTexts('en', {});
workspace.manifest = {
  tenant: { slug: 'acme' },
  recordTypes: [{ name: 'core.account', path: 'accounts', titleField: 'name', label: 'core.account', fields: [{ name: 'name', label: 'core.name', kind: 'text' }] }],
} as unknown as typeof workspace.manifest;

function answering(items: object[]): string[] {
  const asked: string[] = [];
  globalThis.fetch = async (address) => {
    asked.push(decodeURIComponent(String(address)));
    return new Response(JSON.stringify({ items }), { status: 200, headers: { 'Content-Type': 'application/json' } });
  };
  return asked;
}

const drawn = (ids: string[]): Promise<string[]> => {
  const draw = (ready: () => void): string[] => ids.map((id) => titleFor('core.account', id, ready));
  return new Promise((resolve) => draw(() => resolve(draw(() => assert.fail('asked again')))));
};

test('asks for all titles of a page at once, and for each but once', async () => {
  const asked = answering([{ id: 'a', name: 'Acme' }]);

  assert.deepEqual(await drawn(['a', 'gone', 'a']), ['Acme', '…', 'Acme']);
  assert.equal(asked.length, 1);
  assert.match(asked[0]!, /accounts\?filter=id=in=\(a,gone\)&fields=name&limit=100/);
});
