import { cruise, type ICruiseResult, type IDependency, type IModule } from 'dependency-cruiser';
import { beforeAll, describe, expect, it } from 'vitest';

/** The words of the trade. They import nothing, so that rooms below the document may name a role too. */
const VOCABULARY = 'core/document/vocabulary.ts';

/** Who may import whom: each room of core and of the extension, and the rooms whose files it may name. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'core/base': [],
  'core/pairing': ['core/base', VOCABULARY],
  'core/page': ['core/base'],
  'core/standards': ['core/base'],
  'core/privacy': ['core/base', VOCABULARY],
  'core/records': ['core/base', VOCABULARY],
  'core/document': ['core/base', 'core/pairing', 'core/privacy', 'core/records', 'core/standards'],
  'core/readers': ['core/base', 'core/pairing', 'core/page', 'core/document'],
  'core/files': ['core/base', 'core/pairing', 'core/page', 'core/document', 'core/readers'],
  'core/tables': ['core/base', 'core/standards'],
  'core/unit': ['core/base', 'core/document', 'core/standards', 'core/tables'],
  'core/rules': ['core/base', 'core/pairing', 'core/document', 'core/records', 'core/standards', 'core/unit'],
  'core/check': ['core/base', 'core/document', 'core/standards', 'core/unit', 'core/rules'],
  'core/ledger': ['core/base'],
  'core/evidence': ['core/base', 'core/check', 'core/document', 'core/ledger', 'core/privacy', 'core/records'],
  'core/evaluation': ['core/base', 'core/ledger', 'core/records', 'core/standards', 'core/unit'],
  'core/exports': ['core/'],
  'core/cli': ['core/'],
  'extension/entrypoints': ['extension/'],
  'extension/ui': ['core/', 'extension/browser.ts'],
  'extension/storage': ['core/'],
  'extension/worker': ['core/', 'extension/storage'],
  // A page that goes into bundles; it knows no browser's extension.
  'extension/verifier': ['core/base', 'core/ledger'],
  'extension/page': ['core/base', 'core/page', 'extension/browser.ts', 'extension/messages'],
  'extension/background': ['core/', 'extension/browser.ts', 'extension/messages', 'extension/storage'],
  // What leaves the ledger as a file, from whichever page of ours is open.
  'extension/exports': [...SCREEN(), 'extension/worker'],
  // Files are read in the worker, wherever the person is.
  'extension/panel': [...SCREEN(), 'extension/exports', 'extension/worker'],
  // The settings stand on a page of their own and on a screen of the workbench.
  'extension/workbench': [...SCREEN(), 'extension/exports', 'extension/worker', 'extension/options'],
  'extension/options': SCREEN(),
  // A document to try everything on. No content script may be put into a page of ours: it brings its own.
  'extension/demo': ['core/base', 'extension/ui', 'extension/browser.ts', 'extension/page'],
  'extension/browser.ts': [],
  'extension/messages': ['core/', 'extension/browser.ts'],
};

/** Screens ask through messages; of storage they see only the read-only module. */
function SCREEN(): string[] {
  return ['core/', 'extension/ui', 'extension/browser.ts', 'extension/messages', 'extension/storage/ledger-reader.ts'];
}

/** Each outside package has one door; comlink has two ends. Node's own modules are for the command line and its files. */
const DOORS: Record<string, readonly string[]> = {
  'webextension-polyfill': ['extension/browser.ts'],
  preact: ['extension/ui/preact.ts'],
  '@preact/signals': ['extension/ui/preact.ts'],
  idb: ['extension/storage/'],
  comlink: ['extension/worker/worker.ts', 'extension/worker/client.ts'],
  'fuse.js': ['core/base/near.ts'],
  valibot: ['core/base/schema.ts'],
  fflate: ['core/files/containers/zip.ts'],
  saxes: ['core/files/containers/xml.ts'],
  canonicalize: ['core/base/canonical.ts'],
  '@noble/hashes': ['core/base/hash.ts'],
  'sm-crypto-v2': ['core/base/sm3.ts'],
  hucre: ['core/exports/xlsx.ts'],
  jsdom: ['core/files/html/saved-page.ts'],
  'pdfjs-dist': ['core/files/pdf/pdfjs.ts'],
  '@types/sarif': ['core/exports/check/sarif.ts'],
  wxt: ['extension/entrypoints/'],
};

/** Below core/rules: the rules themselves and what they ask. */
const A_RULE = /^core\/rules\/[^/]+\//;

/** Files that only tests import may reach further: they put whole documents together. */
const FOR_TESTS = /\.test\.tsx?$|\/testing\.tsx?$/;

let modules: IModule[];

beforeAll(async () => {
  const result = await cruise(
    ['core', 'extension'],
    { tsPreCompilationDeps: true, doNotFollow: { path: 'node_modules' }, exclude: { path: '\\.css$' } },
    { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  );
  modules = (result.output as ICruiseResult).modules.filter((one) => /^(core|extension)\//.test(one.source));
}, 120_000);

const roomOf = (path: string): string => (path.split('/').length === 2 ? path : path.split('/').slice(0, 2).join('/'));

/** What is forbidden in a list of imports, as `from → to`. */
function forbidden(imports: readonly (readonly [from: string, to: string])[]): string[] {
  return imports
    .filter(([from, to]) => /^(core|extension)\//.test(to) && roomOf(from) !== roomOf(to))
    .filter(([from, to]) => !(MAY_IMPORT[roomOf(from)] ?? []).some((allowed) => to.startsWith(allowed)))
    .map(([from, to]) => `${from} → ${to}`);
}

function outsideDoors(imports: readonly (readonly [from: string, to: string])[]): string[] {
  return imports.flatMap(([from, to]) => {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(to)?.[1];
    if (name === undefined) return [];
    const doors = DOORS[name];
    return doors?.some((door) => from.startsWith(door)) ? [] : [`${from} → ${name}`];
  });
}

function importsOf(list: readonly IModule[]): [string, string][] {
  return list
    .filter((one) => !FOR_TESTS.test(one.source))
    .flatMap((one) => one.dependencies.map((dependency): [string, string] => [one.source, dependency.resolved]));
}

/** A type leaves no trace in what is shipped. */
const inTypesOnly = ({ dependencyTypes }: IDependency): boolean => dependencyTypes.includes('type-only');

/** Every module that is loaded with these, they included. @param later also what they load when it is needed */
function loadedWith(starts: readonly string[], { later }: { later: boolean }): string[] {
  const known = new Map(modules.map((one) => [one.source, one]));
  const reached = new Set(starts);
  for (const source of reached)
    for (const dependency of known.get(source)?.dependencies ?? [])
      if (!inTypesOnly(dependency) && (later || !dependency.dynamic)) reached.add(dependency.resolved);
  return [...reached];
}

describe('who may import whom', () => {
  it('looked at the whole house', () => {
    expect(modules.length).toBeGreaterThan(80);
    expect(importsOf(modules).length).toBeGreaterThan(200);
    expect(Object.keys(MAY_IMPORT).filter((room) => !modules.some((one) => one.source.startsWith(room)))).toEqual([]);
  });

  it('resolved every import', () => {
    const lost = modules.flatMap((one) =>
      one.dependencies
        .filter((dependency) => dependency.couldNotResolve)
        .map((dependency) => `${one.source} → ${dependency.module}`),
    );
    expect(lost.filter((line) => !/\.css$|wxt\/|virtual:/.test(line))).toEqual([]);
  });

  it('finds no forbidden direction', () => {
    expect(forbidden(importsOf(modules))).toEqual([]);
  });

  it('finds each outside package behind its own door', () => {
    expect(outsideDoors(importsOf(modules).filter(([, to]) => !/preact\/jsx-runtime|jsxRuntime/.test(to)))).toEqual([]);
  });

  it('finds no circle', () => {
    expect(
      modules.flatMap((one) =>
        one.dependencies
          .filter((dependency) => dependency.circular && !inTypesOnly(dependency))
          .map((dependency) => `${one.source} ⟲ ${dependency.resolved}`),
      ),
    ).toEqual([]);
  });

  it('finds no rule among what the screens load: a run carries what they show', () => {
    const filesOf = (...rooms: string[]): string[] =>
      modules.map((one) => one.source).filter((source) => !FOR_TESTS.test(source) && rooms.includes(roomOf(source)));
    const rulesIn = (starts: readonly string[]): string[] =>
      loadedWith(starts, { later: true }).filter((source) => A_RULE.test(source));
    const screens = filesOf('extension/panel', 'extension/workbench', 'extension/ui');
    expect(loadedWith(screens, { later: true }).length).toBeGreaterThan(60);
    expect(loadedWith(screens, { later: true })).toContain('core/check/summary.ts');
    expect(rulesIn(screens)).toEqual([]);
    // The background judges, and loads them all.
    expect(rulesIn(filesOf('extension/background')).length).toBeGreaterThan(20);
  });

  it('keeps what only some screens need out of what every opening of the panel loads', () => {
    const loaded = loadedWith(['extension/panel/start.tsx'], { later: false });
    expect(loaded.length).toBeGreaterThan(15);
    expect(loaded.filter((path) => /node_modules\/(?:valibot|idb|comlink|fuse\.js)\//.test(path))).toEqual([]);
    expect(loaded.filter((path) => path.startsWith('extension/storage/'))).toEqual([]);
    // And would see it.
    expect(loadedWith(['extension/panel/evidence/EvidenceTab.tsx'], { later: false }).join()).toMatch(
      /node_modules\/idb\//,
    );
  });

  it('would see a forbidden one', () => {
    expect(forbidden([['core/ledger/chain.ts', 'core/document/model.ts']])).toHaveLength(1);
    expect(forbidden([['extension/panel/Panel.tsx', 'extension/storage/ledger-writer.ts']])).toHaveLength(1);
    expect(forbidden([['core/base/text.ts', 'extension/messages']])).toHaveLength(1);
    expect(outsideDoors([['core/check/check.ts', 'node_modules/valibot/dist/index.js']])).toHaveLength(1);
  });
});
