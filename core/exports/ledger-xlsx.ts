import { chinaTime, dayOf, daysBetween } from '../base/dates.ts';
import type { LedgerRecord } from '../ledger/entry.ts';
import { KINDS, readPayload } from '../ledger/kinds/index.ts';
import { aboutLines, type ExportAbout, SIGN, shownTime } from './about.ts';
import { type TableRow, writeWorkbook } from './xlsx.ts';

const WORDS = {
  title: '证据目录',
  head: [
    '序号',
    '类别',
    '内容',
    '对应指标',
    '事实日期',
    '取证时间',
    '登记时间',
    '相差天数',
    '登记窗口',
    '存放位置',
    '指纹',
  ],
  remark:
    '时间均为北京时间。“事实日期”是从文件上读到的，读不到的留空。“相差天数”是从事实日期到登记日期，如实列出，由阅看的人判断。',
} as const;
/** A fingerprint stands in two lines. */
const WIDTHS = [7, 8, 52, 10, 12, 18, 18, 11, 14, 20, 36];

function rowOf({ entry, payload }: LedgerRecord): TableRow {
  const registered = dayOf(chinaTime(entry.registeredAt));
  const read = readPayload(entry, payload);
  const place = (read?.kind === 'evidence' ? read.payload.place : undefined) ?? null;
  return {
    tone: 'plain',
    cells: [
      entry.sequence,
      KINDS[entry.kind].title,
      entry.subject,
      entry.indicators.join('、'),
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
  for await (const record of records) rows.push(rowOf(record));
  rows.push({ tone: 'remark', cells: [''] }, { tone: 'remark', cells: [SIGN] });
  return writeWorkbook([{ name: WORDS.title, widths: WIDTHS, rows }], {
    title: WORDS.title,
    createdAt: about.createdAt,
  });
}
