import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { ProblemError } from '../base/problems.ts';
import { fc } from '../base/testing.ts';
import { openPage } from '../files/html/saved-page.ts';
import { readPage } from '../readers/index.ts';
import { capture } from './capture.ts';
import { SNAPSHOT_LIMITS } from './limits.ts';
import type { FrameNode, PageNode, PageSnapshot } from './snapshot.ts';
import { checkedSnapshot, parseSnapshot } from './snapshot-schema.ts';

const CASES = new URL('../../fixtures/cases/', import.meta.url).pathname;
const names = readdirSync(CASES).filter((name) => existsSync(join(CASES, name, 'page.html')));

async function captured(html: string): Promise<PageSnapshot> {
  const page = await openPage('page.html', new TextEncoder().encode(html), () => undefined);
  const snapshot = await capture(page.document);
  page.close();
  return snapshot;
}

/** A snapshot with something of every kind that capture makes. */
const EVERYTHING = `<!doctype html><title>发文单</title><h1>发文单</h1><form><fieldset><label for="a">标题</label><input id="a" name="a" title="题" placeholder="写" required disabled>
<input type="hidden" name="h" value="1"><input type="radio"> 急<select><option>通知</select><textarea readonly>附</textarea></fieldset>
<div class="el-form-item is-required"><label class="el-form-item__label">拟稿人</label><div class="el-form-item__content"><input value="王芳"></div></div></form>
<table><tr><th colspan="2">审核</th></tr><tr style="display:none"><td rowspan="3">石大川</td><td><ul><li>一<li>二</ul></td></tr></table>
<ol><li>甲</ol><dl><dt>签发</dt><dd>何长青</dd></dl><p>根据<a href="/law">《条例》</a>第三条</p><button disabled>提交</button><img src="sign.png" alt="签名"><canvas></canvas><object></object>
<div contenteditable="true"><p>正文一</p><p>正文二</p></div><nav aria-label="菜单">首页</nav><iframe srcdoc="<p>里面</p>"></iframe><iframe src="http://elsewhere.example/"></iframe>`;

const refusal = (why: string) =>
  expect.objectContaining({ problem: { code: 'page-answer-invalid', message: expect.stringContaining(why) } });

function outcome(value: unknown): 'passed' | 'refused' {
  try {
    expect(checkedSnapshot(value)).toBe(value);
    return 'passed';
  } catch (error) {
    expect(error).toBeInstanceOf(ProblemError);
    expect((error as ProblemError).problem.code).toBe('page-answer-invalid');
    return 'refused';
  }
}

// Each page is parsed anew.
describe('what capture makes', { timeout: 60_000 }, () => {
  it.each(names)('passes unchanged: %s', async (name) => {
    const json = JSON.stringify(await captured(readFileSync(join(CASES, name, 'page.html'), 'utf8')));
    expect(JSON.stringify(parseSnapshot([json]))).toBe(json);
  });

  it('passes unchanged with something of every kind', async () => {
    const snapshot = await captured(EVERYTHING);
    const json = JSON.stringify(snapshot);
    for (const type of 'text heading control link button picture embed frame table list label field group'.split(' '))
      expect(json).toContain(`"type":"${type}"`);
    expect(JSON.stringify(parseSnapshot([json]))).toBe(json);
  });

  it('passes unchanged at the limits of capture', async () => {
    const deep = `${'<div><table><tr><td>'.repeat(120)}尾`;
    const frames = '<iframe srcdoc="一"></iframe>'.repeat(80);
    for (const html of [deep, frames, '<ul><li>'.repeat(200)]) {
      const snapshot = await captured(html);
      expect(snapshot.gaps.some(({ kind }) => kind === 'too-large') || html !== frames).toBe(true);
      expect(outcome(snapshot)).toBe('passed');
    }
  });

  it('passes whatever the markup is', async () => {
    const tag = fc.constantFrom(
      'div',
      'p',
      'table',
      'tr',
      'td',
      'ul',
      'li',
      'span',
      'label',
      'form',
      'a',
      'button',
      'dl',
    );
    const piece = fc.oneof(
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name}>`),
      fc.constantFrom('字', '<input value="值">', '<br>'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        expect(outcome(await captured(pieces.join('')))).toBe('passed');
      }),
      { numRuns: 25 },
    );
  });
});

describe('anything else', { timeout: 60_000 }, () => {
  test('any value at all is refused with a coded problem', () => {
    const nested = fc.object({ maxDepth: 6, withNullPrototype: true, withBigInt: true, withDate: true, withMap: true });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.jsonValue(), nested), (value) => {
        expect(outcome(value)).toBe('refused');
      }),
    );
  });

  test('any text at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(() => parseSnapshot([text])).toThrow(ProblemError);
      }),
    );
  });

  test('a snapshot in which anything was replaced, dropped or added: refused, or one that the readers take', async () => {
    const original = JSON.stringify(await captured(EVERYTHING));
    const seen = { passed: 0, refused: 0 };
    fc.assert(
      fc.property(fc.nat(), fc.jsonValue(), fc.constantFrom('replace', 'drop', 'add'), (at, value, how) => {
        const changed: unknown = JSON.parse(original);
        const places: [object: Record<string, unknown>, key: string][] = [];
        const collect = (one: unknown): void => {
          if (typeof one !== 'object' || one === null) return;
          for (const [key, inner] of Object.entries(one)) {
            places.push([one as Record<string, unknown>, key]);
            collect(inner);
          }
        };
        collect(changed);
        const [object, key] = places[at % places.length] ?? expect.unreachable();
        if (how === 'replace') object[key] = value;
        else if (how === 'drop' && Array.isArray(object)) object.splice(Number(key), 1);
        else if (how === 'drop') delete object[key];
        else object.extra = value;
        const result = outcome(changed);
        seen[result] += 1;
        if (result === 'passed') expect(() => readPage(changed as PageSnapshot)).not.toThrow();
      }),
      { numRuns: 400 },
    );
    expect(Math.min(seen.passed, seen.refused)).toBeGreaterThan(5);
  });
});

describe('a hostile snapshot', { timeout: 60_000 }, () => {
  const page = (nodes: unknown, more: object[] = []): unknown => ({
    schema: 'duibiao/page@2',
    url: 'http://oa.example/',
    title: '',
    frames: [{ path: '', url: '', label: '', state: 'read', nodes }, ...more],
    gaps: [],
  });
  const text: PageNode = { type: 'text', path: 2, text: '一' };
  const inner = (path: string): FrameNode => ({ type: 'frame', path: '2 1', frame: path });
  const frame = (path: string, nodes: PageNode[] = []) => ({ path, url: '', label: '', state: 'read', nodes });

  it('is measured against one that is none', () => {
    expect(outcome(page([text, inner('0')], [frame('0', [inner('0.0')]), frame('0.0')]))).toBe('passed');
  });

  it.each<[what: string, value: unknown, why: string]>([
    ['a member by the name of a prototype', JSON.parse('{"__proto__":{"schema":"duibiao/page@2"}}'), '格式'],
    ['a node by the name of one', page([{ type: '__proto__', path: '' }]), '格式'],
    ['a node of no known type', page([{ ...text, type: 'constructor' }]), '格式'],
    ['a text that is none', page([{ ...text, text: { toString: '一' } }]), '格式'],
    ['a path that is none', page([{ ...text, path: { steps: 1 } }]), '格式'],
    ['a path before the first child', page([{ ...text, path: 0 }]), '格式'],
    ['a flag that is not true', page([{ ...text, hidden: 'no' }]), '格式'],
    [
      'a cell over a million columns',
      page([{ type: 'table', path: 2, rows: [{ cells: [{ columns: 1e6 }] }] }]),
      '格式',
    ],
    ['no frame at all', { ...(page([]) as object), frames: [] }, '格式'],
    ['a frame that holds itself', page([inner('')]), '框架'],
    ['a frame that stands in two places', page([inner('0'), inner('0')], [frame('0')]), '框架'],
    ['a frame that stands in another than its own', page([inner('0')], [frame('0', [inner('1')]), frame('1')]), '框架'],
    ['a frame twice', page([], [frame('0'), frame('0')]), '框架'],
    ['a frame without the one around it', page([], [frame('3.1')]), '框架'],
    ['a path of a frame that is none', page([], [frame('0/../..')]), '框架'],
    [
      'too many frames',
      page(
        [],
        Array.from({ length: SNAPSHOT_LIMITS.frames }, (_, at) => frame(`${at}`)),
      ),
      '多得不正常',
    ],
    ['too many nodes', page(Array.from({ length: SNAPSHOT_LIMITS.objects }, () => text)), '多得不正常'],
    [
      'too much text',
      page(Array.from({ length: 65 }, () => ({ ...text, text: '一'.repeat(1_000_000) }))),
      '多得不正常',
    ],
  ])('%s is refused', (_what, value, why) => {
    expect(() => checkedSnapshot(value)).toThrow(refusal(why));
  });

  it('is refused by the size of its parts before they are put together', () => {
    const part = ' '.repeat(SNAPSHOT_LIMITS.characters / 2 + 1);
    expect(() => parseSnapshot([part, part])).toThrow(refusal('多得不正常'));
  });

  it('is refused when it goes deeper than any page', () => {
    let nodes: unknown = [];
    for (let depth = 0; depth < SNAPSHOT_LIMITS.depth; depth += 1)
      nodes = [{ type: 'group', path: '', role: 'form', nodes }];
    expect(() => checkedSnapshot(page(nodes))).toThrow(refusal('一层套一层'));
    // And however deep it goes, nothing overflows.
    const deep = `{"frames":${'[{"nodes":'.repeat(200_000)}`;
    expect(() => parseSnapshot([deep])).toThrow(refusal('不完整'));
    expect(() => parseSnapshot(['['.repeat(500_000), ']'.repeat(500_000)])).toThrow(refusal('格式'));
  });
});
