import { safeFileName } from '../base/file-name.ts';
import { fillSlots } from '../base/text.ts';
import { createZip } from '../base/zip-writer.ts';
import { readSubject } from '../evidence/kept-state.ts';
import type { LedgerRecord } from '../ledger/entry.ts';
import { readPayload } from '../ledger/kinds/index.ts';
import { aboutLines, type ExportAbout, SIGN } from './about.ts';
import { evidenceArticle, evidencePage, placeOf } from './evidence-entry.ts';
import { type EvidenceSource, groupsOf, type Survey, surveyEvidence } from './evidence-survey.ts';
import { EVIDENCE_WORDS } from './evidence-words.ts';
import { indicatorName } from './indicator-name.ts';
import { element, escapeMarkup } from './markup.ts';

const WORDS = {
  cover: '封面.html',
  catalogue: '卷内目录.xlsx',
  page: '{number}{state} {title}',
  original: '{number} 原件 {name}',
  photo: '{number} 照片.jpg',
  number: '第{sequence}号',
  numberOf: '{seat}（{rank}）第{sequence}号',
  withdrawn: '（已撤回）',
  title: '标准化试点证据归档卷',
  facts: '事实日期：{from} 至 {to}',
  registered: '登记日期：{from} 至 {to}',
  count: '证据 {count} 条，其中撤回 {withdrawn} 条。撤回的留着备查，不算证据。',
  originals:
    '随卷的文件原件和照片 {stored} 份；只留了指纹、没有原件的 {only} 份；已经隐去或不在这台电脑上的 {gone} 份。',
  head: ['指标', '证据（条）', '撤回（条）', '文件夹'],
  how: [
    '卷内目录.xlsx 逐条列出全部记录，打印后与本封面一起签字、盖章。',
    '每个指标一个文件夹，一条证据一个网页，双击就能打开。一条证据归入几个指标的，每个文件夹里都有它的网页；文件原件只放一份，从网页上可以点开。',
    '序号不连续是正常的：别的记录（更正、导出、自报等）也占序号，在卷内目录里。',
  ],
} as const;

/** Longest name of a page or an original, and of a folder: together they stay far below what Windows takes for a path. */
const [LONGEST, LONGEST_FOLDER, LONGEST_SEAT] = [80, 40, 16];

/** The folder of an indicator. What comes from a bundle may be no indicator at all. */
export const folderOf = (indicator: string): string =>
  safeFileName(indicatorName(indicator), LONGEST_FOLDER) || EVIDENCE_WORDS.noIndicators;

/** The number of an entry in names: no other entry has it. */
function numberIn(record: LedgerRecord, { rankOf }: Survey): string {
  const { sequence, actor } = record.entry;
  const rank = rankOf(placeOf(record));
  if (rank === 1) return fillSlots(WORDS.number, { sequence });
  return fillSlots(WORDS.numberOf, { seat: safeFileName(actor, LONGEST_SEAT), rank, sequence });
}

function pageName(record: LedgerRecord, survey: Survey): string {
  const title = readSubject(record.entry.subject).about;
  const state = survey.standingOf(record).withdrawnBy === undefined ? '' : WORDS.withdrawn;
  const ending = '.html';
  const name = fillSlots(WORDS.page, { number: numberIn(record, survey), state, title: safeFileName(title, LONGEST) });
  return safeFileName(name, LONGEST - ending.length) + ending;
}

interface Originals {
  stored: number;
  only: number;
  gone: number;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function cover(
  { groups, count, withdrawn, facts, registered }: Survey,
  originals: Originals,
  about: ExportAbout,
): string {
  const paragraph = (line: string): string => element('p', escapeMarkup(line));
  const row = (name: string, cells: readonly (string | number)[]): string =>
    element('tr', cells.map((cell) => element(name, escapeMarkup(String(cell)))).join(''));
  const spans = (
    [
      ['facts', facts],
      ['registered', registered],
    ] as const
  ).flatMap(([what, span]) => (span.from === '' ? [] : [fillSlots(WORDS[what], span)]));
  const rows = groups.map((group) =>
    row('td', [
      group.indicator === '' ? EVIDENCE_WORDS.noIndicators : indicatorName(group.indicator),
      group.standing,
      group.withdrawn,
      folderOf(group.indicator),
    ]),
  );
  return evidencePage(WORDS.title, [
    element('h1', escapeMarkup(WORDS.title)),
    element('div', [...aboutLines(about), ...spans].map(paragraph).join(''), 'class="about"'),
    paragraph(fillSlots(WORDS.count, { count, withdrawn })),
    paragraph(fillSlots(WORDS.originals, { ...originals })),
    element('table', element('thead', row('th', WORDS.head)) + element('tbody', rows.join('\n'))),
    ...WORDS.how.map(paragraph),
    element('p', escapeMarkup(SIGN), 'class="sign"'),
  ]);
}

/**
 * 归档包: a zip for archiving, in which people find their way without any tool: a cover to sign, the index, and a folder for each
 * indicator with a page for each piece of evidence and the originals that are kept. `catalogue` makes the index. Written
 * member by member: one record or one original is held at a time. Same ledger and same facts: same bytes.
 */
export async function writeArchive(
  source: EvidenceSource,
  about: ExportAbout,
  catalogue: () => Promise<Uint8Array>,
  write: (bytes: Uint8Array) => Promise<void> | void,
): Promise<void> {
  const survey = await surveyEvidence(source);
  const zip = createZip(write);
  const originals: Originals = { stored: 0, only: 0, gone: 0 };
  for await (const record of source.records(({ kind }) => kind === 'evidence')) {
    if (record.entry.kind !== 'evidence') continue;
    const standing = survey.standingOf(record);
    const folders = [...new Set(groupsOf(record, standing).map(folderOf))];
    const [home = ''] = folders;
    const [original, photo] = [await originalOf(record, survey, source), await photoOf(record, survey, source)];
    for (const one of [original, photo]) {
      if (one !== undefined) originals[one.state] += 1;
      if (one?.bytes !== undefined) await zip.add(`${home}/${one.name}`, one.bytes);
    }
    for (const folder of folders) {
      const pathOf = (one: Original | undefined): string =>
        one?.bytes === undefined ? '' : `${folder === home ? '' : `../${home}/`}${one.name}`;
      const beside = { original: pathOf(original), photo: pathOf(photo) };
      const article = evidenceArticle({ record, standing, numberOf: survey.numberOf, ...beside });
      const title = readSubject(record.entry.subject).about;
      const page = evidencePage(title, [article]);
      await zip.add(`${folder}/${pageName(record, survey)}`, encode(page), true);
    }
  }
  await zip.add(WORDS.catalogue, await catalogue());
  await zip.add(WORDS.cover, encode(cover(survey, originals, about)), true);
  await zip.end();
}

/** What is kept beside an entry, under which name it is handed out, and what became of it. */
interface Original {
  state: keyof Originals;
  name: string;
  bytes?: Uint8Array;
}

/** What an entry keeps under a digest. A payload may name any; what it may hand out is what its entry keeps. */
async function keptUnder(
  digest: string,
  name: string,
  { entry }: LedgerRecord,
  { blob }: EvidenceSource,
): Promise<Original> {
  const bytes = entry.blobDigests.includes(digest) ? await blob(digest) : undefined;
  return bytes === undefined ? { state: 'gone', name } : { state: 'stored', name, bytes };
}

/** The photograph of a paper; undefined where there is none. */
async function photoOf(record: LedgerRecord, survey: Survey, source: EvidenceSource): Promise<Original | undefined> {
  const read = readPayload(record.entry, record.payload);
  const photo = read?.kind === 'evidence' ? read.payload.photo : undefined;
  return photo && keptUnder(photo.sha256, fillSlots(WORDS.photo, { number: numberIn(record, survey) }), record, source);
}

/** The file of a piece of evidence; undefined where it is of no file. */
async function originalOf(record: LedgerRecord, survey: Survey, source: EvidenceSource): Promise<Original | undefined> {
  const read = readPayload(record.entry, record.payload);
  if (read?.kind !== 'evidence' || read.payload.file === undefined) return undefined;
  const { file, document } = read.payload;
  const number = numberIn(record, survey);
  const name = safeFileName(fillSlots(WORDS.original, { number, name: safeFileName(file.name, LONGEST) }), LONGEST);
  return file.stored ? keptUnder(document.sha256, name, record, source) : { state: 'only', name };
}
