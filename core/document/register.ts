import type { PageSource } from '../base/source.ts';
import { squeeze } from '../base/text.ts';
import { columnOf } from '../pairing/columns.ts';
import type { LabelledValue } from '../pairing/pair.ts';
import { judgeBox, markOfLine } from '../privacy/secrecy.ts';
import { assemble } from './assemble.ts';
import { requestIdOf } from './identity.ts';
import type { DocumentModel } from './model.ts';
import { isStateLabel, isStepLabel, stageOf } from './stage.ts';
import type { DocumentKind, Role, Stage } from './vocabulary.ts';
import { KIND_REASONS } from './words.ts';

/** What a register lists: documents that go out, documents that came in, cases of the window. */
export type RegisterKind = 'outgoing' | 'incoming' | 'case';

/** Kind of the documents that the rows of a register are. */
export const KIND_OF_ROWS: Readonly<Record<RegisterKind, DocumentKind>> = {
  outgoing: 'official',
  incoming: 'official',
  case: 'case',
};

export interface RegisterColumn {
  /** The head as shown, cleaned. */
  label: string;
  /** What it means on a register of this kind; missing: nothing that rules know. */
  role?: Role;
}

export interface RegisterRow {
  /** Text of each column, in their order; '' where the cell is empty. */
  cells: string[];
  /** Where the row stands, and where each of its cells does. */
  source: PageSource;
  places: PageSource[];
  /** Address that the row leads to. */
  href?: string;
}

/** A list page read row by row: what one page of results shows of a register. */
export interface Register {
  kind: RegisterKind;
  /** What people call it: 发文登记. */
  name: string;
  /** The address without what turns its pages: two readings with the same one, the same kind and columns are of one register. */
  place: string;
  columns: RegisterColumn[];
  rows: RegisterRow[];
  /** How many rows the page says that there are. */
  total?: number;
  /** The page of results that is shown, and how many there are, as the page tells. */
  page?: number;
  pages?: number;
}

/** Words in a column 状态 that mean how far a row is, beside those that any page has. */
const STATES: Readonly<Record<string, Stage>> = {
  归档: 'archived',
  已存档: 'archived',
  已办毕: 'issued',
  办毕: 'issued',
  已完结: 'issued',
  完结: 'issued',
  结束: 'issued',
  已办: 'issued',
  已发: 'issued',
  完成: 'issued',
  办结: 'issued',
  已签批: 'issued',
  印发: 'issued',
  已分发: 'issued',
  在办: 'review',
  受理: 'review',
  已受理: 'review',
  受理中: 'review',
  待办: 'review',
  未办结: 'review',
  待办结: 'review',
  传阅中: 'review',
  待受理: 'drafting',
};

/** Roles that a finished row must have, where the register has a column for them. */
const FILLED_AT_END: Readonly<Record<RegisterKind, ReadonlySet<Role | undefined>>> = {
  outgoing: new Set(['docNumber', 'approver', 'approvedOn', 'writtenOn', 'printedOn']),
  incoming: new Set(['receiptNumber', 'receivedOn', 'handler']),
  case: new Set(['receiptNumber', 'receivedOn', 'handler', 'completedOn']),
};

/** The text of the column with this role; '' where there is none. */
export function cellOfRole({ columns }: Pick<Register, 'columns'>, cells: readonly string[], role: Role): string {
  const at = columns.findIndex((column) => column.role === role);
  return at < 0 ? '' : (cells[at] ?? '');
}

/** How far a row is, by its columns 状态 and 当前环节, and by the day on which it was done. */
export function stageOfRow(register: Pick<Register, 'kind' | 'columns'>, cells: readonly string[]): Stage {
  const under = (asked: (key: string) => boolean): string[] =>
    register.columns.flatMap(({ label }, at) => (asked(squeeze(label)) && cells[at] ? [cells[at]] : []));
  const [step] = under(isStepLabel);
  const hints = { states: under(isStateLabel), buttons: [], editable: false, ...(step === undefined ? {} : { step }) };
  const { stage } = stageOf([], hints, STATES);
  if (stage !== 'unknown' || register.kind === 'outgoing') return stage;
  return cellOfRole(register, cells, 'completedOn') === '' ? 'unknown' : 'issued';
}

const isFinished = (stage: Stage): boolean => stage === 'issued' || stage === 'archived';

/** Finished rows that have a cell filled, where the register really uses the column; and how many may be empty there, of a hundred. */
const FEWEST_FILLED = 3;
const MOST_EMPTY = 10;

/**
 * Columns in which a finished row must not be empty: what is seldom filled is not kept here, and its empty cells mean nothing.
 * By the rows that are seen.
 */
export function columnsInUse(register: Register): ReadonlySet<number> {
  const finished = register.rows.filter(({ cells }) => isFinished(stageOfRow(register, cells)));
  return new Set(
    register.columns.flatMap(({ role }, at) => {
      if (!FILLED_AT_END[register.kind].has(role)) return [];
      const filled = finished.filter(({ cells }) => cells[at] !== '').length;
      const empty = finished.length - filled;
      return filled >= FEWEST_FILLED && empty <= Math.max(1, (finished.length * MOST_EMPTY) / 100) ? [at] : [];
    }),
  );
}

/**
 * A row as a document. A column that is not there is absent. An empty cell is blank only in a finished row and in a column
 * that is in use; in a row that is under way it is told to come, and else it says nothing.
 * @param inUse `columnsInUse` of the register
 */
export function modelOfRow(
  register: Register,
  { cells, places, source, href }: RegisterRow,
  inUse: ReadonlySet<number>,
): DocumentModel {
  const stage = stageOfRow(register, cells);
  const kind = KIND_OF_ROWS[register.kind];
  const pairs = register.columns.flatMap(({ label }, at): LabelledValue[] => {
    const value = cells[at] ?? '';
    const place = places[at] ?? source;
    // A stroke says that there is none: nobody forgot it.
    if (NONE.test(value) || (value === '' && (stage === 'unknown' || !inUse.has(at)))) return [];
    const state = value === '' ? 'empty' : 'filled';
    const coming = value === '' && !isFinished(stage);
    return [
      {
        ...{ label, value, state, kind: 'cell-above', box: 'cell', source: { ...place, label } },
        ...(coming ? { predicted: true } : {}),
      },
    ];
  });
  const model = assemble({
    uri: href ?? '',
    sha256: '',
    from: 'page',
    reader: { id: 'register', name: register.name },
    title: '',
    pairs,
    blocks: [],
    stage,
    kind: { kind, reason: KIND_REASONS.unknown },
  });
  const marked = model.classified ?? markOfCells(register, cells, places);
  return { ...model, isDocument: true, ...(marked ? { classified: marked } : {}) };
}

const NONE = /^(?:[-—–－/／\\\s]+|无|暂无|无文号|无号)$/u;

/** A mark with its star stands anywhere, one without it in a cell of its own or under a head of secrecy. */
const STARRED = /(绝密|机密|秘密)\s*[★☆]/u;

function markOfCells(
  { columns }: Register,
  cells: readonly string[],
  places: readonly PageSource[],
): DocumentModel['classified'] {
  for (const [at, cell] of cells.entries()) {
    const label = columns[at]?.label ?? '';
    const judged = judgeBox(label, cell);
    const mark =
      STARRED.exec(cell)?.[1] ??
      markOfLine(cell)?.degree ??
      (judged?.judged === 'classified' ? judged.mark : undefined);
    const source = places[at];
    if (mark !== undefined && source) return { mark, source };
  }
  return undefined;
}

/**
 * What tells a row from others over readings: the id in the address that it leads to, else number and title. '' where it has
 * none of them.
 */
export function keyOfRow(
  register: Pick<Register, 'columns'>,
  { cells, href }: Pick<RegisterRow, 'cells' | 'href'>,
): string {
  const request = href === undefined ? undefined : requestIdOf(href);
  if (request !== undefined) return request;
  const told = (['receiptNumber', 'docNumber', 'title', 'serviceName'] as const).map((role) =>
    squeeze(cellOfRole(register, cells, role)),
  );
  return told.every((text) => text === '') ? '' : told.join('\n');
}

/** What a row of a register is numbered with on its page, or its place in it. */
export function serialOf({ columns }: Pick<Register, 'columns'>, cells: readonly string[], index: number): string {
  const at = columns.findIndex(({ label }) => columnOf(label) === 'number');
  const written = at < 0 ? '' : (cells[at] ?? '');
  return /^\d{1,6}$/.test(written) ? written : String(index + 1);
}
