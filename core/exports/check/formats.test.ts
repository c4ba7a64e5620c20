import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { problem } from '../../base/problems.ts';
import { fc } from '../../base/testing.ts';
import { GROUP_WORDS } from '../../check/summary.ts';
import { budgetFor } from '../../files/budget.ts';
import { parseXml, type XmlElement } from '../../files/containers/xml.ts';
import { openPage } from '../../files/html/saved-page.ts';
import { RULES } from '../../rules/index.ts';
import { readWorkbook } from '../xlsx.ts';
import { REPORT_FORMATS, type ReportFormatId } from './formats.ts';
import type { CheckResult, FileReport, ToldFinding } from './report.ts';

const HOSTILE = '<script>alert(1)</script>=cmd|"/c calc"!A1 & \'x\'\u202e\u0007';
const RULE = RULES[0]?.id ?? '';

const finding = (more: Partial<ToldFinding> = {}): ToldFinding => ({
  id: '0123456789abcdef01234567',
  rule: RULE,
  title: '有签发人',
  reason: 'blank',
  outcome: 'failed',
  severity: 'error',
  message: '签发人是空的。',
  fields: ['approver'],
  sources: [{ from: 'file', name: 'a.txt', sha256: '', place: { line: 3 }, range: [4, 9], part: '第3行' }],
  quotes: [{ place: '第3行', label: '签发人', text: '' }],
  basis: [{ document: '《党政机关公文处理工作条例》', clause: '第二十二条' }],
  indicators: ['C10'],
  actor: 'approver',
  ...more,
});
const file = (uri: string, more: Partial<FileReport> = {}): FileReport => ({
  uri,
  sha256: 'a'.repeat(64),
  kind: 'official',
  kindWord: '通知',
  stage: 'unknown',
  title: '关于某事的通知',
  isDocument: true,
  stopped: false,
  unread: false,
  findings: [],
  passed: ['title-form'],
  notApplicable: ['cover-complete'],
  notes: [],
  problems: [],
  lines: [{ id: 'fine', word: GROUP_WORDS.fine, count: 4, text: '查了4项，读到7个栏目' }],
  rulePack: '0.1.0+12345678',
  ...more,
});
const { rulePack: _, ...closed } = file('发文/坏了.docx', {
  kind: 'unknown',
  kindWord: '',
  title: '',
  isDocument: false,
  unread: true,
  passed: [],
  notApplicable: [],
  lines: [],
  problems: [problem('file-not-docx', { name: '坏了.docx' })],
});
const RESULT: CheckResult = {
  tool: { name: 'duibiao', version: '0.1.0', rulePack: '0.1.0+12345678', catalogue: '2026-11-01' },
  today: '2026-11-23',
  unit: '源潭镇便民服务中心',
  files: [
    file('发文/a b#1.txt', {
      findings: [
        finding(),
        finding({ id: '1'.repeat(24), outcome: 'cannot-tell', severity: 'info', message: '日期没读到。' }),
        finding({ id: '2'.repeat(24), rule: 'own-rule', severity: 'warning', message: HOSTILE, title: HOSTILE }),
        finding({ id: '3'.repeat(24), stands: { standing: 'known', note: '' }, message: '以前就有。' }),
        finding({ id: '4'.repeat(24), stands: { standing: 'accepted', note: '误报：样张。' }, message: '认可了。' }),
      ],
      title: HOSTILE,
      problems: [],
    }),
    file('发文/好.docx'),
    closed,
  ],
  skipped: ['发文/图.png'],
  standing: {
    counts: { found: 5, fixed: 0, accepted: 1, known: 1, open: 2, unread: 1 },
    gone: [{ id: '5'.repeat(24), rule: 'title-form', uri: '发文/旧.docx', standing: 'known' }],
  },
};

async function write(id: ReportFormatId, result = RESULT): Promise<string> {
  const made = await REPORT_FORMATS.find((format) => format.id === id)?.write(result);
  return typeof made === 'string' ? made : '';
}
async function sheets(result = RESULT) {
  const made = await REPORT_FORMATS.find(({ id }) => id === 'xlsx')?.write(result);
  return readWorkbook(made as Uint8Array);
}

describe('every format', () => {
  it.each(REPORT_FORMATS.map(({ id, write: writer }) => [id, writer] as const))(
    '%s: same result, same bytes; nothing found is written too',
    async (id, writer) => {
      expect(await writer(RESULT)).toEqual(await writer(structuredClone(RESULT)));
      const { standing: _none, ...empty } = { ...RESULT, files: [], skipped: [] };
      expect((await writer(empty)).length, id).toBeGreaterThan(20);
    },
  );

  it('tells text and bytes apart', async () => {
    for (const format of REPORT_FORMATS)
      expect(typeof (await format.write(RESULT)) === 'string').toBe(!('binary' in format));
  });
});

describe('pretty', () => {
  it('tells what is known apart from what is open, and what is gone', async () => {
    const text = await write('pretty');
    expect(text).toContain('必须改 1\n    - 签发人是空的。');
    expect(text).toContain('  已知 1\n    - 以前就有。');
    expect(text).toContain('  已认可 1\n    - 认可了。误报：样张。');
    expect(text).toContain('发文/旧.docx：title-form（已知）');
    expect(text).toContain(
      '必须改 1 处，建议看 1 处，待流转 0 处，没读到 1 处。另有已知 1 处，已认可 1 处，已改好 0 处。',
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/);
  });
});

describe('json', () => {
  it('counts what is open, and says how all findings stand', async () => {
    const { summary, standing, documents } = JSON.parse(await write('json'));
    expect(summary).toEqual({ documents: 3, unread: 1, error: 1, warning: 1, info: 0, pending: 0, cannotTell: 1 });
    expect(standing).toMatchObject({ found: 5, open: 2, gone: [{ uri: '发文/旧.docx' }] });
    expect(documents[0].findings[3].stands).toEqual({ standing: 'known', note: '' });
    expect(documents[0].findings[0]).not.toHaveProperty('quotes');
    const { standing: _none, ...plain } = RESULT;
    expect(JSON.parse(await write('json', plain))).not.toHaveProperty('standing');
  });
});

describe('sarif', () => {
  const read = async (result = RESULT): Promise<Log> => JSON.parse(await write('sarif', result));

  it('has one entry for each rule, and results that point to it', async () => {
    const { version, runs } = await read();
    expect(version).toBe('2.1.0');
    const [run] = runs;
    const rules = run?.tool.driver.rules ?? [];
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(rules.map(({ id }) => id)).toEqual(expect.arrayContaining([...RULES.map(({ id }) => id), 'own-rule']));
    for (const rule of rules) expect(rule.shortDescription?.text).toMatch(/\p{Script=Han}|script/u);
    for (const result of run?.results ?? []) expect(rules[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
  });

  it('says level, kind, place, fingerprint and standing', async () => {
    const results = (await read()).runs[0]?.results ?? [];
    expect(results[0]).toMatchObject({
      kind: 'fail',
      level: 'error',
      fingerprints: { 'duibiao/finding': '0123456789abcdef01234567' },
      baselineState: 'new',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: '%E5%8F%91%E6%96%87/a%20b%231.txt', index: 0 },
            region: { startLine: 3, startColumn: 5, endColumn: 10 },
          },
          logicalLocations: [{ fullyQualifiedName: '第3行' }],
        },
      ],
    });
    expect(results[1]).toMatchObject({ kind: 'open', level: 'none' });
    expect(results[3]).toMatchObject({ baselineState: 'unchanged' });
    expect(results[4]).toMatchObject({
      suppressions: [{ kind: 'external', status: 'accepted', justification: '误报：样张。' }],
    });
    // The specification: only a result that failed has a level.
    for (const { kind, level } of results) expect(level === 'none').toBe(kind !== 'fail');
  });

  it('tells what could not be read as a notification of a run that was not whole', async () => {
    const [invocation] = (await read()).runs[0]?.invocations ?? [];
    expect(invocation).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error', descriptor: { id: 'file-not-docx' } }],
    });
  });

  it('writes every path as an address that gives it back', async () => {
    const uriOf = async (uri: string): Promise<string> => {
      const log = await read({ ...RESULT, files: [file(uri)] });
      return log.runs[0]?.artifacts?.[0]?.location?.uri ?? '';
    };
    expect(await uriOf('/共享/a.docx')).toBe('file:///%E5%85%B1%E4%BA%AB/a.docx');
    expect(await uriOf('D:/共享/a.docx')).toBe('file:///D:/%E5%85%B1%E4%BA%AB/a.docx');
    expect(await uriOf('//server/a.docx')).toBe('file://server/a.docx');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (name) => {
        const path = `夹/${name.replaceAll('/', '')}`;
        const uri = await uriOf(path);
        expect(uri).toMatch(/^[\w%./~-]+$/);
        expect(decodeURIComponent(uri)).toBe(path);
      }),
      { numRuns: 20 },
    );
  });
});

describe('junit', () => {
  it('is XML whose counts are those of its cases', async () => {
    const text = await write('junit');
    const root = parseXml(new TextEncoder().encode(text), {
      ...{ file: 'junit.xml', part: '', namespaces: [] },
      budget: budgetFor('junit.xml'),
    });
    const inside = ({ children }: XmlElement): XmlElement[] => children.filter((child) => typeof child !== 'string');
    const suites = inside(root);
    for (const suite of [root, ...suites]) {
      const cases = suite === root ? suites.flatMap(inside) : inside(suite);
      const having = (name: string): string =>
        String(cases.filter((one) => inside(one).some((child) => child.name === name)).length);
      expect(suite.attributes).toMatchObject({
        tests: String(cases.length),
        failures: having('failure'),
        errors: having('error'),
        skipped: having('skipped'),
      });
    }
    expect(suites.map(({ attributes: { failures, errors } }) => [failures, errors])).toEqual([
      ['1', '0'],
      ['0', '0'],
      ['0', '1'],
    ]);
  });
});

describe('html', () => {
  it('is one file without script or anything from outside, whatever the documents say', async () => {
    const text = await write('html');
    expect(text).not.toMatch(/<script|<link|<img|<iframe|\bsrc=|url\(|@import|https?:/);
    expect(text).toContain('&lt;script&gt;');
    expect(text).not.toMatch(/[\u202a-\u202e]/);
    const { document } = await openPage('a.html', new TextEncoder().encode(text), () => undefined);
    for (const link of document.querySelectorAll('a'))
      expect(document.getElementById(link.getAttribute('href')?.slice(1) ?? ''), link.outerHTML).not.toBeNull();
  });

  it('shows what is written in the place of a finding, an empty box by its label', async () => {
    const text = await write('html');
    expect(text).toContain('签发人：<mark>（空）</mark>');
    const quoted = file('b.docx', {
      findings: [finding({ quotes: [{ place: '第2段', label: '', text: '窗口人员必须佩戴<工作牌>。' }] })],
    });
    expect(await write('html', { ...RESULT, files: [quoted] })).toContain(
      '<mark>窗口人员必须佩戴&lt;工作牌&gt;。</mark>',
    );
  });

  it('goes from the whole to the documents, and ends with what was not read and the versions', async () => {
    const heads = Array.from((await write('html')).matchAll(/<h2>(.*?)<\/h2>/g), ([, word]) => word);
    expect(heads).toEqual([
      '总的情况',
      '按谁能改',
      '按规则',
      '按文件',
      '没读到',
      '不认识、没有查的文件',
      '以前记下、这次没有了的',
    ]);
    expect(await write('html')).toMatch(/class="foot".*0\.1\.0\+12345678.*2026-11-01/s);
  });
});

describe('xlsx', () => {
  it('has its sheets, and text that is never a formula', async () => {
    const book = await sheets();
    expect(book.map(({ name }) => name)).toEqual(['按文件', '按规则', '按谁能改', '没读到']);
    const [documents, rules, actors, unread] = book.map(({ rows }) => rows.map((row) => row.join('\t')).join('\n'));
    expect(documents).toMatch(/发文\/a b#1\.txt\t通知\t.*\t1\t1\t1\t0/);
    expect(documents).toContain('共 3 份');
    expect(rules).toContain('own-rule');
    expect(actors).toContain('签发人：（空）');
    expect(unread).toContain('坏了.docx');
    expect(unread).toContain('发文/图.png');
  });
});
