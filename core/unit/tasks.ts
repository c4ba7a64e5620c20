import { canonicalJson } from '../base/canonical.ts';
import { isIsoDay } from '../base/dates.ts';
import { sha256Now } from '../base/hash.ts';
import { v } from '../base/schema.ts';
import { fillSlots, shorten } from '../base/text.ts';
import { type StandardUse, saidBy, type WorkItem } from '../standards/impact.ts';
import { successorsOf } from '../standards/status.ts';
import { STATUS_WORDS } from '../standards/words.ts';
import { PLACES, type TaskPlace, tellServiceChange, tellToDo } from './change-words.ts';
import type { ServiceItem, UnitProfile } from './profile.ts';
import { nameKey } from './recognise.ts';
import type { ServiceChange } from './service-changes.ts';
import { type ServiceUse, touchedBy } from './service-touches.ts';

/** Characters of the longest remark on a piece of work, and of the name of who does it. */
export const TASK_NOTE_LENGTH = 500;
export const TASK_WHO_LENGTH = 40;

/** What is longer (a law in full) stands as its hash: it is compared and not shown. */
const LONGEST_VALUE = 300;
/** Characters of what is said of a piece of work. */
const LONGEST_SENTENCE = 1_000;
/** And of the name of a place: titles of documents have any length. */
const LONGEST_NAME = 500;
const nameIn = (name: string): string => shorten(name, LONGEST_NAME);
const keptValue = (value: string): string => (value.length > LONGEST_VALUE ? sha256Now(value) : value);

const text = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(most),
    v.transform((value) => value.toWellFormed()),
  );
const day = v.pipe(v.string(), v.check(isIsoDay));
const PLACE_NAMES = Object.keys(PLACES) as [TaskPlace, ...TaskPlace[]];

const said = {
  who: text(TASK_WHO_LENGTH),
  /** ISO day; '' for none. */
  dueOn: v.union([v.literal(''), day]),
  note: text(TASK_NOTE_LENGTH),
};

/**
 * What a person says of a piece of work: who does it, by when, and whether it ended: done, or nothing had to be changed. What is
 * not said stays as it is: two may be said before the first one is seen.
 */
export const taskSaidSchema = v.strictObject({
  who: v.exactOptional(said.who),
  dueOn: v.exactOptional(said.dueOn),
  note: v.exactOptional(said.note),
  how: v.exactOptional(v.nullable(v.picklist(['done', 'needless']))),
});
export type TaskSaid = v.InferOutput<typeof taskSaidSchema>;

/** One piece of work that a change makes at one place. */
export const taskSchema = v.strictObject({
  ...said,
  /** How it ended and on which day; null while it is open. `over`: the change was taken back, or another one came after it. */
  ended: v.nullable(v.strictObject({ how: v.picklist(['done', 'needless', 'over']), on: day })),
  /** The same change at the same place has the same one. */
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  from: v.picklist(['catalogue', 'services']),
  /** What was imported. */
  source: text(300),
  madeOn: day,
  place: v.picklist(PLACE_NAMES),
  /** Of the place: a service's, a window's, a standard's with its number, a document's. */
  name: text(1_100),
  at: v.exactOptional(
    v.strictObject({ chain: text(1_100), sequence: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) }),
  ),
  /** What it is that changed; a later change of the same takes the place of this one. */
  topic: text(1_500),
  before: text(LONGEST_VALUE),
  after: text(LONGEST_VALUE),
  /** What changed, in words, and what is to do. */
  about: text(2 * LONGEST_SENTENCE),
  message: text(2 * LONGEST_SENTENCE),
});
export type Task = v.InferOutput<typeof taskSchema>;

/** What was imported, and the day of that. */
export interface TaskSource {
  source: string;
  /** ISO day. */
  madeOn: string;
}

const NEW: Pick<Task, 'who' | 'dueOn' | 'note' | 'ended'> = { who: '', dueOn: '', note: '', ended: null };

/** Of what work is work: what changed, and where. */
export const subjectOf = ({ topic, place, name, at }: Pick<Task, 'topic' | 'place' | 'name' | 'at'>): string =>
  canonicalJson([topic, place, name, at ?? null]);

const idOf = (task: Pick<Task, 'topic' | 'place' | 'name' | 'at' | 'before' | 'after'>): string =>
  sha256Now(canonicalJson([subjectOf(task), task.before, task.after])).slice(0, 16);

function taskOf(long: Omit<Task, 'id' | keyof typeof NEW>): Task {
  const [before, after] = [keptValue(long.before), keptValue(long.after)];
  const [about, message] = [shorten(long.about, LONGEST_SENTENCE), shorten(long.message, LONGEST_SENTENCE)];
  const task = { ...long, ...{ before, after, about, message } };
  return { ...task, ...NEW, id: idOf(task) };
}

const WORK = {
  about: '{designation}：{before}→{after}',
  by: '{designation}：{before}→{after}，现在用 {list}',
} as const;

/** What work about a use of a standard is about, whatever changed. */
const aboutUse = ({ in: place, name, at, designation }: StandardUse) => ({
  ...{ place, name: nameIn(name), ...(at && { at }) },
  topic: `catalogue\n${designation}`,
});

/** Of what these pieces of work are, in the words of `subjectOf`. */
export const subjectsOfWork = (work: readonly WorkItem[]): string[] => work.map(({ use }) => subjectOf(aboutUse(use)));

/** The work that a later catalogue makes; where nothing has to be done about a use there is none. */
export function tasksOfWork(work: readonly WorkItem[], from: TaskSource): Task[] {
  return work
    .filter(({ advice }) => advice.outcome !== 'keep')
    .map(({ use, before, after, advice }): Task => {
      const { designation } = use;
      const list = successorsOf(after)
        .map((row) => row.designation)
        .join('、');
      const slots = { designation, before: STATUS_WORDS[before.status], after: STATUS_WORDS[after.status], list };
      return taskOf({
        ...{ from: 'catalogue', ...from, ...aboutUse(use) },
        ...{ before: saidBy(before), after: saidBy(after) },
        about: fillSlots(list === '' ? WORK.about : WORK.by, slots),
        message: advice.message,
      });
    });
}

const serviceTopic = (what: string, { name, code = '' }: Pick<ServiceItem, 'name' | 'code'>): string =>
  ['service', what, nameKey(name), code].join('\n');

/** What of a service a change is of: its name and code as they were, so that the next change of the same is known. */
const topicOf = ({ kind, member, was, item }: ServiceChange): string =>
  serviceTopic(kind === 'new' || kind === 'gone' ? 'listed' : (member ?? kind), was ?? item ?? { name: '' });

/** The topics of which a list of services says that they stand in it: work about one that was gone is over then. */
export const topicsOfListed = ({ services }: Pick<UnitProfile, 'services'>): string[] =>
  services.map((item) => serviceTopic('listed', item));

/**
 * The work that each change of a later list of services makes, in the order of the changes.
 * @param unit the profile as it is with the list; `documents` those of the unit that may be about services
 */
export function tasksOfServiceChanges(
  changes: readonly ServiceChange[],
  unit: UnitProfile,
  documents: readonly ServiceUse[],
  from: TaskSource,
): Task[][] {
  const touched = touchedBy(changes, unit, documents, from.madeOn);
  return changes.map((change) =>
    touched(change).map(
      (touch): Task =>
        taskOf({
          ...{ from: 'services', ...from, ...touch, name: nameIn(touch.name), topic: topicOf(change) },
          ...{ before: change.before, after: change.after },
          about: tellServiceChange(change),
          message: tellToDo(change, touch.place),
        }),
    ),
  );
}
