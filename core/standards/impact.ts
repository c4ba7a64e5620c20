import { type Advice, adviseOn, type CitedAs } from './advice.ts';
import type { CataloguePack, StatusAnswer } from './catalogue.ts';
import { unlapsed } from './changes.ts';
import { statusOn } from './status.ts';

/** A place in which the unit names a standard: a document, a service, or a row of its register. */
export interface StandardUse extends CitedAs {
  in: 'document' | 'service' | 'register';
  /** How a person finds it: a file's name, a service's name. */
  name: string;
  /** Where it stands in the ledger: a document that is kept. */
  at?: { chain: string; sequence: number };
}

/** One piece of work that a later pack makes: this use, that standard, what has become of it and what to do. */
export interface WorkItem {
  use: StandardUse;
  before: StatusAnswer;
  after: StatusAnswer;
  advice: Advice;
}

/**
 * The uses of standards of which a later pack says something else than an earlier one on an ISO day: another status, another
 * edition for an undated reference, another successor. In the order of the uses; one that names a standard twice is listed
 * once. What both packs do not know makes no work.
 */
export function impactOf(
  before: CataloguePack,
  after: CataloguePack,
  uses: readonly StandardUse[],
  on: string,
): WorkItem[] {
  const [earlier, later] = [unlapsed(before), unlapsed(after)];
  const answers = new Map<string, { then: StatusAnswer; now: StatusAnswer; touched: boolean }>();
  const seen = new Set<string>();
  return uses.flatMap((use): WorkItem[] => {
    const { designation } = use;
    const { chain = '', sequence = '' } = use.at ?? {};
    const key = [use.in, use.name, designation, chain, sequence].join('\n');
    if (seen.has(key)) return [];
    seen.add(key);
    let answer = answers.get(designation);
    if (!answer) {
      const [then, now] = [statusOn(earlier, designation, on), statusOn(later, designation, on)];
      answer = { then, now, touched: saidBy(then) !== saidBy(now) };
      answers.set(designation, answer);
    }
    if (!answer.touched) return [];
    return [{ use, before: answer.then, after: answer.now, advice: adviseOn(answer.now, use) }];
  });
}

/** What an answer says that a user of the standard has to know. */
export const saidBy = ({ status, row, replacedBy }: StatusAnswer): string =>
  [status, row?.designation ?? '', ...replacedBy.map(({ designation }) => designation)].join('\n');
