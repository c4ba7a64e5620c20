import { fillSlots } from '../../../../core/base/text.ts';
import { followRenames } from '../../../../core/unit/follow-renames.ts';
import type { UnitProfile } from '../../../../core/unit/profile.ts';
import type { Task } from '../../../../core/unit/tasks.ts';
import type { JSX } from '../../../ui/preact.ts';
import type { ServiceWork, ToldChange } from '../../../worker/tasks.ts';
import { Lines } from '../../Lines.tsx';
import shared from '../../workbench.module.css';
import css from './changes.module.css';
import { CHANGES } from './words.ts';

const words = CHANGES.preview;

/** What only a person can say of a list of services. */
export interface Said {
  /** The list is whole: what it leaves out is gone. */
  isWhole: boolean;
  /** Numbers of the changes that tell of two services which are one. */
  one: readonly number[];
}
export const NOTHING_SAID: Said = { isWhole: false, one: [] };

const isGone = ({ changes }: ToldChange): boolean => changes.some(({ kind }) => kind === 'gone');

/** The changes as they are with what a person says. */
const saidOf = ({ told }: ServiceWork, { one }: Said): Omit<ToldChange, 'ifOne'>[] =>
  told.map((change, at) => (one.includes(at) ? (change.ifOne ?? change) : change));

/** What goes in by an import. */
export interface Agreed {
  profile: UnitProfile;
  tasks: Task[];
  listed: string[];
}

/** What goes in: the profile with what is called otherwise, and the work; that of what is gone only where the list is whole. */
export function agreedOf(profile: UnitProfile, work: ServiceWork, said: Said): Agreed {
  const changes = saidOf(work, said);
  return {
    profile: followRenames(
      profile,
      changes.flatMap((one) => one.changes),
    ),
    tasks: changes.flatMap((one) => (isGone(one) && !said.isWhole ? [] : one.tasks)),
    listed: work.listed,
  };
}

const lineOf = ({ text, tasks }: Omit<ToldChange, 'ifOne'>): string =>
  tasks.length === 0 ? text : fillSlots(words.touched, { text, count: tasks.length });

/** What a list of services changes, and how many places each change touches; before it is imported. */
export function ServiceChanges(props: { work: ServiceWork; said: Said; say(said: Said): void }): JSX.Element | null {
  const { work, said, say } = props;
  const changes = saidOf(work, said);
  if (changes.length === 0) return null;
  const gone = changes.filter(isGone);
  return (
    <section class={css.preview}>
      <Lines title={words.title} tone="look" lines={changes.filter((one) => !isGone(one)).map(lineOf)} />
      {work.told.map(({ ifOne, changes: [change] }, at) =>
        ifOne === undefined || change === undefined ? null : (
          <Tick
            // The changes stay in their order.
            key={at}
            text={fillSlots(words.one, { before: change.before, after: change.after })}
            on={said.one.includes(at)}
            set={(on) => say({ ...said, one: on ? [...said.one, at] : said.one.filter((other) => other !== at) })}
          />
        ),
      )}
      <Lines title={words.gone} tone="look" lines={gone.map(lineOf)} />
      {gone.length === 0 ? null : (
        <Tick text={words.whole} on={said.isWhole} set={(isWhole) => say({ ...said, isWhole })} />
      )}
      <p class={shared.quiet}>{words.hint}</p>
    </section>
  );
}

function Tick({ text, on, set }: { text: string; on: boolean; set(on: boolean): void }): JSX.Element {
  return (
    <p>
      <label>
        <input type="checkbox" checked={on} onChange={(event) => set(event.currentTarget.checked)} /> {text}
      </label>
    </p>
  );
}
