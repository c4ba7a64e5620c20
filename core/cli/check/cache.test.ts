import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BUILT_IN_CATALOGUE } from '../../standards/pack.ts';
import { openCache, tidyCache } from './cache.ts';
import { type ReportSettings, reportFile } from './report-file.ts';

const SETTINGS = {
  unit: undefined,
  catalogue: BUILT_IN_CATALOGUE,
  today: '2026-11-23',
  stage: undefined,
  severities: {},
  packs: [],
  mappings: [],
  details: true,
  all: false,
  masked: true,
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duibiao-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const put = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const cached = (more: Partial<ReportSettings> = {}): ReportSettings => {
  const settings = { ...SETTINGS, ...more };
  return { ...settings, cache: openCache(join(folder, 'cache'), settings) };
};
const entries = (): string[] => readdirSync(join(folder, 'cache')).sort();
/** Puts a word of its own into the one entry that there is, so that a result can be told to come from it. */
function mark(change: (text: string) => string): void {
  const path = join(folder, 'cache', entries()[0] ?? '');
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}
const NOTICE = '关于开展培训的通知\n拟稿人：王芳\n审核人：\n签发人：周志强\n';

describe('cache', () => {
  it('gives back what it kept, and the same as without it', async () => {
    const path = put('a.txt', NOTICE);
    const plain = await reportFile(path, { ...SETTINGS, cache: undefined });
    expect(await reportFile(path, cached())).toEqual(plain);
    expect(entries()).toHaveLength(1);
    expect(JSON.stringify(await reportFile(path, cached()))).toBe(JSON.stringify(plain));
    expect(entries()).toHaveLength(1);
  });

  it('takes nothing from a damaged entry', async () => {
    const path = put('a.txt', NOTICE);
    const whole = await reportFile(path, cached());
    for (const change of [
      (text: string) => text.replace('审核人', '某某人'),
      (text: string) => text.slice(0, 200),
      () => '',
      () => '\u0000\n{}',
    ]) {
      mark(change);
      expect(await reportFile(path, cached())).toEqual(whole);
    }
  });

  it.each<[string, Partial<ReportSettings>]>([
    ['day', { today: '2026-11-24' }],
    ['stage', { stage: 'drafting' }],
    ['severity', { severities: { 'reviewer-required': 'off' } }],
    ['catalogue', { catalogue: { ...BUILT_IN_CATALOGUE, version: 'other' } }],
    ['unit', { unit: { schema: 'duibiao/unit@1', name: '源潭镇', people: [], services: [], standards: [] } }],
    ['what is told', { all: true }],
  ])('does not mix results of another %s', async (_, more) => {
    const path = put('a.txt', NOTICE);
    await reportFile(path, cached());
    expect(await reportFile(path, cached(more))).toEqual(
      await reportFile(path, { ...SETTINGS, ...more, cache: undefined }),
    );
    expect(entries()).toHaveLength(2);
  });

  it('reads a file anew when it or what lies beside it is another', async () => {
    const page = (frame: string) =>
      `<!doctype html><h1>关于某事的通知</h1><table><tr><td>拟稿人</td><td>王芳</td></tr></table><iframe src="${frame}"></iframe>`;
    const path = put('a.html', page('in.html'));
    const approver = async (): Promise<unknown> =>
      (await reportFile(path, cached()))[0]?.details?.fields.find(({ role }) => role === 'approver')?.value;
    expect(await approver()).toBeUndefined();
    put('in.html', '<table><tr><td>签发人</td><td>周志强</td></tr></table>');
    expect(await approver()).toEqual(['周志强']);
    put('in.html', '<table><tr><td>签发人</td><td>李建国</td></tr></table>');
    expect(await approver()).toEqual(['李建国']);
    put('a.html', page('no.html'));
    expect(await approver()).toBeUndefined();
  });

  it('keeps nothing of what bears a mark of secrecy', async () => {
    await reportFile(put('a.txt', '机密★1年\n关于不可说之事的通知\n'), cached());
    expect(entries()).toEqual([]);
  });

  it('lets go of what was not used for longest, and touches no other file', async () => {
    for (const name of ['a', 'b', 'c']) await reportFile(put(`${name}.txt`, `${NOTICE}${name}`), cached());
    const kept = entries();
    const [oldest = ''] = kept;
    utimesSync(join(folder, 'cache', oldest), 1, 1);
    put('cache/mine.txt', '我的');
    tidyCache(join(folder, 'cache'), { entries: 2, bytes: 1e9 });
    expect(entries()).toEqual([...kept.filter((name) => name !== oldest), 'mine.txt'].sort());
    tidyCache(join(folder, 'cache'), { entries: 2, bytes: 0 });
    expect(entries()).toEqual(['mine.txt']);
  });
});
