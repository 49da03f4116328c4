import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const allowed = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'BlueOak-1.0.0', '(MPL-2.0 OR Apache-2.0)']);
const commercial = ['dashboard', 'board', 'charts', 'crud', 'grid-pro', 'map', 'rich-text-editor', 'bundles'].map(
  (name) => `@vaadin/${name}`,
);

function packagesIn(modules) {
  return readdirSync(modules)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) => (name.startsWith('@') ? readdirSync(join(modules, name)).map((inner) => `${name}/${inner}`) : name))
    .filter((name) => existsSync(join(modules, name, 'package.json')));
}

/** Names every installed package whose licence is not on the list. */
export function refusedLicences(modules) {
  return packagesIn(modules).flatMap((name) => {
    const { license } = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8'));
    return allowed.has(license) && !commercial.includes(name) ? [] : [`${name}: ${license ?? 'no licence named'}`];
  });
}
