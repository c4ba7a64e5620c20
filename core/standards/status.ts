import type { CataloguePack, CatalogueRow, StandardStatus, StatusAnswer } from './catalogue.ts';
import { readDesignation, undated } from './designation.ts';

interface Index {
  dated: Map<string, CatalogueRow>;
  /** Editions of one number, newest first. */
  editions: Map<string, CatalogueRow[]>;
  /** Numbers of the parts of a series: `GB/T 24421` → `GB/T 24421.1`, … */
  parts: Map<string, Set<string>>;
}

const INDEXES = new WeakMap<CataloguePack, Index>();
const yearOf = (row: CatalogueRow): number => Number(/\d{4}$/.exec(row.designation)?.[0] ?? 0);

function indexOf(pack: CataloguePack): Index {
  const known = INDEXES.get(pack);
  if (known) return known;
  const index: Index = { dated: new Map(), editions: new Map(), parts: new Map() };
  for (const row of pack.rows) {
    const number = undated(row.designation);
    index.dated.set(row.designation, row);
    const editions = index.editions.get(number);
    if (editions === undefined) index.editions.set(number, [row]);
    else editions.push(row);
    const series = number.replace(/\.\d+$/, '');
    if (series !== number) index.parts.set(series, (index.parts.get(series) ?? new Set<string>()).add(number));
  }
  for (const rows of index.editions.values()) rows.sort((left, right) => yearOf(right) - yearOf(left));
  INDEXES.set(pack, index);
  return index;
}

/** What took a row's place, step by step, each row once: a chain that bites its tail ends there. */
function replacements(index: Index, row: CatalogueRow): CatalogueRow[] {
  const chain = new Set<CatalogueRow>();
  const waiting = [row];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    for (const designation of next.replacedBy ?? []) {
      const successor = index.dated.get(designation);
      if (!successor || successor === row || chain.has(successor)) continue;
      chain.add(successor);
      waiting.push(successor);
    }
  }
  return [...chain];
}

/**
 * What is in the place of a replaced standard at the end of its chain: one, or several where it was split. Of two editions
 * of one number the newer; in a chain that bites its tail the last that was reached.
 */
export function successorsOf({ replacedBy }: Pick<StatusAnswer, 'replacedBy'>): CatalogueRow[] {
  const reached = new Set(replacedBy.map(({ designation }) => designation));
  const ends = replacedBy.filter((row) => !row.replacedBy?.some((designation) => reached.has(designation)));
  const newest = ends.filter(
    (row) =>
      !ends.some((other) => undated(other.designation) === undated(row.designation) && yearOf(other) > yearOf(row)),
  );
  return newest.length > 0 ? newest : replacedBy.slice(-1);
}

/** The day from which a row's place is taken: its own, or the first on which a successor applies; undefined when no date tells. */
function endOf(index: Index, row: CatalogueRow): string | undefined {
  if (row.withdrawnOn) return row.withdrawnOn;
  const starts = (row.replacedBy ?? []).map((designation) => index.dated.get(designation)?.effectiveOn);
  return starts.filter((day) => day !== undefined).sort()[0];
}

function statusOfRow(pack: CataloguePack, row: CatalogueRow, on: string): StandardStatus {
  if (on >= (row.lapsesOn ?? pack.lapsesOn)) return 'unknown';
  const start = row.effectiveOn ?? row.publishedOn ?? `${yearOf(row)}-01-01`;
  if (on < start) return 'upcoming';
  // What was replaced by nobody knows what is not for that reason withdrawn.
  const ended = row.replacedBy?.length || row.status === 'replaced' ? 'replaced' : 'withdrawn';
  const end = endOf(indexOf(pack), row);
  if (end !== undefined && on >= end) return ended;
  if (end === undefined && (row.status === 'replaced' || row.status === 'withdrawn')) {
    // It ended some day before it was looked up; on an earlier day nobody can say.
    return on >= row.checkedOn ? ended : 'unknown';
  }
  if (row.status === 'unknown') return 'unknown';
  // The day on which it came into force is not known: only from the day of the look-up on is it sure to apply.
  return row.effectiveOn === undefined && on < row.checkedOn ? 'unknown' : 'current';
}

function answerOfRow(pack: CataloguePack, row: CatalogueRow, on: string): StatusAnswer {
  const status = statusOfRow(pack, row, on);
  const replacedBy = status === 'replaced' ? replacements(indexOf(pack), row) : [];
  return { designation: row.designation, on, status, row, replacedBy, verified: row.verified };
}

/** The newest edition that has come into force; the newest of all where none has. */
function answerOfEditions(pack: CataloguePack, rows: readonly CatalogueRow[], on: string): StatusAnswer | undefined {
  const answers = rows.map((row) => answerOfRow(pack, row, on));
  return answers.find(({ status }) => status !== 'upcoming') ?? answers[0];
}

/**
 * A series that is named as a whole has no row of its own: it is what each of its parts is; with a year (GB/T 24421—2009)
 * what each part of that year is. Undefined where it has no such parts.
 */
function answerOfSeries(
  pack: CataloguePack,
  { designation, year }: { designation: string; year: number | undefined },
  on: string,
): StatusAnswer | undefined {
  const { editions, parts } = indexOf(pack);
  const answers = [...(parts.get(undated(designation)) ?? [])].flatMap((part) => {
    const rows = editions.get(part) ?? [];
    return answerOfEditions(pack, year === undefined ? rows : rows.filter((row) => yearOf(row) === year), on) ?? [];
  });
  const [first] = answers;
  if (!first) return undefined;
  const status = answers.every((answer) => answer.status === first.status) ? first.status : 'unknown';
  const replacedBy = status === 'replaced' ? [...new Set(answers.flatMap((answer) => answer.replacedBy))] : [];
  return { designation, on, status, replacedBy, verified: answers.every(({ verified }) => verified) };
}

/**
 * The status of a standard on an ISO day. A dated designation means that edition, an undated one the newest edition in
 * force, and one that only names a series all its parts (of its year). From `lapsesOn` of the pack on, every answer is `unknown`.
 * `designation` may be written as people write; the answer carries the normal form.
 */
export function statusOn(pack: CataloguePack, designation: string, on: string): StatusAnswer {
  const index = indexOf(pack);
  const known = index.dated.get(designation);
  if (known) return answerOfRow(pack, known, on);
  const read = readDesignation(designation);
  const normal = read?.text ?? designation;
  const row = index.dated.get(normal);
  if (row) return answerOfRow(pack, row, on);
  if (read?.year === undefined) {
    const editions = answerOfEditions(pack, index.editions.get(normal) ?? [], on);
    if (editions) return { ...editions, designation: normal };
  }
  const series = answerOfSeries(pack, { designation: normal, year: read?.year }, on);
  if (series) return series;
  return { designation: normal, on, status: 'not-in-catalogue', replacedBy: [], verified: false };
}

/** What has ended by what is known, confirmed or not. */
export const hasEnded = ({ status }: Pick<StatusAnswer, 'status'>): boolean =>
  status === 'replaced' || status === 'withdrawn';

/** What is over for certain: nothing may go by it any more. What nobody confirmed is listed, and blames nothing. */
export const isOver = (answer: Pick<StatusAnswer, 'status' | 'verified'>): boolean =>
  hasEnded(answer) && answer.verified;
