import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import about from '../../package.json' with { type: 'json' };
import { PLACE_STEPS } from '../base/place.ts';
import { PROBLEM_SENTENCES } from '../base/problems.ts';
import { v } from '../base/schema.ts';
import { STAGES } from '../document/vocabulary.ts';
import { REPORT_FORMAT_IDS } from '../exports/check/formats.ts';
import { readWorkbook, writeWorkbook } from '../exports/xlsx.ts';
import { compoundFile, paragraph, wordFile, zipOf } from '../files/testing.ts';
import { collectChain, writeSecondBundle, writeSecondFormat } from '../ledger/bundle/testing.ts';
import { writeBundle } from '../ledger/bundle/write.ts';
import { hashEntry } from '../ledger/chain.ts';
import { newSigningKey, signedCheckpoint } from '../ledger/checkpoint.ts';
import { EMPTY_HEAD, type EntryDraft, type Head } from '../ledger/entry.ts';
import { bundleOf, evidenceOf, type Made, makeChain, ratingOf } from '../ledger/merge/testing.ts';
import { sm3Of } from '../ledger/sm3.ts';
import { appendDraft } from '../ledger/store.ts';
import { sampleLedger, sampleNote, steadyClock } from '../ledger/testing.ts';
import { RULES } from '../rules/index.ts';
import { BUILT_IN_CATALOGUE } from '../standards/pack.ts';
import { COMMAND_HELP } from './words.ts';

/** What `npm run duibiao` starts: the bundle. */
const START = fileURLToPath(new URL('../../.ci/duibiao.cjs', import.meta.url));
const SOURCES = fileURLToPath(new URL('./main.ts', import.meta.url));
const FIXTURES = fileURLToPath(new URL('../../fixtures', import.meta.url));
const DOCUMENTS = join(FIXTURES, 'documents');
let folder = '';
// Each call starts a process of its own.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** The real program, as a user starts it. */
const duibiao = (...args: string[]) => run(START, args);

function run(program: string, args: readonly string[]) {
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 100_000_000 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], options);
  return { code: status, stdout, stderr };
}

/** The same without waiting, so that several run side by side. */
function duibiaoBeside(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [START, ...args], { cwd: folder });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text;
  });
  return new Promise((resolve, reject) => child.on('error', reject).on('close', (code) => resolve({ code, ...said })));
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duibiao-'));
  // The bundle is made here, and not while a test looks at what is said on standard error.
  expect(duibiao('--version')).toMatchObject({ code: 0, stdout: `duibiao ${about.version}\n` });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
};
/** Copies a document of each format into a folder. */
function copyOneOfEach(to: string): void {
  const names = readdirSync(DOCUMENTS);
  for (const ending of new Set(names.map((name) => extname(name)))) {
    const name = names.find((one) => extname(one) === ending && ending !== '');
    if (name !== undefined) cpSync(join(DOCUMENTS, name), join(folder, to, name), { recursive: true });
  }
}
const tr = (...cells: string[]): string =>
  `<w:tr>${cells.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('')}</w:tr>`;
const form = (approver: string): Uint8Array =>
  wordFile({
    body: `${paragraph('标准发布审批表')}<w:tbl>${tr('编制人', '王芳')}${tr('编制日期', '2026-01-05')}${tr('审核人', '李建国')}${tr('审核日期', '2026-01-06')}${tr('批准人', approver)}${tr('批准日期', '2026-01-07')}</w:tbl>`,
  });

const place = v.record(
  v.picklist([...PLACE_STEPS, 'whole', 'properties']),
  v.union([v.pipe(v.number(), v.integer(), v.minValue(1)), v.literal(true)]),
);
const source = v.variant('from', [
  v.object({ from: v.literal('page'), frame: v.string(), label: v.string(), path: v.string() }),
  v.object({
    from: v.literal('file'),
    name: v.string(),
    sha256: v.string(),
    part: v.pipe(v.string(), v.minLength(2)),
    place,
  }),
]);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const report = v.strictObject({
  schema: v.literal('duibiao/check@1'),
  tool: v.strictObject({
    name: v.literal('duibiao'),
    version: v.string(),
    rulePack: v.string(),
    catalogue: v.string(),
  }),
  today: v.pipe(v.string(), v.isoDate()),
  documents: v.array(
    v.strictObject({
      uri: v.string(),
      sha256: v.pipe(v.string(), v.regex(/^(?:[\da-f]{64})?$/)),
      kind: v.picklist(['official', 'standard', 'guide', 'record', 'case', 'table', 'unknown']),
      kindWord: v.string(),
      stage: v.picklist(STAGES),
      title: v.string(),
      isDocument: v.boolean(),
      fields: v.array(
        v.looseObject({
          role: v.string(),
          state: v.picklist(['present', 'blank', 'absent', 'unreadable']),
          raw: v.string(),
          sources: v.array(source),
        }),
      ),
      trail: v.array(v.looseObject({ step: v.string(), actors: v.array(v.string()) })),
      citations: v.array(
        v.strictObject({
          designation: v.string(),
          raw: v.string(),
          title: v.string(),
          status: v.picklist(['current', 'upcoming', 'replaced', 'withdrawn', 'not-in-catalogue', 'unknown']),
        }),
      ),
      findings: v.array(
        v.looseObject({
          id: v.pipe(v.string(), v.regex(/^[\da-f]{24}$/)),
          rule: v.picklist(RULES.map(({ id }) => id)),
          reason: v.string(),
          outcome: v.picklist(['passed', 'failed', 'pending', 'cannot-tell', 'not-applicable', 'errored']),
          severity: v.picklist(['error', 'warning', 'info']),
          message: v.pipe(v.string(), v.minLength(2)),
          fields: v.array(v.string()),
          sources: v.array(source),
          basis: v.array(v.strictObject({ document: v.string(), clause: v.string() })),
          indicators: v.array(v.string()),
          actor: v.picklist(['author', 'reviewer', 'approver', 'office', 'administrator']),
        }),
      ),
      problems: v.array(v.strictObject({ code: v.picklist(Object.keys(PROBLEM_SENTENCES)), message: v.string() })),
    }),
  ),
  skipped: v.array(v.string()),
  summary: v.strictObject({
    documents: count,
    unread: count,
    error: count,
    warning: count,
    info: count,
    pending: count,
    cannotTell: count,
  }),
});

function checkJson(...args: string[]) {
  const { code, stderr, stdout } = duibiao('check', ...args, '--format', 'json', '--today', '2026-11-23');
  return { code, stderr, report: v.parse(report, JSON.parse(stdout)) };
}

describe('check', () => {
  it('writes JSON in the agreed form, the same from the bundle and from the sources', () => {
    const args = [
      'check',
      DOCUMENTS,
      join(FIXTURES, 'cases/*/page.html'),
      '--format',
      'json',
      '--all',
      '--today',
      '2026-11-23',
    ];
    const once = duibiao(...args);
    expect(once.stderr).toBe('');
    const { documents, summary, skipped } = v.parse(report, JSON.parse(once.stdout));
    expect(summary.documents).toBe(documents.length);
    expect(skipped.map((path) => path.split('/').at(-1))).toEqual(['说明.unknown']);
    expect(documents.length).toBeGreaterThan(60);
    expect(run(SOURCES, args).stdout).toBe(once.stdout);
  });

  // All documents as json, one of each format as pretty: the reports are the same, only how they are written differs.
  it.each([
    ['json', () => cpSync(DOCUMENTS, join(folder, 'jobs-json'), { recursive: true })],
    ['pretty', () => copyOneOfEach('jobs-pretty')],
  ])('writes the same as %s whatever the number of jobs, also after a file that is damaged', (format, copy) => {
    const files = `jobs-${format}`;
    copy();
    put(`${files}/damaged.docx`, form('').subarray(0, 300));
    const [one, two, five] = ['1', '2', '5'].map((jobs) =>
      duibiao('check', files, 'missing.docx', '--format', format, '--today', '2026-11-23', '--jobs', jobs),
    );
    expect(one).toMatchObject({ code: 1, stderr: '' });
    expect(two).toEqual(one);
    expect(five).toEqual(one);
  });

  it('tells the rows of a saved list page as so many documents, and of one with a mark of secrecy nothing', () => {
    const faulty = checkJson(join(FIXTURES, 'cases/register-incoming/page.html'));
    expect(faulty.code).toBe(1);
    const told = faulty.report.documents.map(({ uri, title, findings }) => [
      uri.split('/').at(-1),
      title.length > 0,
      findings.flatMap(({ rule, outcome }) => (outcome === 'failed' ? [rule] : [])),
    ]);
    expect(told).toEqual([
      ['第1行', true, []],
      ['第2行', true, ['receipt-complete']],
      ['第3行', true, ['receipt-complete']],
      ['第4行', true, ['doc-number-unique']],
      ['第5行', true, ['doc-number-unique']],
      ['第6行', false, ['classified-stop']],
      ['第7行', true, []],
    ]);
    expect(JSON.stringify(faulty.report)).not.toMatch(/县委办|收2026-056|某项工作/);
    const clean = checkJson(join(FIXTURES, 'cases/register-outgoing-clean/page.html'));
    expect(clean.code).toBe(0);
    expect(clean.report.summary).toMatchObject({ documents: 7, error: 0, warning: 0 });
  });

  it('ends with 1 for an error, 0 without one, and as --fail-on says', () => {
    const bad = put('exit/bad.docx', form(''));
    const good = put('exit/good.docx', form('周志强'));
    const { code, report: found } = checkJson(bad);
    expect(code).toBe(1);
    expect(found.documents[0]?.findings).toContainEqual(
      expect.objectContaining({ rule: 'approver-required', reason: 'blank', outcome: 'failed', severity: 'error' }),
    );
    expect(found.summary.error).toBeGreaterThan(0);
    expect(checkJson(good)).toMatchObject({ code: 0, report: { summary: { error: 0 } } });
    expect(checkJson(bad, '--fail-on', 'never').code).toBe(0);
    expect(checkJson(bad, '--rule', 'approver-required=off').report.summary.error).toBe(0);
    expect(checkJson(bad, '--rule', 'approver-required=warning', '--fail-on', 'error').code).toBe(0);
    expect(checkJson(bad, '--rule', 'approver-required=warning', '--fail-on', 'warning').code).toBe(1);
  });

  it('takes the stage from the user: what comes later is pending', () => {
    const path = put('stage/a.docx', form(''));
    const { code, report: found } = checkJson(path, '--stage', 'drafting');
    expect(code).toBe(0);
    expect(found.documents[0]).toMatchObject({ stage: 'drafting' });
    expect(found.summary.pending).toBeGreaterThan(0);
  });

  it('names unreadable files with the reason and checks the rest', () => {
    put('mixed/a.docx', compoundFile(['EncryptedPackage']));
    put('mixed/b.docx', '不是压缩包');
    put('mixed/c.docx', form(''));
    put('mixed/d.doc', compoundFile(['WordDocument']));
    put('mixed/e.pptx', '表');
    put('mixed/.f.docx', '藏着的');
    const { code, report: found } = checkJson('mixed');
    expect(code).toBe(1);
    expect(found.documents.map(({ uri, problems }) => [uri, problems[0]?.code])).toEqual([
      ['mixed/a.docx', 'file-encrypted'],
      ['mixed/b.docx', 'file-not-docx'],
      ['mixed/c.docx', undefined],
      ['mixed/d.doc', 'file-not-office'],
    ]);
    expect(found.skipped).toEqual(['mixed/e.pptx']);
    expect(found.summary).toMatchObject({ documents: 4, unread: 3 });
  });

  it('ends with 2 when nothing was found and something could not be read, or nothing is there', () => {
    put('two/a.docx', '不是压缩包');
    put('two/b.docx', form('周志强'));
    expect(checkJson('two').code).toBe(2);
    expect(checkJson('two/a.docx').code).toBe(2);
    const missing = checkJson('no-such.docx');
    expect(missing).toMatchObject({ code: 2, report: { documents: [{ problems: [{ code: 'file-missing' }] }] } });
    put('three/a.unknown', '文');
    expect(checkJson('three')).toMatchObject({ code: 2, report: { documents: [], skipped: ['three/a.unknown'] } });
    expect(checkJson('three/a.unknown')).toMatchObject({
      code: 2,
      report: { documents: [{ problems: [{ code: 'file-unknown' }] }] },
    });
  });

  it('understands patterns and names each file once', () => {
    put('glob/a.docx', form('周志强'));
    put('glob/deep/b.docx', form('周志强'));
    put('glob/c.unknown', '文');
    const { report: found } = checkJson('glob/**/*', 'glob/a.docx');
    expect(found.documents.map(({ uri }) => uri)).toEqual(['glob/a.docx', 'glob/deep/b.docx']);
    expect(found.skipped).toEqual(['glob/c.unknown']);
  });

  it('follows a saved frame and never one that a link leads out of the folder', () => {
    const page = (frame: string) =>
      `<!doctype html><table><tr><td>拟稿人</td><td>王芳</td></tr></table><iframe src="${frame}"></iframe>`;
    put('frames/page.html', page('page_files/in.html'));
    put('frames/page_files/in.html', '<table><tr><td>签发人</td><td>周志强</td></tr></table>');
    put('outside/secret.html', '<table><tr><td>签发人</td><td>外面</td></tr></table>');
    put('frames/other.html', page('out.html'));
    symlinkSync(join(folder, 'outside/secret.html'), join(folder, 'frames/out.html'));
    const { report: found } = checkJson('frames');
    const approverOf = (uri: string) =>
      found.documents.find((one) => one.uri === uri)?.fields.find(({ role }) => role === 'approver');
    expect(found.documents.map(({ uri }) => uri)).toEqual(['frames/other.html', 'frames/page.html']);
    expect(approverOf('frames/page.html')).toMatchObject({ state: 'present', value: ['周志强'] });
    expect(approverOf('frames/other.html')).toMatchObject({ state: 'unreadable' });
    expect(found.skipped).toEqual(['frames/out.html']);
  });

  it('prints what the file says, and masks what it writes into a file by kind and role', () => {
    const guide = put(
      'mask/guide.html',
      '<!doctype html><h1>老年优待证办理办事指南</h1><table><tr><td>事项名称</td><td>老年优待证办理</td></tr><tr><td>承诺办结时限</td><td>5个工作日</td></tr><tr><td>咨询电话</td><td>0551-62000000</td></tr><tr><td>监督投诉电话</td><td>13800000000</td></tr></table>',
    );
    const form = put(
      'mask/a.docx',
      wordFile({
        body: `${paragraph('关于某事的通知')}<w:tbl>${tr('拟稿人', '王芳 13800000000')}${tr('签发人', '')}</w:tbl>`,
      }),
    );
    const out = join(folder, 'mask/out.json');
    const printed = (path: string): string => duibiao('check', path, '--format', 'json').stdout;
    const written = (path: string): string => {
      duibiao('check', path, '--format', 'json', '--out', out);
      return readFileSync(out, 'utf8');
    };
    for (const text of [printed(guide), written(guide)])
      for (const number of ['0551-62000000', '13800000000']) expect(text).toContain(number);
    expect(printed(form)).toContain('王芳 13800000000');
    expect(written(form)).toContain('王芳');
    expect(written(form)).not.toContain('13800000000');
  });

  it('shows nothing that moves a terminal', () => {
    const page = put(
      'mask/b.html',
      '<!doctype html><h1>关于\u202e某事\u001b[2J的通知</h1><table><tr><td>拟稿人</td><td>王芳</td><td>签发人</td><td></td></tr></table>',
    );
    const { stdout } = duibiao('check', page);
    expect(stdout).toContain('签发人');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/);
  });

  it('stops at a classified mark and says nothing of the text', () => {
    const path = put(
      'secret/a.docx',
      wordFile({ body: `${paragraph('机密★1年')}${paragraph('关于不可说之事的通知')}` }),
    );
    const { code, report: found } = checkJson(path, '--all');
    expect(code).toBe(1);
    expect(found.documents[0]).toMatchObject({
      title: '',
      fields: [],
      findings: [{ rule: 'classified-stop', outcome: 'failed' }],
    });
    expect(duibiao('check', path).stdout).not.toContain('不可说');
  });

  it('writes for a person: groups, places, who can mend it, a total', () => {
    const path = put('pretty/a.docx', form(''));
    const { stdout, code } = duibiao('check', path, '--today', '2026-11-23');
    expect(code).toBe(1);
    expect(stdout).toMatch(/必须改 1\n.*签发人是空的/);
    expect(stdout).toContain('表1第5行第2格');
    expect(stdout).toMatch(/共 1 份：必须改 1 处/);
    expect(duibiao('check', put('pretty/b.docx', form('周志强')), '--today', '2026-11-23').stdout).toContain('没问题');
  });

  it('keeps passed and not applicable only with --all', () => {
    const path = put('all/a.docx', form('周志强'));
    const outcomes = (...more: string[]) =>
      new Set(checkJson(path, ...more).report.documents[0]?.findings.map(({ outcome }) => outcome));
    expect(outcomes().has('passed')).toBe(false);
    expect(outcomes('--all').has('passed')).toBe(true);
  });

  it('writes to a file with --out', () => {
    const path = put('out/a.docx', form('周志强'));
    const { stdout, stderr, code } = duibiao(
      'check',
      path,
      '--format',
      'json',
      '--out',
      join(folder, 'out/result.json'),
    );
    expect({ stdout, code }).toEqual({ stdout: '', code: 0 });
    expect(stderr).toContain('result.json');
    expect(duibiao('check', path, '--out', join(folder, 'no/such/folder')).code).toBe(2);
  });
});

describe('check over a shared folder', () => {
  const DAY = ['--today', '2026-11-23'];

  it.each(REPORT_FORMAT_IDS)('writes %s into a file, the same whatever the number of jobs', (format) => {
    // That many threads read the same is asked of all documents elsewhere.
    copyOneOfEach('formats');
    const [one, two] = ['1', '2'].map((jobs) => {
      const out = join(folder, `out-${jobs}.${format}`);
      expect(duibiao('check', 'formats', '--format', format, '--out', out, '--jobs', jobs, ...DAY).code).toBe(1);
      return readFileSync(out);
    });
    expect(one?.length).toBeGreaterThan(1_000);
    expect(two?.equals(one ?? Buffer.alloc(0))).toBe(true);
  });

  it('masks what is made to be handed on, on the screen too', () => {
    const body = `${paragraph('关于答复13800000000来电的通知')}<w:tbl>${tr('拟稿人', '王芳')}${tr('签发人', '')}</w:tbl>`;
    const path = put('handed/a.docx', wordFile({ body }));
    expect(duibiao('check', path, ...DAY).stdout).toContain('13800000000');
    for (const format of ['html', 'sarif', 'junit']) {
      const { stdout } = duibiao('check', path, '--format', format, ...DAY);
      expect(stdout, format).toContain('签发人');
      expect(stdout, format).not.toContain('13800000000');
    }
  });

  it('finds its settings in a folder above, and lets what is written on the command line win', () => {
    put(
      'settings/duibiao.config.json',
      JSON.stringify({
        rules: { 'approver-required': 'warning' },
        format: 'json',
        ignore: ['归档'],
        failOn: 'warning',
      }),
    );
    put('settings/发文/a.docx', form(''));
    put('settings/发文/归档/b.docx', form(''));
    put('settings/发文/~$a.docx', '锁');
    const inside = (...args: string[]) => {
      const options = { cwd: join(folder, 'settings/发文'), encoding: 'utf8' } as const;
      return spawnSync(process.execPath, [START, 'check', '.', ...DAY, ...args], options);
    };
    const plain = inside();
    expect(plain.status).toBe(1);
    const { documents, summary, skipped } = JSON.parse(plain.stdout);
    expect(documents.map(({ uri }: { uri: string }) => uri)).toEqual(['a.docx']);
    expect({ summary, skipped }).toMatchObject({ summary: { error: 0, warning: 1 }, skipped: [] });
    expect(inside('--fail-on', 'error').status).toBe(0);
    expect(inside('--format', 'pretty').stdout).toContain('建议看 1');
    expect(inside('--rule', 'approver-required=error', '--format', 'pretty').stdout).toContain('必须改 1');
    expect(JSON.parse(inside('--ignore', '*.docx').stdout).documents).toEqual([]);
    put('settings/发文/bad.json', JSON.stringify({ jobs: 'two', colour: 'red' }));
    expect(inside('--config', 'bad.json')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/bad\.json”里有 2 处不对[^\n]*\njobs：应该是数字\ncolour：没有这一项\n$/),
    });
  });

  it('tells of a scan which readable file of its folder it shows, or that there is none', () => {
    const notice = [
      '源政〔2026〕12号',
      '关于值班安排的通知',
      '各窗口：',
      '请按时值班。',
      '源潭镇人民政府',
      '2026年3月2日',
    ];
    put('scans/关于值班安排的通知.docx', wordFile({ body: notice.map((text) => paragraph(text)).join('') }));
    const scan = readFileSync(join(FIXTURES, 'documents', '扫描件.docx'));
    put('scans/关于值班安排的通知（盖章）.docx', scan);
    put('scans/0001.docx', scan);
    const { stdout } = duibiao('check', 'scans', ...DAY);
    expect(stdout).toContain(
      '“关于值班安排的通知（盖章）.docx”是扫描件，没读到。对应的电子版像是“关于值班安排的通知.docx”',
    );
    expect(stdout).toContain('“0001.docx”是扫描件，没读到，也没有找到它的电子版。');
  });

  it('honours what people said of findings, by file, and the rules that a unit wrote', () => {
    const body = ['源政〔2026〕12号', '关于值班的通知', '各窗口：', '请按时值班。', '拟稿人：', '审核人：', '签发人：'];
    put('said/a.docx', wordFile({ body: body.map((text) => paragraph(text)).join('') }));
    const found = JSON.parse(duibiao('check', 'said', '--format', 'json', ...DAY).stdout).documents[0].findings;
    const failed = found.filter((one: { outcome: string }) => one.outcome === 'failed');
    const [first, second] = failed;
    const verdicts = [
      { finding: first.id, verdict: 'not-applicable', reason: '本单位不用', uri: 'said/a.docx' },
      { finding: second.id, verdict: 'to-do', who: '周文', uri: 'said/a.docx' },
      { finding: 'f'.repeat(24), verdict: 'fixed', uri: 'said/a.docx' },
      { finding: 'e'.repeat(24), verdict: 'false-alarm', uri: 'said/a.docx' },
    ];
    put('verdicts.json', JSON.stringify({ schema: 'duibiao/verdicts@1', verdicts }));
    const told = JSON.parse(duibiao('check', 'said', '--verdicts', 'verdicts.json', '--format', 'json', ...DAY).stdout);
    expect(told.standing).toMatchObject({ fixed: 1, accepted: 1, open: failed.length - 1 });
    const { fixed, accepted, known, open, unread, found: all } = told.standing;
    expect(all).toBe(fixed + accepted + known + open + unread);
    expect(told.standing.gone).toHaveLength(2);
    const stands = new Map(
      told.documents[0].findings.map((one: { id: string; stands?: object }) => [one.id, one.stands]),
    );
    expect(stands.get(first.id)).toEqual({ standing: 'accepted', note: '不适用（本单位不用）' });
    expect(stands.get(second.id)).toEqual({ standing: 'open', note: '待办（周文）' });

    const rule = { id: 'contact', type: 'required-role', title: '有联系人', kinds: ['official'], role: '联系人' };
    const pack = { schema: 'duibiao/rules@1', id: 'own', name: '补充', version: '1', basis: { document: '《办法》' } };
    put('pack.json', JSON.stringify({ ...pack, rules: [{ ...rule, severity: 'error' }] }));
    const own = JSON.parse(duibiao('check', 'said', '--pack', 'pack.json', '--format', 'json', ...DAY).stdout);
    expect(own.documents[0].findings).toContainEqual(
      expect.objectContaining({ rule: 'own/contact', reason: 'missing', severity: 'error' }),
    );
    put('wrong.json', JSON.stringify({ ...pack, rules: [{ ...rule, severity: 'loud' }] }));
    const refused = duibiao('check', 'said', '--pack', 'wrong.json', ...DAY);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('第 1 条规则“severity”：只能是"error"、"warning"、"info"');
  });

  it('reads a saved page of a form that was taught', () => {
    const rows = [
      ['呈文者', '田小禾'],
      ['拍板者', '何长青'],
    ];
    const cells = rows.map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`).join('');
    put(
      'taught/saved.html',
      `<!DOCTYPE html><!-- saved from url=(0030)http://oa.example/sheet/17 --><title>呈批笺</title><table>${cells}</table>`,
    );
    const mapping = {
      schema: 'duibiao/mapping@1',
      id: 'cheng-pi',
      name: '呈批笺',
      address: '/sheet/*',
      signature: { labels: rows.map(([label]) => label), share: 0.7 },
      fields: rows.map(([label], index) => ({
        role: index === 0 ? 'drafter' : 'approver',
        locators: [{ by: 'label', label, nth: 1, of: 1 }],
      })),
      made: { on: '2026-11-20' },
    };
    put('mapping.json', JSON.stringify(mapping));
    const roles = (...more: string[]): unknown =>
      JSON.parse(duibiao('check', 'taught', '--format', 'json', ...more, ...DAY).stdout).documents[0].fields.map(
        ({ role, value }: { role: string; value: unknown }) => [role, value],
      );
    expect(roles()).not.toContainEqual(['drafter', ['田小禾']]);
    const read = roles('--mapping', 'mapping.json');
    expect(read).toContainEqual(['drafter', ['田小禾']]);
    expect(read).toContainEqual(['approver', ['何长青']]);
    put('wrong.json', JSON.stringify({ ...mapping, fields: [{ role: '拟稿', locators: [] }] }));
    const refused = duibiao('check', 'taught', '--mapping', 'wrong.json', ...DAY);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('第 1 栏“locators”：不能是空的') });
  });

  it('knows what the baseline holds, tells what is new and what is gone', () => {
    const path = put('base/a.docx', form(''));
    put('base/b.docx', form(''));
    const written = duibiao('check', 'base', '--write-baseline', 'base.json', ...DAY);
    expect(written).toMatchObject({ code: 0, stderr: expect.stringContaining('记下 ') });
    const again = duibiao('check', 'base', '--baseline', 'base.json', ...DAY);
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toContain('已知 1\n');
    expect(again.stdout).toMatch(/必须改 0 处.*另有已知 2 处/);
    put('base/c.docx', form(''));
    expect(checkJson('base').report.summary.error).toBe(3);
    const { code, stdout } = duibiao('check', 'base', '--baseline', 'base.json', '--format', 'json', ...DAY);
    expect(code).toBe(1);
    expect(JSON.parse(stdout).summary.error).toBe(1);
    rmSync(path);
    put('base/b.docx', form('周志强'));
    rmSync(join(folder, 'base/c.docx'));
    const mended = duibiao('check', 'base', '--baseline', 'base.json', ...DAY);
    expect(mended.code).toBe(0);
    expect(mended.stdout).toContain('base/a.docx：approver-required（已知）');
  });

  it('reports every file in an archive as a document of its own, and what it does not know as passed over', () => {
    put(
      'archive/一批.zip',
      zipOf([
        { path: '发文/a.docx', content: form('') },
        { path: 'b.docx', content: form('周志强') },
        { path: '图.xyz', content: new Uint8Array([1, 2, 3]) },
        { path: '~$b.docx', content: new Uint8Array([1]) },
        { path: '内.zip', content: zipOf([{ path: 'c.docx', content: form('') }]) },
      ]),
    );
    put('archive/空.zip', zipOf([]));
    const { code, report: found } = checkJson('archive');
    expect(code).toBe(1);
    expect(found.documents.map(({ uri, problems }) => [uri, problems[0]?.code]).sort()).toEqual([
      ['archive/一批.zip/b.docx', undefined],
      ['archive/一批.zip/内.zip', 'file-nested-archive'],
      ['archive/一批.zip/发文/a.docx', undefined],
      ['archive/空.zip', 'file-empty'],
    ]);
    expect(found.skipped).toEqual(['archive/一批.zip/图.xyz']);
    expect(found.summary).toMatchObject({ documents: 4, unread: 2, error: 1 });
  });

  it('writes the same with a cache as without, also when the cache is damaged', () => {
    cpSync(DOCUMENTS, join(folder, 'cached/documents'), { recursive: true });
    const write = (name: string, ...args: string[]): string => {
      const out = join(folder, 'cached', name);
      duibiao('check', 'cached/documents', '--format', 'json', '--out', out, ...DAY, ...args);
      return readFileSync(out, 'utf8');
    };
    const plain = write('plain.json');
    const cache = join(folder, 'cached/cache');
    expect(write('first.json', '--cache', cache)).toBe(plain);
    const entries = readdirSync(cache);
    expect(entries.length).toBeGreaterThan(15);
    for (const name of entries.slice(0, 5)) writeFileSync(join(cache, name), '{"reports":[]}');
    expect(write('second.json', '--cache', cache)).toBe(plain);
    expect(write('third.json', '--cache', cache, '--jobs', '2')).toBe(plain);
  });

  it('watches a folder, prints what changed and ends when it is told to', async () => {
    put('watched/a.docx', form('周志强'));
    put('watched/b.docx', form('周志强'));
    const child = spawn(process.execPath, [START, 'check', 'watched', '--watch', ...DAY], { cwd: folder });
    let said = '';
    let heard = (): void => undefined;
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        heard();
      });
    const until = (text: string): Promise<void> =>
      new Promise((resolve) => {
        heard = () => {
          if (said.includes(text)) resolve();
        };
        heard();
      });
    await until('按 Ctrl-C 结束');
    expect(said).toContain('共 2 份：必须改 0 处');
    said = '';
    put('watched/b.docx', form(''));
    await until('共 1 份：必须改 1 处');
    expect(said).toContain('b.docx');
    expect(said).not.toContain('a.docx');
    const ended = new Promise((resolve) => child.on('close', resolve));
    child.kill('SIGINT');
    expect(await ended).toBe(1);
  });
});

describe('wrong use', () => {
  it.concurrent.each([
    [[]],
    [['chek']],
    [['constructor']],
    [['check']],
    [['check', 'a.docx', '--format', 'xlsx']],
    [['check', 'a.docx', '--watch', '--out', 'a.json']],
    [['check', 'a.docx', '--config', 'no-such.json']],
    [['check', 'a.docx', '--baseline', 'no-such.json']],
    [['standards', 'status', 'GB/T 1.1—2020', '--format', 'sarif']],
    [['check', 'a.docx', '--format', 'yaml']],
    [['check', 'a.docx', '--today', '2026-02-30']],
    [['check', 'a.docx', '--jobs', '0']],
    [['check', 'a.docx', '--rule', 'no-such-rule=off']],
    [['check', 'a.docx', '--rule', 'approver-required=loud']],
    [['check', 'a.docx', '--stage', 'later']],
    [['check', 'a.docx', '--fail-on', 'info']],
    [['check', 'a.docx', '--no-such']],
    [['check', 'a.docx', '--out']],
    [['check', 'a.docx', '--unit', 'no-such.json']],
    [['check', 'a.docx', '--catalogue', 'no-such.json']],
    [['standards']],
    [['standards', 'status']],
    [['standards', 'status', '没有标准号']],
    [['standards', 'search']],
    [['rules', 'no-such-rule']],
    [['unit', 'export', 'a.json']],
    [['unit', 'import']],
    [['ledger', 'merge']],
    [['ledger', 'merge', 'a.json']],
    [['ledger', 'merge', 'no-such.json', '--out', 'b.jsonl']],
    [['ledger', 'merge', 'a.json', '--out', 'b.jsonl', '--witness', '12']],
    [['ledger', 'split']],
    [['ledger', 'verify']],
    [['evaluate']],
    [['help', 'chek']],
    [['help', 'check', 'x']],
    [['--version', 'x']],
  ])('%j ends with 2 and a sentence on standard error', async (args) => {
    const { code, stdout, stderr } = await duibiaoBeside(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^\P{Cc}*\p{Script=Han}\P{Cc}*\n$/u);
    expect(stderr).not.toContain('出错');
  });

  it('explains itself in Chinese', () => {
    for (const args of [['--help'], ['help']]) {
      const { code, stdout } = duibiao(...args);
      expect(code).toBe(0);
      expect(stdout).toContain('用法');
      for (const name of Object.keys(COMMAND_HELP)) expect(stdout).toContain(`  ${name} `);
    }
  });

  it.each(Object.keys(COMMAND_HELP))('explains %s alone, whatever else is written', (name) => {
    const { code, stdout } = duibiao('help', name);
    expect(code).toBe(0);
    expect(stdout).toContain(`duibiao ${name} `);
    for (const other of Object.keys(COMMAND_HELP))
      if (other !== name) expect(stdout).not.toContain(`duibiao ${other} `);
    expect(duibiao(name, '--help').stdout).toBe(stdout);
    expect(duibiao(name, 'x', '--no-such-option', '--help').stdout).toBe(stdout);
  });
});

describe('standards', () => {
  it('gives the status on a day, quoted or not', () => {
    const status = (...args: string[]) =>
      JSON.parse(duibiao('standards', 'status', ...args, '--format', 'json').stdout).standards;
    expect(status('GB/T', '24421.2-2009', '--today', '2022-09-14')).toMatchObject([
      { designation: 'GB/T 24421.2—2009', status: 'current' },
    ]);
    expect(status('GB/T24421.2-2009', '--today', '2026-11-23')).toMatchObject([
      { status: 'replaced', replacedBy: [{ edition: 'GB/T 24421.2—2023' }] },
    ]);
    expect(status('GB/T 99999—2020')).toMatchObject([{ status: 'not-in-catalogue' }]);
  });

  it('says of a newer edition that nobody has confirmed it', () => {
    const status = (designation: string) => duibiao('standards', 'status', designation, '--today', '2026-11-23').stdout;
    expect(status('GB/T 24421.2-2009')).toMatch(/现在用：GB\/T 24421\.2—2023《.*》（没有向公开来源核实过）/);
    expect(status('GB/T 24421.4-2009')).toMatch(/现在用：GB\/T 24421\.4—2023《[^》]*》$/m);
  });

  it('says what to do about a reference: keep it, leave out its year, or have a person look', () => {
    const text = 'GB/T1.1-2020标准化工作导则 第1部分标准化文件结构和起草规则';
    const ask = (...args: string[]) => duibiao('standards', 'status', ...args, '--today', '2026-11-23').stdout;
    expect(ask(text)).toContain('要人看：GB/T 1.1—2020的名称是“标准化工作导则　第1部分：标准化文件的结构和起草规则”');
    expect(ask(text)).toContain('（少了“的”）');
    expect(ask('GB/T 24421.2-2009')).toContain('可以改为不注日期引用GB/T 24421.2。');
    expect(ask('GB/T 36112-2018')).not.toMatch(/可以改|要人看/);
    expect(JSON.parse(ask('GB/T 1.1~2-2020', '--format', 'json')).standards).toMatchObject([
      { raw: 'GB/T 1.1~2-2020', designation: 'GB/T 1.1—2020', advice: { outcome: 'keep', reason: 'current' } },
      { designation: 'GB/T 1.2—2020', advice: { outcome: 'keep', reason: 'current-unconfirmed' } },
    ]);
  });

  it('gives the status of every standard that a file names', () => {
    const path = put('cited/a.docx', wordFile({ body: paragraph('按照GB/T 1.1—2020和GB/T 24421.2—2009执行。') }));
    const { code, stdout } = duibiao('standards', 'status', path, '--today', '2026-11-23');
    expect(code).toBe(0);
    expect(stdout).toMatch(/GB\/T 1\.1—2020.*现行/);
    expect(stdout).toMatch(/GB\/T 24421\.2—2009.*已被代替/);
  });

  const newer = (...more: Record<string, unknown>[]): string => {
    const rows = BUILT_IN_CATALOGUE.rows.map((row) =>
      row.designation === 'GB/T 36112—2018'
        ? { ...row, withdrawnOn: '2026-10-01', replacedBy: ['GB/T 36112—2026'] }
        : row,
    );
    const [first] = rows;
    const added = { ...first, designation: 'GB/T 36112—2026', title: '甲', effectiveOn: '2026-10-01' };
    const pack = { ...BUILT_IN_CATALOGUE, id: '新目录', version: '2027-01-01', rows: [...rows, added, ...more] };
    return put('packs/newer.json', JSON.stringify(pack));
  };

  it('names the broken rows of a pack and writes the good ones', () => {
    const path = newer({ designation: 'GB/T 1.1-2020', title: '甲' }, { title: '乙' });
    const out = join(dirname(path), 'good.json');
    const { code, stdout } = duibiao('standards', 'import', path, '--out', out);
    const count = BUILT_IN_CATALOGUE.rows.length;
    expect(code).toBe(1);
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      `目录“新目录”：${count + 1}条可用，2条不收。`,
      `第${count + 2}条（GB/T 1.1-2020）的标准号：应该是写成 GB/T 1.1—2020 这样的标准号`,
      `第${count + 3}条的标准号：没有写`,
    ]);
    expect(duibiao('standards', 'import', out)).toMatchObject({ code: 0 });
    expect(JSON.parse(readFileSync(out, 'utf8')).rows).toHaveLength(count + 1);
    const { faults, rows } = JSON.parse(duibiao('standards', 'import', path, '--format', 'json').stdout);
    expect([rows, faults.length]).toEqual([count + 1, 2]);
  });

  it('takes a table of standards for a pack', async () => {
    const rows = [
      ['标准号', '标准名称', '状态', '实施日期', '代替标准号'],
      ['GB/T36112-2026', '政务服务中心服务现场管理规范', '现行', '2026.10.1', 'GB/T 36112-2018'],
      ['GB/T 36112-2018', '政务服务中心服务现场管理规范', '被代替', '2018-07-01', ''],
      ['GB/T 36ll3-2018', '甲', '现行', '', ''],
    ];
    const csv = put('packs/list.csv', rows.map((row) => row.join(',')).join('\n'));
    const cells = rows.map((row) => ({ tone: 'plain' as const, cells: row }));
    const sheet = put(
      'packs/list.xlsx',
      await writeWorkbook([{ name: '目录', widths: [20, 40, 10, 12, 20], rows: cells }], {
        title: '目录',
        createdAt: '2026-11-23T00:00:00Z',
      }),
    );
    for (const path of [csv, sheet]) {
      const out = join(dirname(path), 'list.json');
      const { code, stdout } = duibiao('standards', 'import', path, '--out', out, '--today', '2026-11-23');
      expect(code).toBe(1);
      expect(stdout).toContain('2条可用，1条不收。');
      expect(stdout).toContain('第 4 行：标准号“GB/T 36ll3-2018”里有写错的字符，应当是GB/T 36113—2018吗？');
      const status = duibiao('standards', 'status', 'GB/T 36112-2018', '--catalogue', out, '--today', '2026-11-24');
      expect(status.stdout).toMatch(/已被代替（2026-11-24）\n {4}现在用：GB\/T 36112—2026/);
    }
    // To judge by, every row has to be good.
    const whole = put(
      'packs/whole.csv',
      rows
        .slice(0, 3)
        .map((row) => row.join(','))
        .join('\n'),
    );
    const by = (path: string) => duibiao('standards', 'status', 'GB/T 36112', '--catalogue', path, '--format', 'json');
    expect(JSON.parse(by(whole).stdout).standards).toMatchObject([{ edition: 'GB/T 36112—2026' }]);
    expect(by(csv)).toMatchObject({ code: 2, stderr: expect.stringContaining('“list.csv”这一项不对：第 4 行') });
    const other = put('packs/other.csv', '姓名,岗位\n王芳,窗口');
    expect(duibiao('standards', 'import', other).stderr).toContain('没有读到标准');
  });

  it('tells what a newer pack changes, and what of ours that touches', async () => {
    const pack = newer();
    const unit = put(
      'packs/unit.json',
      JSON.stringify({
        schema: 'duibiao/unit@1',
        name: '源潭镇便民服务中心',
        people: [],
        services: [{ name: '临时救助', standards: ['GB/T 36112—2018', 'GB/T 1.1'] }],
        standards: [{ designation: 'GB/T 36112—2018', title: '政务服务中心服务现场管理规范' }],
      }),
    );
    const file = put('packs/a.docx', wordFile({ body: paragraph('应符合GB/T 36112—2018中5.2的要求。') }));
    const ask = (...args: string[]) => duibiao('standards', 'changes', pack, ...args, '--today', '2026-11-23');
    const { code, stdout } = ask(file, '--unit', unit);
    expect(code).toBe(1);
    expect(stdout.trimEnd().split('\n')).toEqual([
      '和原来的目录（2026-11-01）相比，新目录（2027-01-01）有2处不同：',
      '  状态变了 GB/T 36112—2018《政务服务中心服务现场管理规范》 现行 → 已被代替，现在用GB/T 36112—2026',
      '  新增 GB/T 36112—2026《甲》 现行',
      '涉及本单位的有3件：',
      '  文件“a.docx”：GB/T 36112—2018已被GB/T 36112—2026代替（2026-10-01起）。引用的是具体条款，请对照新版的条款再改。',
      ...['事项“临时救助”', '标准明细表“政务服务中心服务现场管理规范”'].map(
        (use) =>
          `  ${use}：GB/T 36112—2018已被GB/T 36112—2026代替（2026-10-01起）。不涉及具体条款，可以改为不注日期引用GB/T 36112。`,
      ),
    ]);
    expect(ask()).toMatchObject({ code: 0 });
    const folder = dirname(put('packs/内部/b.docx', readFileSync(file)));
    expect(JSON.parse(ask(folder, '--format', 'json').stdout).work).toMatchObject([{ name: 'b.docx' }]);
    const broken = put('packs/坏.docx', 'PK');
    const { changes, work, unread } = JSON.parse(ask(broken, file, '--format', 'json').stdout);
    expect(unread).toMatchObject([{ message: expect.stringContaining('坏.docx') }]);
    expect(ask(broken)).toMatchObject({ code: 2, stdout: expect.stringContaining('坏.docx') });
    expect(changes).toHaveLength(2);
    expect(work).toMatchObject([
      { in: 'document', name: 'a.docx', before: { status: 'current' }, advice: { outcome: 'look', reason: 'clause' } },
    ]);
    const out = join(dirname(pack), 'work.xlsx');
    expect(ask(file, '--unit', unit, '--format', 'xlsx', '--out', out).code).toBe(1);
    const [list, changed] = await readWorkbook(new Uint8Array(readFileSync(out)));
    expect(list?.rows[2]).toContain('责任人');
    expect(list?.rows.slice(3).map((row) => row.slice(0, 4))).toEqual([
      [1, '文件', 'a.docx', 'GB/T 36112—2018'],
      [2, '事项', '临时救助', 'GB/T 36112—2018'],
      [3, '标准明细表', '政务服务中心服务现场管理规范', 'GB/T 36112—2018'],
    ]);
    expect(changed?.rows).toHaveLength(3);
  });

  it('says what else it wants', () => {
    expect(duibiao('standards', 'changes')).toMatchObject({ code: 2 });
    expect(duibiao('standards', 'import')).toMatchObject({ code: 2 });
    expect(duibiao('standards', 'status', 'GB/T 1.1', '--format', 'xlsx').stderr).toContain('standards changes');
    expect(duibiao('standards', 'status', 'GB/T 1.1', '--unit', 'x.json').stderr).toContain('standards changes');
    const later = put('packs/later.json', JSON.stringify({ schema: 'duibiao/catalogue@9' }));
    expect(duibiao('standards', 'import', later).stderr).toContain('请先更新“对标”');
  });

  it('searches by words', () => {
    expect(duibiao('standards', 'search', '现场管理').stdout).toContain('GB/T 36112—2018');
    expect(duibiao('standards', 'search', '量子纠缠猫').stdout).toContain('没有找到');
    const first = (...args: string[]) =>
      JSON.parse(duibiao('standards', 'search', ...args, '--format', 'json').stdout).standards[0];
    expect(first('zwfw')).toMatchObject({ designation: 'GB/T 32170.1—2015' });
    expect(first('窗口服物评价')).toMatchObject({ designation: 'GB/T 32169.4—2015' });
    const register = [{ designation: 'Q/MMZ 101—2024', title: '临时救助办理规范', place: '1号柜' }];
    const profile = {
      schema: 'duibiao/unit@1',
      name: '某某镇便民服务中心',
      people: [],
      services: [],
      standards: register,
    };
    const unit = put('packs/search-unit.json', JSON.stringify(profile));
    expect(first('lsjzbl', '--unit', unit)).toMatchObject({ designation: 'Q/MMZ 101—2024', place: '1号柜' });
    expect(duibiao('standards', 'search', '临时救住办理', '--unit', unit).stdout).toContain('存放：1号柜');
  });
});

describe('rules', () => {
  it('lists every rule and explains one', () => {
    expect(JSON.parse(duibiao('rules', '--format', 'json').stdout).rules).toHaveLength(RULES.length);
    const { stdout } = duibiao('rules', 'approver-required');
    expect(stdout).toMatch(/依据：.+\n/);
    expect(stdout).toMatch(/\n为什么\n.+/);
    expect(stdout).not.toMatch(/undefined|\[object|```/);
  });
});

describe('unit and ledger', () => {
  it('takes a good profile and names what is wrong in a bad one', () => {
    const good = put(
      'unit/good.json',
      JSON.stringify({ schema: 'duibiao/unit@1', name: '源潭镇便民服务中心', people: [], services: [], standards: [] }),
    );
    expect(duibiao('unit', 'import', good)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('源潭镇便民服务中心'),
    });
    const bad = put('unit/bad.json', JSON.stringify({ schema: 'duibiao/unit@1', name: 5 }));
    expect(duibiao('unit', 'import', bad)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/有 4 处不对[^\n]*\n单位名称：应该是文字\n人员：没有写\n/u),
    });
    expect(duibiao('check', put('unit/a.docx', form('周志强')), '--unit', bad).code).toBe(2);
  });

  it('tells what a later list of services changes, and the work of it', async () => {
    const sample = join(FIXTURES, 'packs/unit-yuantan.json');
    const [first] = JSON.parse(readFileSync(sample, 'utf8')).services;
    const list = put('unit/新清单.csv', `事项名称,承诺时限\n${first.name},1个工作日\n新来的事项,即办\n`);
    const { code, stdout } = duibiao('unit', 'changes', sample, list);
    expect(code).toBe(1);
    expect(stdout).toContain(`“${first.name}”承诺时限：${first.promisedLimit}→1个工作日\n`);
    expect(stdout).toContain('“新来的事项”：新增\n');
    expect(stdout).toMatch(/清单里没有了\n[\s\S]*要做的有\d+件：\n {2}事项“/u);
    const json = JSON.parse(duibiao('unit', 'changes', sample, list, '--format', 'json').stdout);
    expect(json).toMatchObject({ schema: 'duibiao/unit-changes@1' });
    const out = join(folder, 'unit', '变更.xlsx');
    expect(duibiao('unit', 'changes', sample, list, '--format', 'xlsx', '--out', out).code).toBe(1);
    const [sheet] = await readWorkbook(new Uint8Array(readFileSync(out)));
    expect(sheet?.rows).toHaveLength(json.work.length + 3);
    expect(duibiao('unit', 'changes', sample, sample)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('没有不同'),
    });
    expect(duibiao('unit', 'changes', sample)).toMatchObject({ code: 2 });
    expect(duibiao('unit', 'import', sample, '--format', 'xlsx', '--out', out).stderr).toContain('unit changes');
  });

  it('tells the system of a unit, and writes it as sheets or drawn', async () => {
    const sample = join(FIXTURES, 'packs/unit-yuantan.json');
    const { code, stdout } = duibiao('unit', 'structure', sample, '--today', '2026-11-28');
    expect([code, stdout]).toEqual([0, expect.stringContaining('服务提供  14 项\n')]);
    expect(stdout).toContain('没有计入的标准（1）\n  Q/YTBM 203.1—2022');
    const out = join(folder, '体系');
    expect(duibiao('unit', 'structure', sample, '--out', `${out}.svg`).code).toBe(0);
    expect(readFileSync(`${out}.svg`, 'utf8')).toContain('源潭镇便民服务中心标准体系');
    expect(duibiao('unit', 'structure', sample, '--out', `${out}.xlsx`).code).toBe(0);
    const sheets = await readWorkbook(new Uint8Array(readFileSync(`${out}.xlsx`)));
    expect(sheets.map(({ name }) => name)).toEqual(['体系图', '标准明细表', '标准汇总表']);
    const json = JSON.parse(duibiao('unit', 'structure', sample, '--format', 'json').stdout);
    expect(json).toMatchObject({
      schema: 'duibiao/unit-structure@1',
      declared: false,
      summary: { total: { total: 19 } },
    });
  });

  it('takes the sample unit and uses it', () => {
    const sample = join(FIXTURES, 'packs/unit-yuantan.json');
    expect(duibiao('unit', 'import', sample)).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(duibiao('unit', 'import', sample, '--format', 'json').stdout)).toMatchObject({
      schema: 'duibiao/unit@1',
    });
    expect(checkJson(put('unit/b.docx', form('周志强')), '--unit', sample).code).toBe(0);
    expect(duibiao('unit', 'import', join(FIXTURES, 'packs/unit-wrong-types.json')).code).toBe(2);
  });

  it.each(['json', 'jsonl'])(
    'passes a whole bundle (.%s) and names the first entry that is wrong in a changed one',
    (ending) => {
      const verify = (name: string, ...more: string[]) =>
        duibiao('ledger', 'verify', join(FIXTURES, `ledgers/${name}.${ending}`), ...more);
      expect(verify('good')).toMatchObject({ code: 0, stdout: expect.stringContaining('核对通过'), stderr: '' });
      for (const name of ['changed-entry', 'changed-payload', 'cut-tail', 'gap', 'reordered']) {
        const { code, stdout } = verify(name, '--format', 'json');
        expect(code, name).toBe(1);
        const { fault } = JSON.parse(stdout);
        expect(fault.sequence, name).toBeGreaterThan(0);
        expect(verify(name).stdout).toContain(fault.message);
      }
      expect(verify('good', '--witness', '0'.repeat(64)).code).toBe(1);
    },
  );

  it('prints what is no fault and has to be known, and nothing of a bundle that could deceive the eye', async () => {
    const good = await collectChain('chain-1', (await sampleLedger(3)).stored());
    const { entries, payloads } = good;
    let head: Head = EMPTY_HEAD;
    const late = entries.map((entry, index) => {
      const registeredAt = index === 1 ? '2026-03-01T00:00:00.000Z' : entry.registeredAt;
      const factOn = index === 2 ? '\u001b[2J\u202e2026' : entry.factOn;
      const next = { ...entry, registeredAt, factOn, previousHash: head.hash };
      head = { sequence: entry.sequence, hash: hashEntry(next) };
      return { ...next, hash: head.hash };
    });
    const chain = { ...good, entries: late, payloads, head };
    const file = put(
      'ledger/late.jsonl',
      writeSecondFormat([chain], { exportedAt: '2026-03-31T00:00:00.000Z', unit: '' }),
    );
    const told = duibiao('ledger', 'verify', file);
    expect(told).toMatchObject({ code: 1, stdout: expect.stringContaining('第 2 条登记时，电脑的时钟比上一条早') });
    expect(told.stdout).toContain('事实日期“\\u{1b}[2J\\u{202e}2026”不是真实的日期');
    const { stdout } = duibiao('ledger', 'verify', file, '--format', 'json');
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(JSON.parse(stdout).doubts[0].message).toContain('\u001b[2J\u202e2026');
    const [first = ''] = late.map(({ hash }) => hash);
    expect(duibiao('ledger', 'verify', file, '--witness', first).stdout).toContain('它之后的 2 条，见证不能担保');
    expect(duibiao('ledger', 'verify', file, '--today', '2026-02-28').stdout).toContain('第 1、2、3 条的登记时间');
  });

  it('refuses what is no bundle', () => {
    expect(duibiao('ledger', 'verify', put('ledger/a.json', '{}'))).toMatchObject({ code: 2, stdout: '' });
  });

  it('computes the SM3 of a bundle anew where its checkpoints have one', async () => {
    const key = await newSigningKey();
    for (const right of [true, false]) {
      const store = await sampleLedger(5);
      const sm3 = right ? (await sm3Of([store.stored()])).sm3 : 'a'.repeat(64);
      const payload = await signedCheckpoint(store.head(), key, sm3);
      const draft: EntryDraft = { ...sampleNote(0), kind: 'checkpoint', factOn: '', payload };
      await appendDraft(store, draft, { now: steadyClock('2026-03-03T01:00:00.000Z'), mask: (given) => given });
      const pieces: Uint8Array[] = [];
      const about = { exportedAt: '2026-11-23T00:00:00.000Z', unit: '' };
      await writeBundle([{ head: store.head(), records: [store.stored()] }], about, (bytes) => void pieces.push(bytes));
      const path = put(`sm3/${right}.zip`, Buffer.concat(pieces));
      expect(duibiao('ledger', 'verify', path)).toMatchObject({
        code: right ? 0 : 1,
        stdout: expect.stringContaining(right ? 'SM3 核对通过：1 个' : 'SM3 对不上：第 6 号'),
      });
    }
  });

  it('merges bundles into one that verifies, the same whatever their order, and tells how they stand to each other', async () => {
    const bundle = async (name: string, made: Made): Promise<string> =>
      put(`merge/${name}`, Buffer.concat(await bundleOf(made)));
    const sheet = (actor: string): EntryDraft => evidenceOf('培训签到表', {}, { actor });
    const one = makeChain('a', [sheet('窗口1'), ratingOf('C1', 2, '窗口1')]);
    const two = makeChain('b', [sheet('窗口2'), ratingOf('C1', 1, '窗口2')]);
    const files = [await bundle('one.zip', one), await bundle('two.zip', two), await bundle('again.zip', one)];
    const out = join(folder, 'merge/out.zip');
    const merge = (paths: readonly string[], ...more: string[]) =>
      duibiao('ledger', 'merge', ...paths, '--out', out, '--today', '2026-12-01', ...more);
    const first = merge(files);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain('2 个来源，4 条记录。1 条内容相同');
    expect(first.stdout).toContain('自报分不同：C1\n  窗口1 第 2 号');
    expect(duibiao('ledger', 'verify', out)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('核对通过：4 条'),
    });
    const bytes = readFileSync(out);
    merge(files.toReversed());
    expect(readFileSync(out).equals(bytes)).toBe(true);
    const log = JSON.parse(merge([...files, out], '--format', 'json').stdout);
    expect(log).toMatchObject({ schema: 'duibiao/merge@1', written: true, entries: 4, identicalCount: 1 });
    expect(readFileSync(out).equals(bytes)).toBe(true);

    const hash = two.records[1]?.entry.hash ?? '';
    expect(merge(files, '--witness', `2:${hash}`, '--witness', one.records[0]?.entry.hash ?? '').code).toBe(0);
    const short = await bundle('short.zip', { ...two, records: two.records.slice(0, 1) });
    rmSync(out);
    const asked = merge([files[0] ?? '', short], '--witness', `2:${hash}`);
    expect(asked).toMatchObject({ code: 1, stdout: expect.stringContaining('它只有 1 条，少了 1 条') });
    expect(existsSync(out)).toBe(false);
    expect(merge([files[0] ?? '', short], '--witness', `2:${hash}`, '--accept').code).toBe(0);
    // A chain that went two ways stands in the bundle twice.
    const left = await bundle('left.zip', makeChain('a', [ratingOf('C3', 1, '窗口1')], undefined, one.records));
    const right = await bundle('right.zip', makeChain('a', [ratingOf('C3', 2, '窗口1')], undefined, one.records));
    expect(merge([left, right])).toMatchObject({ code: 0, stdout: expect.stringContaining('从第 3 条起分成了两路') });
    expect(duibiao('ledger', 'verify', out)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('核对通过：6 条'),
    });
    const forked = readFileSync(out);
    expect(merge([right, out, left]).code).toBe(0);
    expect(readFileSync(out).equals(forked)).toBe(true);
    const changed = put(
      'merge/changed.jsonl',
      Buffer.concat(await bundleOf(two, undefined, writeSecondBundle))
        .toString()
        .replace('窗口2', '窗口3'),
    );
    rmSync(out);
    expect(merge([files[0] ?? '', changed])).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('没有合并：“changed.jsonl”不对。核对没有通过：第 1 条的内容被改过'),
    });
    expect(existsSync(out)).toBe(false);
  });
});
