import { chinaDay, daysBetween } from '../base/dates.ts';
import { fillSlots } from '../base/text.ts';
import { readSubject, stateOfPayload, stateWords } from '../evidence/kept-state.ts';
import type { LedgerEntry, LedgerRecord } from '../ledger/entry.ts';
import { KINDS, readPayload } from '../ledger/kinds/index.ts';
import { createStandings, type Standing } from '../ledger/standing.ts';
import { aboutLines, type ExportAbout, SIGN, shownTime } from './about.ts';
import { type TableRow, writeWorkbook } from './xlsx.ts';

const WORDS = {
  title: '证据目录',
  head: [
    '序号',
    '类别',
    '内容',
    '状态',
    '对应指标',
    '事实日期',
    '取证时间',
    '登记时间',
    '相差天数',
    '登记窗口',
    '存放位置',
    '指纹',
  ],
  states: {
    withdrawn: '已撤回（第 {sequence} 号）',
    moved: '指标改过（第 {sequence} 号）',
    notes: '另见第 {sequences} 号',
    about: '关于第 {sequence} 号',
  },
  remark:
    '时间均为北京时间。“事实日期”是从文件上读到的，读不到的留空。“相差天数”是从事实日期到登记日期，如实列出，由阅看的人判断。“状态”写明留存时还有几处必须改、几处没读到，后来有没有撤回；没有写的，就是没有。',
} as const;
/** A fingerprint stands in two lines. */
const WIDTHS = [7, 8, 46, 24, 10, 12, 18, 18, 11, 14, 18, 36];

/** What the index tells of an entry besides its facts; the later word is added when all entries were seen. */
interface Line {
  entry: LedgerEntry;
  /** Where the paper is. */
  place: string | null;
  /** In which state it was kept, or which earlier entry it speaks of. */
  own: string;
}

function lineOf({ entry, payload }: LedgerRecord): Line {
  const read = readPayload(entry, payload);
  const { states } = WORDS;
  switch (read?.kind) {
    case 'evidence':
      return {
        entry,
        place: read.payload.place ?? null,
        own: stateWords(stateOfPayload(read.payload) ?? readSubject(entry.subject).state),
      };
    case 'correction':
      return { entry, place: null, own: fillSlots(states.about, { sequence: read.payload.sequence }) };
    case 'note': {
      const { about: sequence } = read.payload;
      return { entry, place: null, own: sequence === undefined ? '' : fillSlots(states.about, { sequence }) };
    }
    default:
      return { entry, place: null, own: stateWords(readSubject(entry.subject).state) };
  }
}

/** What later entries made of an entry, in words. */
function laterWords({ withdrawnBy, indicators, later }: Standing): string[] {
  const { states } = WORDS;
  const others = later.filter((sequence) => sequence !== withdrawnBy && sequence !== indicators?.by);
  return [
    ...(withdrawnBy === undefined ? [] : [fillSlots(states.withdrawn, { sequence: withdrawnBy })]),
    ...(indicators === undefined ? [] : [fillSlots(states.moved, { sequence: indicators.by })]),
    ...(others.length === 0 ? [] : [fillSlots(states.notes, { sequences: others.join('、') })]),
  ];
}

function rowOf({ entry, place, own }: Line, standing: Standing): TableRow {
  const registered = chinaDay(entry.registeredAt);
  return {
    tone: 'plain',
    cells: [
      entry.sequence,
      KINDS[entry.kind].title,
      // Its state has a column of its own.
      readSubject(entry.subject).about,
      [...laterWords(standing), own].filter(Boolean).join('；'),
      (standing.indicators?.list ?? entry.indicators).join('、'),
      entry.factOn,
      shownTime(entry.capturedAt),
      shownTime(entry.registeredAt),
      entry.factOn === '' ? null : daysBetween(entry.factOn, registered),
      entry.actor,
      place,
      entry.hash,
    ],
  };
}

/** 证据目录.xlsx: one line an entry, in the order of the chain. */
export async function ledgerWorkbook(
  records: Iterable<LedgerRecord> | AsyncIterable<LedgerRecord>,
  about: ExportAbout,
): Promise<Uint8Array> {
  const rows: TableRow[] = [
    { tone: 'title', cells: [WORDS.title] },
    ...[...aboutLines(about), WORDS.remark].map((line): TableRow => ({ tone: 'remark', cells: [line] })),
    { tone: 'head', cells: [...WORDS.head] },
  ];
  const lines: Line[] = [];
  const standings = createStandings();
  for await (const record of records) {
    standings.take(record);
    lines.push(lineOf(record));
  }
  for (const line of lines) rows.push(rowOf(line, standings.of(line.entry.sequence)));
  rows.push({ tone: 'remark', cells: [''] }, { tone: 'remark', cells: [SIGN] });
  return writeWorkbook([{ name: WORDS.title, widths: WIDTHS, rows }], {
    title: WORDS.title,
    createdAt: about.createdAt,
  });
}
