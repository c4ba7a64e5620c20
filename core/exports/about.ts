import { chinaTime } from '../base/dates.ts';
import { fillSlots } from '../base/text.ts';
import type { Head } from '../ledger/entry.ts';

/** What every exported sheet says of itself. */
export interface ExportAbout {
  /** Name of the unit; '' when no profile was imported. */
  unit: string;
  /** ISO date-time UTC. */
  createdAt: string;
  /** Where the ledger ended when the sheet was made: the outside anchor of everything before it. */
  head: Head;
}

/** Words that several exports share. */
const WORDS = {
  noUnit: '（未登记单位名称）',
  made: '导出时间（北京时间）：{time}',
  unit: '单位：{unit}',
  head: '证据链到第 {sequence} 条为止，末条指纹：{hash}',
  noEntries: '证据库里还没有记录。',
  proof:
    '这个指纹能证明什么：把本表打印、签字、盖章留存后，第 {sequence} 条及以前的记录若被改动、删除或换次序，都能核对出来（可察觉改动）。它不证明记录的内容本身是真的，也不能阻止改动。',
} as const;

/** An instant for people: `2026-03-02 09:01`. */
export const shownTime = (instant: string): string => chinaTime(instant).slice(0, 16).replace('T', ' ');

/** The lines that stand on every export: unit, time, head hash, and what the hash proves. */
export function aboutLines({ unit, createdAt, head }: ExportAbout): string[] {
  const slots = { unit: unit || WORDS.noUnit, time: shownTime(createdAt), ...head };
  const anchor = head.sequence === 0 ? [WORDS.noEntries] : [WORDS.head, WORDS.proof];
  return [WORDS.unit, WORDS.made, ...anchor].map((line) => fillSlots(line, slots));
}

/** The line to sign at the end of what is printed. */
export const SIGN = '填表人：　　　　　　审核人：　　　　　　批准人：　　　　　　日期：　　　　年　　月　　日';
