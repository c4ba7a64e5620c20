import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { BUILT, faultsOf, filesIn, waysOut } from './shipped.ts';
import { NOTICES } from './third-party.ts';

/** The extension as it is handed out; `npm test` builds it before. */
const files = filesIn(BUILT);
const textOf = (name: string): string => {
  const file = files.find((one) => one.name === name);
  if (file === undefined) throw new Error(`no ${name}`);
  return new TextDecoder().decode(file.bytes);
};
const scripts = files.filter(({ name }) => name.endsWith('.js'));

describe('the shipped extension', () => {
  it('is there', () => {
    expect(scripts.length).toBeGreaterThan(4);
    expect(files.map(({ name }) => name)).toContain('manifest.json');
  });

  it('talks to nobody, runs no words as code and brings no other program', () => {
    expect(faultsOf(files)).toEqual([]);
  });

  it('asks for no site at install and lets its pages connect to themselves only', () => {
    const manifest = JSON.parse(textOf('manifest.json'));
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.content_scripts ?? []).toEqual([]);
    expect(manifest.permissions).toEqual(['activeTab', 'scripting', 'sidePanel', 'storage', 'unlimitedStorage']);
    expect(manifest.content_security_policy.extension_pages).toContain("connect-src 'self';");
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
  });

  it('carries the licence of each package that is in it', () => {
    const notices = textOf(NOTICES).split(/^## /m).slice(1);
    const named = notices.map((notice) => notice.slice(0, notice.indexOf(' ')));
    // Of what the extension is made of; jsdom, saxes and fflate belong to the command line.
    for (const name of ['@noble/hashes', '@preact/signals', 'canonicalize', 'comlink', 'fuse.js', 'hucre', 'idb'])
      expect(named).toContain(name);
    for (const name of ['preact', 'valibot', 'webextension-polyfill', 'wxt', 'pinyin-pro'])
      expect(named).toContain(name);
    for (const notice of notices)
      expect(notice).toMatch(/permission is hereby granted|permission to use|apache license|mozilla public license/i);
    expect(named).not.toContain('jsdom');
  });

  it('writes spreadsheets and brings nothing that reads them', () => {
    // The library for PDF unpacks what stands in a PDF.
    const others = scripts.filter(({ name }) => !/(?:^|\/)pdf\.(?:worker\.)?min-/.test(name));
    const code = others.map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n');
    expect(code).toContain('xl/worksheets/sheet');
    // Words of the library's readers of xlsx, xlsb and xls.
    expect(code).not.toMatch(/xl\/workbook\.bin|\bBIFF\b/);
  });
});

describe('the check', () => {
  it.each([
    'fetch("/x")',
    'self["fetch"]("/x")',
    'new XMLHttpRequest',
    'eval("1")',
    '(0,eval)(a)',
    'new Function("a")',
    'setTimeout("a()", 1)',
    'x="https://example.com/a"',
    'import("https://example.com/a.js")',
    '<script src="//example.com/a.js"></script>',
    'a{background:url(https://example.com/a.png)}',
    'navigator.sendBeacon("")',
  ])('would see a way out: %s', (code) => {
    expect(waysOut(code)).not.toEqual([]);
  });

  it('sees none in names', () => {
    expect(waysOut('prefetch(a);b.fetch(c);"http://www.w3.org/2000/svg";setTimeout(a,1)//a.b/')).toEqual([]);
  });

  it('is a command that anybody can run on a folder or a zip', () => {
    const folder = mkdtempSync(join(tmpdir(), 'duibiao-'));
    const program = join(import.meta.dirname, 'shipped.ts');
    const run = (path: string) => spawnSync(process.execPath, [program, path], { encoding: 'utf8' });
    try {
      const good = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]));
      const zip = join(folder, 'a.zip');
      writeFileSync(zip, zipSync(good, { level: 0 }));
      expect(run(zip)).toMatchObject({ status: 0, stdout: expect.stringContaining('no network') });
      expect(run(BUILT).status).toBe(0);
      const code = new TextEncoder().encode('fetch("https://example.com/a")');
      writeFileSync(zip, zipSync({ ...good, 'chunks/a.js': code, 'a.wasm': code }, { level: 0 }));
      const { status, stdout } = run(zip);
      expect(status).toBe(1);
      for (const fault of ['chunks/a.js: fetch', 'chunks/a.js: https://example.com/a', 'a.wasm: another kind of file'])
        expect(stdout).toContain(fault);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
