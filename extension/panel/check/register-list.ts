import { fillSlots } from '../../../core/base/text.ts';
import {
  type CheckedRegister,
  type CheckedRow,
  tallyOfRegister,
  worstOf,
} from '../../../core/check/checked-register.ts';
import { firstClause, GROUP_WORDS, groupOf } from '../../../core/check/summary.ts';
import { REGISTER_WORDS } from '../../ui/words.ts';
import { REGISTER } from './register-words.ts';

/** A line that stands first; `word` is drawn in the colour of its group. */
export interface RegisterLine {
  id: 'read' | 'must' | 'look' | 'unread' | 'fine';
  word: string;
  text: string;
}

/** Sentences that a line names. */
const MOST_PHRASES = 3;

/** What register it is and how much of it was read, then the rows with 必须改 and with 建议看 or 没读到; 没问题 where none has. */
export function registerLines(register: CheckedRegister): RegisterLine[] {
  const { must, look, unread, rows } = tallyOfRegister(register);
  const lines = (['must', 'look', 'unread'] as const)
    .filter((id) => ({ must, look, unread })[id] > 0)
    .map((id): RegisterLine => {
      const own = register.rows.filter((row) => worstOf(row) === id);
      const text = phrasesOf(own.flatMap(({ findings }) => findings.filter((finding) => groupOf(finding) === id)));
      return {
        id,
        word: `${GROUP_WORDS[id]} ${own.length}`,
        text: fillSlots(REGISTER.rowsWith, { count: own.length, text }),
      };
    });
  const first: RegisterLine = { id: 'read', word: REGISTER_WORDS[register.kind], text: readWords(register) };
  if (lines.length === 0)
    return [first, { id: 'fine', word: GROUP_WORDS.fine, text: fillSlots(REGISTER.fine, { count: rows }) }];
  return [first, ...lines.slice(0, MOST_PHRASES - 1)];
}

/** 读了20行，共126行。 or 已读3页60行，共126行。, and what is not among them. */
export function readWords(register: CheckedRegister): string {
  const { rows, total, read, full } = register;
  const { leftOut } = tallyOfRegister(register);
  const several = read.length > 1;
  const slots = { pages: read.length, rows: rows.length, total: total ?? 0, leftOut };
  const sentence = several
    ? total === undefined
      ? REGISTER.readPages
      : REGISTER.readPagesOf
    : total === undefined
      ? REGISTER.read
      : REGISTER.readOf;
  return [
    fillSlots(sentence, slots),
    ...(leftOut > 0 ? [fillSlots(REGISTER.leftOut, slots)] : []),
    ...(full ? [fillSlots(REGISTER.full, slots)] : []),
  ].join('');
}

function phrasesOf(findings: CheckedRow['findings']): string {
  // What a sentence says of one row alone, numbers and days, says nothing of the others.
  const plain = (message: string): string => firstClause(message).replace(/“[^”]*”|（[^（）]*）/gu, '');
  const phrases = [...new Set(findings.map(({ message }) => plain(message)))];
  const text = phrases.slice(0, MOST_PHRASES).join('；');
  return phrases.length > MOST_PHRASES ? fillSlots(REGISTER.more, { text }) : text;
}

const ORDER = { must: 0, look: 1, unread: 2 } as const;

/** Rows with something to see, the worst first and else in the order of the register; and those with nothing. */
export function rowsApart(rows: readonly CheckedRow[]): { found: CheckedRow[]; fine: CheckedRow[] } {
  const found = rows.filter((row) => worstOf(row) !== undefined);
  const weight = (row: CheckedRow): number => ORDER[worstOf(row) ?? 'unread'];
  return {
    found: found.toSorted((left, right) => weight(left) - weight(right)),
    fine: rows.filter((row) => worstOf(row) === undefined),
  };
}
