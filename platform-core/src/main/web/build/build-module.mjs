/**
 * Builds a module's web files: node build-module.mjs <module>/src/main/web <module id> <classes>/META-INF/resources
 *
 * Every *.ts directly in the folder becomes ui/modules/<module id>/<name>.js, an ES module that takes the shared
 * libraries and @pipewright/ui from the product's import map. Elements' names begin with the module's id.
 * Works inside the tree and, from the published ui-types folder, outside; esbuild and typescript come from the
 * nearest node_modules of the caller, of this script, or of the folder PIPEWRIGHT_WEB_TOOLS.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { sdkSpecifier, sharedLibraries, specifiers } from './libraries.mjs';

const [sources, id, resources] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const entryBudgetKb = 30;

function fail(message) {
  console.error(message);
  process.exit(1);
}

function tool(name) {
  const places = [process.env.PIPEWRIGHT_WEB_TOOLS, resolve(sources), process.cwd(), here, join(here, '..')].filter(Boolean);
  for (const place of places) {
    try {
      return dirname(createRequire(join(place, 'from.js')).resolve(`${name}/package.json`));
    } catch {
      continue;
    }
  }
  return fail(`${name} is not installed: npm install --save-dev ${name}`);
}

const inTree = existsSync(join(here, '../sdk/index.ts'));
const mapped = inTree
  ? Object.keys(specifiers(join(here, '../node_modules')))
  : JSON.parse(readFileSync(join(here, 'specifiers.json'), 'utf8'));
const types = inTree ? join(here, '../node_modules') : join(here, 'node_modules');

const compilerOptions = {
  target: 'ES2022',
  module: 'ESNext',
  moduleResolution: 'bundler',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  types: [],
  strict: true,
  noEmit: true,
  experimentalDecorators: true,
  useDefineForClassFields: false,
  skipLibCheck: true,
};

function checkTypes() {
  const sdk = inTree ? join(here, '../sdk/index.ts') : join(types, sdkSpecifier, 'index.d.ts');
  const directory = join(resolve(resources), '../../../web-module-check');
  mkdirSync(directory, { recursive: true });
  const project = join(directory, 'tsconfig.json');
  const from = (path) => {
    const way = relative(directory, path).replaceAll('\\', '/');
    return way.startsWith('.') ? way : `./${way}`;
  };
  const paths = { [sdkSpecifier]: [from(sdk)], '*': [`${from(types)}/@types/*`, `${from(types)}/*`] };
  const settings = { compilerOptions: { ...compilerOptions, paths }, include: [`${from(resolve(sources))}/**/*.ts`] };
  writeFileSync(project, JSON.stringify(settings));
  const compiler = join(tool('typescript'), 'bin/tsc');
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, '--project', project], { encoding: 'utf8' });
  rmSync(directory, { recursive: true, force: true });
  if (status !== 0) {
    fail(`${stdout}${stderr}`);
  }
}

function requireOwnNames(files) {
  const foreign = files.flatMap((file) => {
    const code = readFileSync(file, 'utf8');
    const names = [...code.matchAll(/(?:customElement|customElements\.define)\(\s*['"`]([^'"`]+)/g)];
    return names.filter(([, name]) => !name.startsWith(`${id}-`)).map(([, name]) => `${file}: ${name}`);
  });
  if (foreign.length) {
    fail(`Elements of module ${id} must be named ${id}-…:\n${foreign.join('\n')}`);
  }
}

async function build() {
  const entryPoints = readdirSync(sources)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && !file.endsWith('.test.ts'))
    .map((file) => join(resolve(sources), file));
  if (!entryPoints.length) {
    return;
  }
  checkTypes();
  requireOwnNames(entryPoints);
  const esbuild = await import(pathToFileURL(join(tool('esbuild'), 'lib/main.js')).href);
  const outdir = join(resolve(resources), 'ui/modules', id);
  rmSync(outdir, { recursive: true, force: true });
  await esbuild.default.build({
    entryPoints,
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    chunkNames: 'shared-[hash]',
    logLevel: 'warning',
    legalComments: 'none',
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
    plugins: [sharedLibraries([...mapped, sdkSpecifier])],
  });
  const heavy = readdirSync(outdir).filter((file) => gzipSync(readFileSync(join(outdir, file))).length > entryBudgetKb * 1024);
  if (heavy.length) {
    fail(`Over ${entryBudgetKb} KB gz: ${heavy.join(', ')}`);
  }
}

if (!sources || !id || !resources) {
  fail('Usage: build-module.mjs <web sources> <module id> <META-INF/resources>');
}
await build();
