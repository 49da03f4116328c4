import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import IntlMessageFormat from 'intl-messageformat';

declare const WEB_SOURCES: string;

const folder = join(WEB_SOURCES, '../resources/META-INF/pipewright/texts');
const read = (language: string): Record<string, string> => JSON.parse(readFileSync(join(folder, `core.${language}.json`), 'utf8'));
const en = read('en');
const de = read('de');

function sources(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sources(join(directory, entry.name)) : [readFileSync(join(directory, entry.name), 'utf8')],
  );
}

test('has the same texts in every language', () => {
  assert.deepEqual(
    Object.keys(en).filter((key) => !(key in de)),
    [],
  );
  assert.deepEqual(
    Object.keys(de).filter((key) => !(key in en)),
    [],
  );
});

test('has every text the shell names', () => {
  const code = [...sources(join(WEB_SOURCES, 'shell')), ...sources(join(WEB_SOURCES, 'sdk'))].join('\n');
  const named = new Set([...code.matchAll(/['"`](core\.[A-Za-z0-9.-]+[A-Za-z0-9])['"`]/g)].map(([, key]) => key!));
  const notTexts = /^core\.(absence|activity|attendee|consent|contact|member|message|team|organisation|settings|features|role|roles|people|teams|modules|imports|audit|invitations)$/;
  const missing = [...named].filter((key) => !(key in en) && !notTexts.test(key)).sort();
  assert.deepEqual(missing, []);
});

test('holds only well-formed messages', () => {
  for (const [language, texts] of [
    ['en', en],
    ['de', de],
  ] as const) {
    for (const [key, message] of Object.entries(texts)) {
      assert.doesNotThrow(() => new IntlMessageFormat(message, language, undefined, { ignoreTag: true }), `${language} ${key}`);
    }
  }
});
