import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The libraries every page and module shares: few files, so that a first visit makes few requests. */
export const groups = {
  lit: [
    'lit',
    'lit/decorators.js',
    'lit/directive.js',
    'lit/async-directive.js',
    'lit/directives/cache.js',
    'lit/directives/choose.js',
    'lit/directives/class-map.js',
    'lit/directives/guard.js',
    'lit/directives/if-defined.js',
    'lit/directives/join.js',
    'lit/directives/keyed.js',
    'lit/directives/live.js',
    'lit/directives/map.js',
    'lit/directives/range.js',
    'lit/directives/ref.js',
    'lit/directives/repeat.js',
    'lit/directives/style-map.js',
    'lit/directives/until.js',
    'lit/directives/when.js',
  ],
  intl: ['intl-messageformat'],
  'vaadin-forms': [
    '@vaadin/checkbox',
    '@vaadin/combo-box',
    '@vaadin/date-picker',
    '@vaadin/date-time-picker',
    '@vaadin/email-field',
    '@vaadin/integer-field',
    '@vaadin/multi-select-combo-box',
    '@vaadin/number-field',
    '@vaadin/password-field',
    '@vaadin/select',
    '@vaadin/text-area',
    '@vaadin/text-field',
  ],
  'vaadin-overlays': [
    '@vaadin/button',
    '@vaadin/confirm-dialog',
    '@vaadin/context-menu',
    '@vaadin/dialog',
    '@vaadin/notification',
    '@vaadin/popover',
    '@vaadin/progress-bar',
    '@vaadin/tabs',
    '@vaadin/tooltip',
  ],
  'vaadin-grid': ['@vaadin/grid'],
  echarts: ['echarts'],
  sortable: ['sortablejs'],
};

export const sdkSpecifier = '@pipewright/ui';

/** Further entries of a package under the group's file: the elements' own files and their lit helpers. */
function entriesOf(specifier, modules) {
  if (!specifier.startsWith('@vaadin/')) {
    return [specifier];
  }
  const directory = join(modules, specifier);
  const files = existsSync(directory) ? readdirSync(directory) : [];
  const entries = files.filter((file) => /^(vaadin-[a-z-]+|lit|all-imports)\.js$/.test(file));
  return [specifier, ...entries.map((file) => `${specifier}/${file}`)];
}

/** Group name by specifier. */
export function specifiers(modules) {
  const byGroup = Object.entries(groups).flatMap(([group, list]) =>
    list.flatMap((specifier) => entriesOf(specifier, modules)).map((specifier) => [specifier, group]),
  );
  return Object.fromEntries(byGroup);
}

const packageOf = (specifier) =>
  specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : specifier.split('/')[0];

/** Leaves mapped specifiers to the browser's import map and refuses their unmapped relatives by name. */
export function sharedLibraries(mapped) {
  const packages = new Set(mapped.map(packageOf));
  return {
    name: 'shared-libraries',
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
        if (kind === 'entry-point') {
          return null;
        }
        if (mapped.includes(path)) {
          return { path, external: true };
        }
        if (packages.has(packageOf(path))) {
          return { errors: [{ text: `"${path}" is not in the import map; use one of its mapped entries` }] };
        }
        return null;
      });
    },
  };
}
