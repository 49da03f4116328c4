/**
 * Builds the web shell: node build/build-core.mjs <classes>/META-INF/resources
 *
 * Writes below ui/: the shared libraries, the SDK @pipewright/ui, the shell, its styles, index.html with the import map
 * and csp.txt, the Content-Security-Policy that fits it. Beside classes: ui-types/, what a module author outside needs.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { groups, sdkSpecifier, sharedLibraries, specifiers } from './libraries.mjs';
import { refusedLicences } from './licences.mjs';

const web = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const resources = resolve(process.argv[2] ?? fail('Say where META-INF/resources is.'));
const ui = join(resources, 'ui');
const target = resolve(resources, '../../..');
const modules = join(web, 'node_modules');
const budgets = { shellKb: 150, shellRequests: 30, sdkKb: 15 };

function fail(message) {
  console.error(message);
  process.exit(1);
}

const hash = (content) => createHash('sha256').update(content).digest('hex');

function installPackages() {
  const lock = hash(readFileSync(join(web, 'package-lock.json')));
  const stamp = join(modules, '.installed-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) {
    return;
  }
  execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: web,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  writeFileSync(stamp, lock);
}

function filesBelow(directory) {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    })
    .sort();
}

/** What the result depends on; an unchanged digest means the last result still stands. */
function digestOfInputs() {
  const texts = resolve(web, '../resources/META-INF/pipewright/texts');
  const inputs = [...filesBelow(web), ...(existsSync(texts) ? filesBelow(texts) : [])];
  const digest = createHash('sha256');
  inputs.forEach((path) => digest.update(relative(web, path)).update(readFileSync(path)));
  return digest.digest('hex');
}

function run(tool, args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...args], { cwd: web, encoding: 'utf8' });
  if (status !== 0) {
    fail(`${stdout}${stderr}`);
  }
}

const typescript = join(modules, 'typescript/bin/tsc');

async function runUnitTests(esbuild) {
  const directory = join(target, 'web-tests');
  rmSync(directory, { recursive: true, force: true });
  const entryPoints = readdirSync(join(web, 'test'))
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join(web, 'test', file));
  await esbuild.build({
    entryPoints,
    outdir: directory,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    alias: { [sdkSpecifier]: join(web, 'sdk/index.ts') },
    define: { WEB_SOURCES: JSON.stringify(web) },
  });
  const tests = readdirSync(directory).map((file) => join(directory, file));
  run('--test', tests);
}

const silentStatistics = {
  name: 'silent-statistics',
  setup(build) {
    const filter = /^@vaadin\/vaadin-(usage-statistics|development-mode-detector)/;
    build.onResolve({ filter }, ({ path }) => ({ path, namespace: 'silent' }));
    build.onLoad({ filter: /.*/, namespace: 'silent' }, () => ({
      contents: 'export const usageStatistics = () => {}; export const runIfDevelopmentMode = () => {};',
    }));
  },
};

const common = {
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
  outdir: ui,
  outbase: web,
  absWorkingDir: web,
};

function virtualLibraries() {
  const entries = (group) => {
    const all = Object.entries(specifiers(modules)).filter(([, name]) => name === group);
    return all.map(([specifier]) => specifier);
  };
  return {
    name: 'library-groups',
    setup(build) {
      build.onResolve({ filter: /^group:/ }, ({ path }) => ({ path: path.slice(6), namespace: 'group' }));
      build.onLoad({ filter: /.*/, namespace: 'group' }, ({ path }) => {
        const lines = entries(path).map((specifier) => `export * from '${specifier}';`);
        const standard = { intl: 'intl-messageformat', sortable: 'sortablejs' }[path];
        const last = standard ? `export { default } from '${standard}';` : '';
        return { contents: [...lines, last].join('\n'), resolveDir: web };
      });
    },
  };
}

function buildLibraries(esbuild) {
  return esbuild.build({
    ...common,
    entryPoints: Object.keys(groups).map((group) => ({ in: `group:${group}`, out: `libs/${group}` })),
    entryNames: '[dir]/[name]-[hash]',
    chunkNames: 'libs/shared-[hash]',
    splitting: true,
    plugins: [silentStatistics, virtualLibraries()],
  });
}

function buildSdk(esbuild, mapped) {
  return esbuild.build({
    ...common,
    entryPoints: [{ in: 'sdk/index.ts', out: 'sdk/pipewright-ui' }],
    entryNames: '[dir]/[name]-[hash]',
    plugins: [sharedLibraries(mapped)],
  });
}

function buildShell(esbuild, mapped) {
  return esbuild.build({
    ...common,
    entryPoints: [
      { in: 'shell/main.ts', out: 'shell/shell' },
      { in: 'shell/styles/app.css', out: 'shell/app' },
    ],
    entryNames: '[dir]/[name]-[hash]',
    chunkNames: 'shell/[name]-[hash]',
    assetNames: 'shell/[name]-[hash]',
    splitting: true,
    loader: { '.woff2': 'file', '.svg': 'file' },
    plugins: [sharedLibraries([...mapped, sdkSpecifier])],
  });
}

/** Address below the product's root of an output of a build. */
const address = (output) => '/ui/' + relative(ui, join(web, output)).replaceAll('\\', '/');

function outputOf(result, ending) {
  return Object.keys(result.metafile.outputs).find((output) => ending.test(output) && !output.endsWith('.map'));
}

function importMapOf(libraries, sdk) {
  const files = Object.fromEntries(
    Object.keys(groups).map((group) => [group, address(outputOf(libraries, new RegExp(`libs/${group}-[A-Z0-9]{8}\\.js$`)))]),
  );
  const imports = Object.entries(specifiers(modules)).map(([specifier, group]) => [specifier, files[group]]);
  return { imports: Object.fromEntries([...imports, [sdkSpecifier, address(outputOf(sdk, /pipewright-ui.*\.js$/))]]) };
}

/** Every file the entry loads before anything is shown, following the import map. */
function staticClosure(entry, outputs, importMap, found = new Set()) {
  if (found.has(entry)) {
    return found;
  }
  found.add(entry);
  for (const { path, kind, external } of outputs[entry]?.imports ?? []) {
    if (kind === 'import-statement') {
      staticClosure(external ? importMap.imports[path] : address(path), outputs, importMap, found);
    }
  }
  return found;
}

function renderPage(importMap, shell, preloads) {
  const map = JSON.stringify(importMap);
  const theme = readFileSync(join(web, 'shell/boot.js'), 'utf8').trim();
  const page = readFileSync(join(web, 'shell/index.template.html'), 'utf8')
    .replace('%THEME%', () => theme)
    .replace('%IMPORT_MAP%', () => map)
    .replace('%STYLES%', address(outputOf(shell, /shell\/app-.*\.css$/)))
    .replace('%SHELL%', address(outputOf(shell, /shell\/shell-[A-Z0-9]{8}\.js$/)))
    .replace('%PRELOADS%', preloads.map((path) => `<link rel="modulepreload" href="${path}">`).join('\n    '));
  writeFileSync(join(ui, 'index.html'), page);
  const allowed = [theme, map].map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  writeFileSync(join(ui, 'csp.txt'), policy(allowed));
}

function policy(scripts) {
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts.join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "frame-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const zipped = (path) => gzipSync(readFileSync(join(resources, path)), { level: 9 }).length / 1024;

function holdBudgets(closure, styles, sdk) {
  const sizes = [...closure, styles, '/ui/index.html'].map((path) => [path, zipped(path)]);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  const sdkSize = zipped(address(outputOf(sdk, /pipewright-ui.*\.js$/)));
  console.log(`web shell: first load ${total.toFixed(1)} KB gz in ${sizes.length} requests, SDK ${sdkSize.toFixed(1)} KB gz`);
  if (process.env.WEB_SIZES) {
    sizes.forEach(([path, size]) => console.log(`  ${size.toFixed(1).padStart(7)} ${path}`));
  }
  if (total > budgets.shellKb || sizes.length + 3 > budgets.shellRequests || sdkSize > budgets.sdkKb) {
    fail(`Over budget ${JSON.stringify(budgets)}:\n${sizes.map(([path, size]) => `${size.toFixed(1)} ${path}`).join('\n')}`);
  }
}

const typed = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'];

/** ui-types/: declarations of @pipewright/ui and lit, and the module build, for authors outside this tree. */
function writeTypes() {
  const directory = join(target, 'ui-types');
  const sdk = join(directory, 'node_modules', sdkSpecifier);
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(sdk, { recursive: true });
  run(typescript, ['--project', 'tsconfig.json', '--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--outDir', join(target, 'ui-declarations')]);
  cpSync(join(target, 'ui-declarations/sdk'), sdk, { recursive: true });
  rmSync(join(target, 'ui-declarations'), { recursive: true, force: true });
  const { version } = JSON.parse(readFileSync(join(web, 'package.json'), 'utf8'));
  const described = { name: sdkSpecifier, version, license: 'Apache-2.0', type: 'module', types: './index.d.ts' };
  writeFileSync(join(sdk, 'package.json'), JSON.stringify(described, null, 2) + '\n');
  typed.forEach((name) =>
    cpSync(join(modules, name), join(directory, 'node_modules', name), {
      recursive: true,
      filter: (path) => statSync(path).isDirectory() || /(\.d\.ts|package\.json|LICENSE)$/.test(path),
    }),
  );
  ['build-module.mjs', 'libraries.mjs'].forEach((file) => cpSync(join(web, 'build', file), join(directory, file)));
  writeFileSync(join(directory, 'specifiers.json'), JSON.stringify(Object.keys(specifiers(modules)), null, 2) + '\n');
}

async function build() {
  installPackages();
  const stamp = join(target, 'web.digest');
  const digest = digestOfInputs();
  if (existsSync(stamp) && existsSync(join(ui, 'index.html')) && readFileSync(stamp, 'utf8') === digest) {
    return;
  }
  const refused = refusedLicences(modules);
  if (refused.length) {
    fail(`Licences not on the allow list:\n${refused.join('\n')}`);
  }
  run(typescript, ['--project', 'tsconfig.json']);
  const esbuild = await import(pathToFileURL(join(modules, 'esbuild/lib/main.js')).href);
  await runUnitTests(esbuild.default);
  rmSync(ui, { recursive: true, force: true });
  const mapped = Object.keys(specifiers(modules));
  const [libraries, sdk, shell] = await Promise.all([
    buildLibraries(esbuild.default),
    buildSdk(esbuild.default, mapped),
    buildShell(esbuild.default, mapped),
  ]);
  const importMap = importMapOf(libraries, sdk);
  const outputs = Object.fromEntries(
    [libraries, sdk, shell].flatMap(({ metafile }) =>
      Object.entries(metafile.outputs).map(([output, about]) => [address(output), about]),
    ),
  );
  const entry = address(outputOf(shell, /shell\/shell-[A-Z0-9]{8}\.js$/));
  const closure = [...staticClosure(entry, outputs, importMap)];
  renderPage(importMap, shell, closure);
  holdBudgets(closure, address(outputOf(shell, /shell\/app-.*\.css$/)), sdk);
  writeTypes();
  writeFileSync(stamp, digest);
}

await build();
