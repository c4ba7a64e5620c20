import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { joinBytes } from '../base/bytes.ts';
import { sha256Now } from '../base/hash.ts';
import { entryNames, openArchive } from '../files/containers/zip.ts';
import { openPage } from '../files/html/saved-page.ts';
import type { EntryDraft, LedgerRecord } from '../ledger/entry.ts';
import type { EvidencePayload } from '../ledger/kinds/index.ts';
import { sampleLedger, sampleNote } from '../ledger/testing.ts';
import { folderOf, writeArchive } from './archive.ts';
import { evidenceHtml } from './evidence-html.ts';
import type { EvidenceSource } from './evidence-survey.ts';
import { escapeMarkup } from './markup.ts';

const HOSTILE = '../<script>alert(1)</script>=cmd|"/c calc"!A1 & \'x\' onload=a';
const BYTES = new TextEncoder().encode('原件的内容');

const payload = (more: Partial<EvidencePayload> = {}): EvidencePayload => ({
  document: {
    uri: 'javascript:alert(1)',
    sha256: '',
    key: '',
    kind: 'official',
    kindWord: '',
    stage: 'approval',
    title: '',
    reader: '',
  },
  fields: [
    { role: 'drafter', state: 'present', value: ['王芳'], label: '拟稿人', written: '王芳' },
    { role: 'approver', state: 'blank', label: '签发人', written: '' },
    { role: 'title', state: 'present', value: HOSTILE, label: '', written: HOSTILE },
  ],
  trail: [{ step: '拟稿', actors: ['王芳'], action: '提交', time: '2026-03-01T09:30:00', state: 'done' }],
  attachments: [HOSTILE],
  notRead: ['正文没有读到'],
  ...more,
});
const draft = (more: Partial<EntryDraft> = {}, content = payload()): EntryDraft => ({
  ...sampleNote(1),
  kind: 'evidence',
  indicators: ['C10'],
  subject: '关于值班的通知',
  payload: content,
  ...more,
});
const file = (name: string, stored = true): EvidencePayload =>
  payload({
    document: { ...payload().document, sha256: sha256Now(BYTES) },
    file: { name, size: BYTES.length, stored },
  });

const DRAFTS: EntryDraft[] = [
  draft(
    { indicators: ['C2', 'C10'], subject: HOSTILE, factOn: '2025-01-01', blobs: [BYTES] },
    file(`${HOSTILE}#1%.docx`),
  ),
  draft({ indicators: [] }, payload({ paper: { cabinet: '3柜', box: '2盒', stub: '' }, sample: true })),
  draft({ subject: '留错了的', indicators: ['C10'] }),
  { ...sampleNote(4), kind: 'correction', payload: { sequence: 3, withdrawn: true, reason: '留错了' } },
  draft({ indicators: ['C10'] }, file('只有指纹.docx', false)),
  draft(
    { indicators: ['../C1'], subject: 'NUL' },
    payload({
      record: {
        type: 'training-record',
        values: [{ box: '培训内容', text: HOSTILE }],
        links: [{ to: { chain: 'c', sequence: 2, hash: 'a'.repeat(64) }, how: 'follows' }],
      },
    }),
  ),
];

async function sample(drafts = DRAFTS) {
  const store = await sampleLedger(0, drafts);
  const source: EvidenceSource = {
    records: (wanted) =>
      store.records().map((record): LedgerRecord => (wanted(record.entry) ? record : { entry: record.entry })),
    blob: async (digest) => (digest === sha256Now(BYTES) ? BYTES : undefined),
  };
  const about = { unit: HOSTILE, createdAt: '2026-03-02T01:00:00.000Z', head: store.head() };
  return { records: store.records(), source, about };
}

async function archive({ source, about }: Awaited<ReturnType<typeof sample>>) {
  const pieces: Uint8Array[] = [];
  const catalogue = async (): Promise<Uint8Array> => new TextEncoder().encode('目录');
  await writeArchive(source, about, catalogue, (bytes) => void pieces.push(bytes));
  const bytes = joinBytes(pieces);
  const opened = openArchive(bytes, 'a.zip');
  const names = entryNames(bytes);
  const read = (name: string | undefined): string => new TextDecoder().decode(opened.read(name ?? ''));
  return { bytes, names, read };
}

const open = async (html: string) =>
  (await openPage('a.html', new TextEncoder().encode(html), () => undefined)).document;

describe('the evidence as a page', () => {
  it('has no script and nothing from outside, and every link leads somewhere in it', async () => {
    const { source, about } = await sample();
    const html = await evidenceHtml(source, about);
    const document = await open(html);
    expect(document.querySelectorAll('script, img, iframe, [onload], [src], link').length).toBe(0);
    expect(html).toContain('default-src &#39;none&#39;');
    expect(html).toContain(escapeMarkup(HOSTILE));
    expect(html).not.toMatch(/\{\w+\}|undefined|NaN|null/);
    const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
    expect(links.length).toBeGreaterThan(8);
    for (const link of links) expect(document.querySelector(link), link).not.toBeNull();
  });

  it('tells of each piece everything that was kept, in its place', async () => {
    const { source, about, records } = await sample();
    const document = await open(await evidenceHtml(source, about));
    const heads = [...document.querySelectorAll('h2')].map(({ textContent }) => textContent);
    expect(heads.map((head) => head?.replace(/ .*?（/, '（'))).toEqual([
      '目录',
      'C2（1 条）',
      'C10（2 条，另有撤回 1 条）',
      '../C1（1 条）',
      '未归指标（1 条）',
    ]);
    const articles = [...document.querySelectorAll('article')];
    expect(articles).toHaveLength(5);
    const first = articles[0]?.textContent ?? '';
    for (const part of ['王芳', '空着', '提交', '正文没有读到', '已办', '相隔', records[0]?.entry.hash ?? '?'])
      expect(first).toContain(part);
    expect(articles.find((one) => one.querySelector('h3 del'))?.textContent).toContain('已撤回（第 4 号）');
    expect(document.querySelectorAll('h3 del')).toHaveLength(1);
    const all = articles.map(({ textContent }) => textContent).join('\n');
    for (const part of ['3柜', '示例', '只留了指纹', '培训内容', '接在它后面：第 2 号']) expect(all).toContain(part);
  });

  it('stops when it is full, and says what is missing', async () => {
    const { source, about } = await sample();
    expect(await evidenceHtml(source, about)).not.toContain('装不下');
    const few = await evidenceHtml(source, about, { entries: 2, characters: 1e9 });
    expect(few).toContain('先登记的 2 条，还有 3 条没有写');
    expect(few.match(/<article/g)).toHaveLength(2);
    expect(await evidenceHtml(source, about, { entries: 9, characters: 100 })).toContain('先登记的 0 条，还有 5 条');
  });

  it('writes no more than some rows of a table, and counts the rest', async () => {
    const lines = Array.from({ length: 600 }, (_, at) => `附件${at}`);
    const { source, about } = await sample([draft({}, payload({ attachments: lines }))]);
    const html = await evidenceHtml(source, about);
    expect(html).toContain('附件499');
    expect(html).not.toContain('附件500');
    expect(html).toContain('还有 100 行');
  });

  it('says when there is none, and what of an entry is gone', async () => {
    const empty = await sample([]);
    expect(await evidenceHtml(empty.source, empty.about)).toContain('还没有证据');
    const { source, about } = await sample();
    const redacted: EvidenceSource = { ...source, records: () => source.records(() => false) };
    expect((await evidenceHtml(redacted, about)).match(/内容已经隐去/g)).toHaveLength(5);
  });
});

describe('the archive', () => {
  it('has a folder an indicator with a page a piece, the original once, and names that Windows takes', async () => {
    const { names } = await archive(await sample());
    expect(names).toHaveLength(new Set(names.map((name) => name.toLowerCase())).size);
    expect(names.slice(-2)).toEqual(['卷内目录.xlsx', '封面.html']);
    for (const name of names) {
      expect(name).not.toMatch(/[\\:*?"<>|\p{C}]/u);
      for (const part of name.split('/')) {
        expect(part.length).toBeLessThanOrEqual(80);
        expect(part).not.toMatch(/^\.|[. ]$|^(?:con|nul|aux|prn)(?:\.|$)/i);
      }
      expect(name.split('/').length).toBeLessThanOrEqual(2);
    }
    const count = (part: string) => names.filter((name) => name.includes(part)).length;
    expect(count('第1号 原件')).toBe(1);
    expect(names.filter((name) => /\/第1号.*\.html$/.test(name)).map((name) => name.slice(0, 3))).toEqual([
      'C2 ',
      'C10',
    ]);
    expect(names.find((name) => name.includes('第1号 原件'))).toMatch(/^C2 .*\.docx$/);
    expect(names.find((name) => name.includes('第3号'))).toMatch(/\/第3号（已撤回） 留错了的\.html$/);
    expect(count('未归指标/第2号')).toBe(1);
    expect(names.some((name) => name.startsWith('C1/第6号 NUL'))).toBe(true);
  });

  it('has pages without script whose links lead to the original', async () => {
    const { names, read } = await archive(await sample());
    for (const name of names.filter((one) => one.endsWith('.html'))) {
      const document = await open(read(name));
      expect(document.querySelectorAll('script, img, [onload], [src]').length).toBe(0);
      for (const link of document.querySelectorAll('a')) {
        const target = new URL(link.getAttribute('href') ?? '', `http://a/${encodeURI(name)}`);
        expect(names).toContain(decodeURIComponent(target.pathname).slice(1));
      }
    }
    const pages = names.filter((name) => /\/第1号.*\.html$/.test(name)).map(read);
    for (const page of pages) expect((await open(page)).querySelectorAll('a')).toHaveLength(1);
    expect(read(names.find((name) => name.includes('第1号 原件')))).toBe('原件的内容');
  });

  it('has a cover with the counts, the span, the head and where to sign', async () => {
    const ledger = await sample();
    const { read } = await archive(ledger);
    const cover = (await open(read('封面.html'))).body.textContent ?? '';
    expect(cover).toContain(ledger.about.head.hash);
    expect(cover).toContain('事实日期：2025-01-01 至 2026-03-02');
    expect(cover).toContain('证据 5 条，其中撤回 1 条');
    expect(cover).toContain('文件原件和照片 1 份；只留了指纹、没有原件的 1 份');
    expect(cover).toContain('批准人');
    expect(cover).not.toMatch(/\{\w+\}|undefined|NaN|null/);
  });

  it('has a photograph of a paper once, drawn on its pages, and tells what became of one', async () => {
    const picture = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);
    const photographed = payload({
      paper: { cabinet: '3柜', box: '', stub: '' },
      photo: { sha256: sha256Now(picture), size: picture.length },
      validTo: '2027-03-01',
    });
    const kept = await sample([draft({ indicators: ['C1', 'C2'], blobs: [picture] }, photographed)]);
    const blob = async (digest: string) => (digest === sha256Now(picture) ? picture : undefined);
    const ledger = { ...kept, source: { ...kept.source, blob } };
    const { names, read } = await archive(ledger);
    expect(names.filter((name) => name.endsWith('照片.jpg'))).toEqual([
      expect.stringMatching(/^C1 .*\/第1号 照片\.jpg$/),
    ]);
    const pages = names.filter((name) => /\/第1号.*\.html$/.test(name));
    expect(pages).toHaveLength(2);
    for (const name of pages) {
      const [image] = (await open(read(name))).querySelectorAll('img');
      const target = new URL(image?.getAttribute('src') ?? '', `http://a/${encodeURI(name)}`);
      expect(names).toContain(decodeURIComponent(target.pathname).slice(1));
      expect(read(name)).toContain('2027-03-01');
    }
    expect(await evidenceHtml(ledger.source, ledger.about)).toContain('照片存在证据库里');
    const gone = await archive({ ...ledger, source: { ...ledger.source, blob: async () => undefined } });
    expect(gone.read(gone.names.find((name) => name.endsWith('.html')))).toContain('照片已经隐去');
  });

  it('hands out no blob but those of the entry itself, and says that one is gone', async () => {
    const stolen = await archive(await sample([draft({ blobs: [] }, file('别人的.docx'))]));
    expect(stolen.names.some((name) => name.includes('原件'))).toBe(false);
    expect(stolen.read(stolen.names.find((name) => name.includes('第1号')))).toContain('原件已经隐去');
    const ledger = await sample();
    const gone = await archive({ ...ledger, source: { ...ledger.source, blob: async () => undefined } });
    expect(gone.read('封面.html')).toContain('不在这台电脑上的 1 份');
  });

  it('keeps entries of several chains apart', async () => {
    const one = await sample();
    const two = one.records.map((record) => ({ ...record, branch: '别的链' }));
    const source: EvidenceSource = { ...one.source, records: () => [...one.records, ...two] };
    const { names } = await archive({ ...one, source });
    expect(names).toHaveLength(new Set(names).size);
    expect(names.filter((name) => name.includes('综合窗口1（2）第3号'))).toHaveLength(1);
  });

  it('is the same bytes for the same ledger, and other programs open it', async () => {
    const { bytes, names } = await archive(await sample());
    expect((await archive(await sample())).bytes).toEqual(bytes);
    if (!existsSync('/usr/bin/unzip')) return;
    const folder = mkdtempSync(join(tmpdir(), 'archive-'));
    try {
      writeFileSync(join(folder, 'a.zip'), bytes);
      const told = execFileSync('/usr/bin/unzip', ['-t', join(folder, 'a.zip')], { encoding: 'utf8' });
      expect(told).toContain('No errors detected');
      expect(told.match(/ OK$/gm)).toHaveLength(names.length);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('never makes a path of an indicator', () => {
    expect(folderOf('../..')).toBe('未归指标');
    expect(folderOf('C10/../../x')).toBe('C10 .. .. x');
    expect(folderOf('C10')).toMatch(/^C10 \p{Script=Han}+$/u);
  });
});
