import { chinaDay, daysBetween } from '../base/dates.ts';
import { fillSlots } from '../base/text.ts';
import type { SameContent } from '../evaluation/evaluate.ts';
import type { OpenLoop } from '../evaluation/loops/open-loops.ts';
import { readSubject, stateOfPayload, stateWords } from '../evidence/kept-state.ts';
import type { LedgerEntry, LedgerRecord, Place } from '../ledger/entry.ts';
import { KINDS, readPayload } from '../ledger/kinds/index.ts';
import { createStandings, type Standing } from '../ledger/standing.ts';
import { aboutLines, type ExportAbout, SIGN, shownTime } from './about.ts';
import { laterWords, type NumberOf, numbersOf } from './standing-words.ts';
import { type Table, type TableRow, writeWorkbook } from './xlsx.ts';

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
    about: '关于{number}',
    same: '与{numbers}内容相同，只算一次',
  },
  open: {
    name: '没闭环的',
    head: ['序号', '类型', '缺什么', '有关的人', '到期日'],
    remark:
      '按台账记录算出：该接着做而没有记录的、该回收而没有回收的、没有填全的。没有到期的不列；从 OA 页面和文件留存的证据不在内。',
    none: '没有。',
  },
  remark:
    '时间均为北京时间。“事实日期”是从文件上读到的，读不到的留空。“相差天数”是从事实日期到登记日期，如实列出，由阅看的人判断。“状态”写明留存时还有几处必须改、几处没读到，后来有没有撤回；没有写的，就是没有。',
} as const;
/** A fingerprint stands in two lines. */
const WIDTHS = [9, 8, 46, 24, 10, 12, 18, 18, 11, 14, 18, 36];

/** What the index tells of an entry besides its facts; the later word is added when all entries were seen. */
interface Line {
  entry: LedgerEntry;
  /** The chain under which it stands. */
  chain: string;
  /** Where the paper is. */
  place: string | null;
  /** In which state it was kept. */
  own: string;
  /** Which other entry it speaks of. */
  about?: Place;
}

function lineOf({ entry, payload, branch: chain = entry.chain }: LedgerRecord): Line {
  const read = readPayload(entry, payload);
  const line = { entry, chain, place: null, own: '' };
  switch (read?.kind) {
    case 'evidence':
      return {
        ...line,
        place: read.payload.place ?? null,
        own: stateWords(stateOfPayload(read.payload) ?? readSubject(entry.subject).state),
      };
    case 'correction': {
      const { sequence, other } = read.payload;
      return { ...line, about: { chain: other?.chain ?? chain, sequence } };
    }
    case 'note': {
      const { about: sequence } = read.payload;
      return sequence === undefined ? line : { ...line, about: { chain, sequence } };
    }
    default:
      return { ...line, own: stateWords(readSubject(entry.subject).state) };
  }
}

/** By what an entry is known as having the same content as others. */
const groupOf = ({ entry }: Line, same: SameContent): string | undefined => same.get(entry.hash.slice(0, 32));

function groupsOf(lines: readonly Line[], same: SameContent): Map<string, Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of same.size === 0 ? [] : lines) {
    const group = groupOf(line, same);
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), line]);
  }
  return groups;
}

/** `same` are the numbers of those with the same content. */
function rowOf(
  { entry, chain, place, own, about }: Line,
  standing: Standing,
  { numberOf, here, same }: { numberOf: NumberOf; here: string; same: readonly string[] },
): TableRow {
  const registered = chinaDay(entry.registeredAt);
  return {
    tone: 'plain',
    cells: [
      chain === here ? entry.sequence : numberOf({ chain, sequence: entry.sequence }),
      KINDS[entry.kind].title,
      // Its state has a column of its own.
      readSubject(entry.subject).about,
      [
        ...laterWords(standing, numberOf),
        own,
        about === undefined ? '' : fillSlots(WORDS.states.about, { number: numberOf(about) }),
        same.length === 0 ? '' : fillSlots(WORDS.states.same, { numbers: same.join('、') }),
      ]
        .filter(Boolean)
        .join('；'),
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

/** What is not closed in the records, as a sheet of its own. */
function loopTable(loops: readonly OpenLoop[], numberOf: NumberOf): Table {
  const { open } = WORDS;
  const none: TableRow[] = loops.length === 0 ? [{ tone: 'remark', cells: [open.none] }] : [];
  return {
    name: open.name,
    widths: [18, 18, 70, 20, 14],
    rows: [
      { tone: 'title', cells: [open.name] },
      { tone: 'remark', cells: [open.remark] },
      { tone: 'head', cells: [...open.head] },
      ...loops.map(
        ({ place, type, message, who, due }): TableRow => ({
          tone: 'plain',
          cells: [numberOf(place), type, message, who, due],
        }),
      ),
      ...none,
    ],
  };
}

/**
 * 证据目录.xlsx: one line an entry, in the order of each chain, the first of them this computer's; where `loops` are given, a
 * sheet of what is not closed.
 */
export async function ledgerWorkbook(
  records: Iterable<LedgerRecord> | AsyncIterable<LedgerRecord>,
  about: ExportAbout,
  same: SameContent = new Map(),
  loops?: readonly OpenLoop[],
): Promise<Uint8Array> {
  const rows: TableRow[] = [
    { tone: 'title', cells: [WORDS.title] },
    ...[...aboutLines(about), WORDS.remark].map((line): TableRow => ({ tone: 'remark', cells: [line] })),
    { tone: 'head', cells: [...WORDS.head] },
  ];
  const lines: Line[] = [];
  const standings = createStandings();
  /** Whose each chain is, as its last entry says. */
  const seats = new Map<string, string>();
  for await (const record of records) {
    standings.take(record);
    const line = lineOf(record);
    lines.push(line);
    seats.set(line.chain, line.entry.actor);
  }
  const here = lines[0]?.chain ?? '';
  const numberOf = numbersOf(here, seats);
  const groups = groupsOf(lines, same);
  for (const line of lines) {
    const others = (groups.get(groupOf(line, same) ?? '') ?? []).filter((one) => one !== line);
    const numbers = others.map(({ chain, entry }) => numberOf({ chain, sequence: entry.sequence }));
    const standing = standings.of({ ...line.entry, chain: line.chain });
    rows.push(rowOf(line, standing, { numberOf, here, same: numbers }));
  }
  rows.push({ tone: 'remark', cells: [''] }, { tone: 'remark', cells: [SIGN] });
  const tables = [
    { name: WORDS.title, widths: WIDTHS, rows },
    ...(loops === undefined ? [] : [loopTable(loops, numberOf)]),
  ];
  return writeWorkbook(tables, {
    title: WORDS.title,
    createdAt: about.createdAt,
  });
}
