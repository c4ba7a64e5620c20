import { type Progress, tellStep } from '../base/progress.ts';
import type { CataloguePack, CatalogueRow, StatusAnswer } from './catalogue.ts';
import { statusOn } from './status.ts';

/** What is different about one standard in a later pack. */
export interface PackChange {
  kind: 'new' | 'gone' | 'status' | 'replaced-by' | 'title' | 'dates';
  designation: string;
  /** Of the later pack; of the earlier one where it is gone. */
  title: string;
  /** Undefined in the pack that does not have it. */
  before?: StatusAnswer;
  after?: StatusAnswer;
}

const NEVER = '9999-12-31';

/** Made once for each pack, for what is looked up in it is prepared for each. */
const UNLAPSED = new WeakMap<CataloguePack, CataloguePack>();

/** A pack that answers although it has lapsed: what it once said is compared with what is said now. */
export function unlapsed(pack: CataloguePack): CataloguePack {
  const known = UNLAPSED.get(pack);
  if (known) return known;
  const rows = pack.rows.map((row) => (row.lapsesOn === undefined ? row : { ...row, lapsesOn: NEVER }));
  const made = { ...pack, lapsesOn: NEVER, rows };
  UNLAPSED.set(pack, made);
  return made;
}

const daysOf = ({ publishedOn = '', effectiveOn = '', withdrawnOn = '' }: CatalogueRow): string =>
  [publishedOn, effectiveOn, withdrawnOn].join(' ');
const titleOf = ({ title }: CatalogueRow): string => title.replace(/\s+/gu, ' ');
const replacementOf = ({ replacedBy = [] }: CatalogueRow): string => replacedBy.toSorted().join(' ');

/**
 * What a later pack says otherwise than an earlier one, as both would say it on an ISO day, in the order of the later pack
 * and then what is gone. One standard, one change: a new status comes before what took its place, this before a title and
 * the dates. @param told of the rows of the later pack
 */
export function packChanges(before: CataloguePack, after: CataloguePack, on: string, told?: Progress): PackChange[] {
  const [earlier, later] = [unlapsed(before), unlapsed(after)];
  const known = new Map(earlier.rows.map((row) => [row.designation, row]));
  const changes = later.rows.flatMap((row, at): PackChange[] => {
    tellStep(told, at + 1, later.rows.length);
    const { designation, title } = row;
    const old = known.get(designation);
    known.delete(designation);
    const now = statusOn(later, designation, on);
    if (!old) return [{ kind: 'new', designation, title, after: now }];
    const then = statusOn(earlier, designation, on);
    const kind = kindOf(then, now, old, row);
    return kind === undefined ? [] : [{ kind, designation, title, before: then, after: now }];
  });
  const gone = [...known.values()].map(
    ({ designation, title }): PackChange => ({
      kind: 'gone',
      designation,
      title,
      before: statusOn(earlier, designation, on),
    }),
  );
  return [...changes, ...gone];
}

function kindOf(
  then: StatusAnswer,
  now: StatusAnswer,
  old: CatalogueRow,
  row: CatalogueRow,
): PackChange['kind'] | undefined {
  if (then.status !== now.status) return 'status';
  if (replacementOf(old) !== replacementOf(row)) return 'replaced-by';
  if (titleOf(old) !== titleOf(row)) return 'title';
  return daysOf(old) === daysOf(row) ? undefined : 'dates';
}
