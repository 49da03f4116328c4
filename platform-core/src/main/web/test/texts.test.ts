import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import IntlMessageFormat from 'intl-messageformat';

declare const WEB_SOURCES: string;

const folder = join(WEB_SOURCES, '../resources/META-INF/pipewright/texts');
const bundles = readdirSync(folder).map((file): [string, Record<string, string>] => [file.split('.')[1]!, JSON.parse(readFileSync(join(folder, file), 'utf8'))]);
const en = Object.fromEntries(bundles).en!;

function sources(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sources(join(directory, entry.name)) : [readFileSync(join(directory, entry.name), 'utf8')],
  );
}

test('has the same texts in every language', () => {
  for (const [language, texts] of bundles) {
    assert.deepEqual(Object.keys(texts).sort(), Object.keys(en).sort(), language);
  }
});

test('has every text the shell names', () => {
  const code = [...sources(join(WEB_SOURCES, 'shell')), ...sources(join(WEB_SOURCES, 'sdk'))].join('\n');
  const named = new Set([...code.matchAll(/['"`](core\.[A-Za-z0-9.-]+[A-Za-z0-9])['"`]/g)].map(([, key]) => key!));
  const notTexts = /^core\.(absence|activity|attendee|consent|contact|member|message|team|organisation|settings|features|role|roles|people|teams|modules|imports|audit|invitations)$/;
  const missing = [...named].filter((key) => !(key in en) && !notTexts.test(key)).sort();
  assert.deepEqual(missing, []);
});

test('holds only well-formed messages', () => {
  for (const [language, texts] of bundles) {
    for (const [key, message] of Object.entries(texts)) {
      assert.doesNotThrow(() => new IntlMessageFormat(message, language, undefined, { ignoreTag: true }), `${language} ${key}`);
    }
  }
});
