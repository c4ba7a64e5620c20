import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fc } from '../base/testing.ts';
import { cleanText, labelKey } from '../base/text.ts';
import { isKnownLabel } from '../document/glossary.ts';
import type { PageSnapshot } from '../page/snapshot.ts';
import { checkedSnapshot } from '../page/snapshot-schema.ts';
import { snapshotOf } from '../page/testing.ts';
import { describePage } from './describe.ts';
import { readPage } from './index.ts';
import { anySnapshot, snapshotOfFile } from './testing.ts';

const CASES = new URL('../../fixtures/cases/', import.meta.url).pathname;
const names = readdirSync(CASES).filter((name) => existsSync(join(CASES, name, 'page.html')));

/** Steps of paths are numbers of children; the rest of a page's strings must tell nothing. */
const STRUCTURE = new Set([
  'path',
  'labelPath',
  'owner',
  'schema',
  'type',
  'control',
  'role',
  'state',
  'reason',
  'kind',
  'list',
  'mark',
  'frame',
]);

function stringsOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return STRUCTURE.has(key) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([inner, one]) => stringsOf(one, Array.isArray(value) ? key : inner));
}

/** What stands in boxes, long texts, and numbers: all that must be gone. */
function secretsOf(snapshot: PageSnapshot): string[] {
  const { pairs, title } = readPage(snapshot);
  const strings = stringsOf(snapshot);
  const values = [...pairs.map(({ value }) => value), title].flatMap((value) => value.split('\n')).map(cleanText);
  const long = strings.filter((text) => cleanText(text).length > 12 && /\p{Script=Han}/u.test(text));
  const numbers = strings.flatMap((text) => text.match(/\d{2,}/g) ?? []).filter((digits) => !/^0+$/.test(digits));
  return [...values.filter((value) => value.length > 1 && /[\p{L}\p{N}]/u.test(value)), ...long, ...numbers].filter(
    (secret) => !isKnownLabel(secret) && !/^[0甲xX\p{P}\s]*$/u.test(secret),
  );
}

function expectBlank(snapshot: PageSnapshot): PageSnapshot {
  const described = describePage(snapshot);
  const left = stringsOf(described).join('\n');
  for (const secret of secretsOf(snapshot)) expect(left.includes(secret), secret).toBe(false);
  expect(checkedSnapshot(JSON.parse(JSON.stringify(described)))).toEqual(described);
  return described;
}

const labelsOf = (snapshot: PageSnapshot): string[] =>
  readPage(snapshot)
    .pairs.filter(({ label }) => isKnownLabel(label))
    .map(({ label }) => labelKey(label))
    .sort();

describe('a page without what it says', { timeout: 120_000 }, () => {
  it.each(names)('%s: holds no value, no long text and no number, and its boxes are still read', async (name) => {
    const snapshot = await snapshotOfFile(readFileSync(join(CASES, name, 'page.html'), 'utf8'));
    const described = expectBlank(snapshot);
    if (!readPage(snapshot).isDocument) return;
    const [before, after] = [new Set(labelsOf(snapshot)), new Set(labelsOf(described))];
    expect([...before].filter((label) => after.has(label)).length).toBeGreaterThanOrEqual(before.size * 0.8);
  });

  it('keeps labels and captions, and no name that stands where a label may', async () => {
    const described = describePage(
      await snapshotOf(
        '<h1>发文稿纸</h1><div id="doc2026018">' +
          '<label>呈文人员</label><input name="cwry" value="王小芳"><label>王小芳</label><input value="">' +
          '<label>拟稿人：</label><input name="ngr_7" title="王小芳" value="李明">' +
          '<span>发文字号：青政〔2026〕8号</span><a href="http://oa.example/doc/2026?id=88&name=王小芳">附件一.docx</a>' +
          '<button>送审</button><button>打开王小芳的</button></div>',
      ),
    );
    const text = JSON.stringify(described);
    for (const kept of [
      '发文稿纸',
      '呈文人员',
      '拟稿人',
      'cwry',
      '发文字号：甲甲〔0000〕0甲',
      '送审',
      'ngr_0',
      'doc0000000',
      'id=x',
    ])
      expect(text).toContain(kept);
    for (const gone of ['王小芳', '李明', '青政', '2026', '88', '附件一', '%E7']) expect(text).not.toContain(gone);
  });

  it('of any page at all', () => {
    const secret = fc.constantFrom('钱途无量', '赵一', '13912345678', '关于做好某某工作的通知及其他', 'zhaoyi99');
    fc.assert(
      fc.property(anySnapshot, fc.array(secret, { minLength: 1, maxLength: 4 }), (snapshot, values) => {
        const nodes = values.flatMap((value) => [
          { type: 'label' as const, text: '拟稿人' },
          { type: 'control' as const, control: 'text' as const, value, name: `a_${value}`, path: `#${value}` },
          { type: 'text' as const, text: value },
          { type: 'button' as const, text: value },
        ]);
        const [top, ...others] = snapshot.frames;
        if (top === undefined) return;
        const page = { ...snapshot, frames: [{ ...top, nodes: [...top.nodes, ...nodes] }, ...others] };
        const described = JSON.stringify(describePage(page));
        for (const value of values) expect(described).not.toContain(value);
      }),
      { numRuns: 200 },
    );
  });
});
