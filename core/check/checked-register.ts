import type { PageSource } from '../base/source.ts';
import type { DocumentModel } from '../document/model.ts';
import type { RegisterColumn, RegisterKind } from '../document/register.ts';
import type { Stage } from '../document/vocabulary.ts';
import type { CheckRun, Finding } from './run.ts';
import { groupOf } from './summary.ts';

/** Rows of one register that are kept together. */
export const MOST_ROWS = 5_000;

/** One row, read and checked. */
export interface CheckedRow {
  /** Tells it from others over readings. */
  key: string;
  /** The page of results on which it stood when it was last read. */
  page: number;
  /** Its number on that page. */
  serial: string;
  /** 发文字号, 收文编号 or 办件编号, and the title or the item; '' where the register has none. */
  number: string;
  title: string;
  stage: Stage;
  /** Text of each column. */
  cells: string[];
  /** Where it stands on the page that is shown now; missing for a row of another page. */
  source?: PageSource;
  /** What was found in it: faults, and what could not be judged. */
  findings: Finding[];
}

/** One page of results that was read. */
interface ReadPage {
  page: number;
  /** Rows with a mark of secrecy, of which nothing is here. */
  leftOut: number;
}

/** A register as far as its pages were turned: what panel, evidence and exports tell of it. Plain data. */
export interface CheckedRegister extends Pick<CheckRun, 'runId' | 'at' | 'today' | 'rulePack' | 'catalogue'> {
  kind: RegisterKind;
  name: string;
  place: string;
  columns: RegisterColumn[];
  rows: CheckedRow[];
  /** How many rows the page says that there are. */
  total?: number;
  /** Pages of results, as the page tells. */
  pages?: number;
  /** The pages that were read, each once, and the one that is shown now. */
  read: ReadPage[];
  page: number;
  /** There were more rows than are kept. */
  full?: true;
  /** Why a person is asked before it is kept: some row bears such a mark. */
  askBeforeKeeping?: NonNullable<DocumentModel['askBeforeKeeping']>;
}

/** How many rows have something to mend, to look at, or that could not be judged; each row counts once, by the worst. */
export interface RegisterTally {
  rows: number;
  leftOut: number;
  must: number;
  look: number;
  unread: number;
}

/** The worst group that a row's findings are in; undefined for none. */
export function worstOf({ findings }: Pick<CheckedRow, 'findings'>): 'must' | 'look' | 'unread' | undefined {
  const groups = new Set(findings.map(groupOf));
  return (['must', 'look', 'unread'] as const).find((group) => groups.has(group));
}

export function tallyOfRegister({ rows, read }: Pick<CheckedRegister, 'rows' | 'read'>): RegisterTally {
  const worst = rows.map(worstOf);
  const count = (group: 'must' | 'look' | 'unread'): number => worst.filter((one) => one === group).length;
  return {
    rows: rows.length,
    leftOut: read.reduce((sum, page) => sum + page.leftOut, 0),
    must: count('must'),
    look: count('look'),
    unread: count('unread'),
  };
}

/** What a register says, as one text that no other content gives. Where its rows stand, and what was found, says nothing. */
export const saidByRegister = ({ kind, name, place, columns, rows }: CheckedRegister): string =>
  JSON.stringify([kind, name, place, columns, rows.map(({ key, cells }) => [key, cells])]);
