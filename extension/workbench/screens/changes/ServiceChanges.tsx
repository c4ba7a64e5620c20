import { fillSlots } from '../../../../core/base/text.ts';
import type { Task } from '../../../../core/unit/tasks.ts';
import type { JSX } from '../../../ui/preact.ts';
import type { ServiceWork } from '../../../worker/tasks.ts';
import { Lines } from '../../Lines.tsx';
import { hashOf } from '../../route.ts';
import shared from '../../workbench.module.css';
import css from './changes.module.css';
import { CHANGES } from './words.ts';

const words = CHANGES.preview;

const isGone = ({ kind }: ServiceWork['changes'][number]): boolean => kind === 'gone';

/** The work that a person agreed to, and what the list has. */
export interface AgreedWork {
  tasks: Task[];
  listed: string[];
}

/** That of what is gone only where the list is said to be whole. */
export function agreedWork({ changes, listed }: ServiceWork, isWhole: boolean): AgreedWork {
  return { tasks: changes.flatMap((change) => (isGone(change) && !isWhole ? [] : change.tasks)), listed };
}

/** What a list of services changes, and how many places each change touches; before it is imported. */
export function ServiceChanges(props: {
  work: ServiceWork;
  isWhole: boolean;
  setWhole(isWhole: boolean): void;
}): JSX.Element | null {
  const { work, isWhole, setWhole } = props;
  const { changes } = work;
  const lineOf = ({ text, tasks }: ServiceWork['changes'][number]): string =>
    tasks.length === 0 ? text : fillSlots(words.touched, { text, count: tasks.length });
  const gone = changes.filter(isGone);
  if (changes.length === 0) return null;
  return (
    <section class={css.preview}>
      <Lines title={words.title} tone="look" lines={changes.filter((one) => !isGone(one)).map(lineOf)} />
      <Lines title={words.gone} tone="look" lines={gone.map(lineOf)} />
      {gone.length === 0 ? null : (
        <p>
          <label>
            <input type="checkbox" checked={isWhole} onChange={(event) => setWhole(event.currentTarget.checked)} />{' '}
            {words.whole}
          </label>
        </p>
      )}
      <p class={shared.quiet}>{words.hint}</p>
    </section>
  );
}

/** What was put into the list of work by an import, and what had no room. */
export function Added({ added, left }: { added: number; left: number }): JSX.Element | null {
  if (added + left === 0) return null;
  return (
    <p role="status">
      {fillSlots(CHANGES.added, { added })} {left === 0 ? '' : fillSlots(CHANGES.left, { left })}{' '}
      <a href={hashOf('changes')}>{CHANGES.see}</a>
    </p>
  );
}
