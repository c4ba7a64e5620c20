import { fillSlots } from '../../../../core/base/text.ts';
import { findDesignations } from '../../../../core/standards/designation.ts';
import { PLACES, type TaskPlace } from '../../../../core/unit/change-words.ts';
import type { ServiceItem } from '../../../../core/unit/profile.ts';
import { TASK_NOTE_LENGTH, TASK_WHO_LENGTH, type Task, type TaskSaid } from '../../../../core/unit/tasks.ts';
import { ask } from '../../../messages/ask.ts';
import { Badge, Button, LinkButton } from '../../../ui/parts.tsx';
import { type JSX, useState } from '../../../ui/preact.ts';
import { RemarkForm } from '../../../ui/RemarkForm.tsx';
import { COMMON } from '../../../ui/words.ts';
import { hashOf } from '../../route.ts';
import type { WorkbenchState } from '../../state.ts';
import shared from '../../workbench.module.css';
import { hashOfService, hashOfStandard, hashOfView } from '../coverage/place.ts';
import { hashOfPlace } from '../ledger/place.ts';
import css from './changes.module.css';
import { CHANGES } from './words.ts';

/** The page of a service; the list of all where none is called so any more. */
function pageOfService({ name }: Task, services: readonly ServiceItem[]): string {
  const at = services.findIndex((item) => item.name === name);
  return at < 0 ? hashOfView('all') : hashOfService(services, at);
}

/** Where a person looks at each sort of place; a document is where it stands in the ledger. */
const PAGES: Readonly<
  Record<Exclude<TaskPlace, 'document'>, (task: Task, services: readonly ServiceItem[]) => string>
> = {
  service: pageOfService,
  duty: pageOfService,
  register: ({ name, about }) => {
    const [found] = findDesignations(`${name} ${about}`);
    return found === undefined ? hashOfView('standards') : hashOfStandard(found.text);
  },
  window: () => hashOf('unit'),
};

/** One piece of work: where, what, who, by when, and how it ended. */
export function TaskRow(props: { state: WorkbenchState; task: Task; people: string; today: string }): JSX.Element {
  const { state, task, people, today } = props;
  const [writing, setWriting] = useState<'needless' | 'note' | undefined>(undefined);
  const { name, ended, dueOn } = task;
  const say = (said: TaskSaid, sentence: string): Promise<unknown> =>
    state.attempt(async () => {
      await ask('setTask', { id: task.id, ...said });
      setWriting(undefined);
      if (sentence !== '') state.say(fillSlots(sentence, { name }));
    });
  const which = (action: string): string => fillSlots(CHANGES.each, { action, name });
  return (
    <li class={css.task}>
      <div class={css.what}>
        <Where state={state} task={task} />
        <p>{task.message}</p>
        {task.note === '' ? null : <p class={shared.quiet}>{task.note}</p>}
      </div>
      <div class={css.said}>
        <label>
          {CHANGES.who}
          <input
            class={shared.input}
            type="text"
            list={people}
            maxLength={TASK_WHO_LENGTH}
            value={task.who}
            aria-label={which(CHANGES.who)}
            onChange={(event) => void say({ who: event.currentTarget.value.trim() }, '')}
          />
        </label>
        <label>
          <span>
            {CHANGES.dueOn}{' '}
            {ended === null && dueOn !== '' && dueOn < today ? <Badge tone="look">{CHANGES.late}</Badge> : null}
          </span>
          <input
            class={shared.input}
            type="date"
            value={dueOn}
            aria-label={which(CHANGES.dueOn)}
            // Half a year (0202) is told while one types; emptied it is when one leaves the box, and not between two days.
            onChange={({ currentTarget: { value } }) => void (value >= '1900' && say({ dueOn: value }, ''))}
            onBlur={({ currentTarget: { value } }) => void (value === '' && dueOn !== '' && say({ dueOn: '' }, ''))}
          />
        </label>
      </div>
      <div class={css.end}>
        {ended === null ? (
          <>
            <Button label={which(CHANGES.done)} onClick={() => void say({ how: 'done' }, CHANGES.saidDone)}>
              {CHANGES.done}
            </Button>
            <Button label={which(CHANGES.needless)} onClick={() => setWriting('needless')}>
              {CHANGES.needless}
            </Button>
          </>
        ) : (
          <>
            <span>{fillSlots(CHANGES.ended[ended.how], { on: ended.on })}</span>
            {ended.how === 'over' ? null : (
              <LinkButton label={which(CHANGES.again)} onClick={() => void say({ how: null }, CHANGES.saidAgain)}>
                {CHANGES.again}
              </LinkButton>
            )}
          </>
        )}
        {ended?.how === 'over' ? null : (
          <LinkButton label={which(CHANGES.note)} onClick={() => setWriting('note')}>
            {CHANGES.note}
          </LinkButton>
        )}
      </div>
      {writing === undefined ? null : (
        <div class={css.form}>
          <RemarkForm
            {...(writing === 'needless' ? CHANGES.why : CHANGES.remark)}
            most={Math.max(1, TASK_NOTE_LENGTH - task.note.length - 1)}
            onAction={(more) => {
              // What was noted earlier stays.
              const note = [task.note, more].filter((one) => one !== '').join(CHANGES.between);
              return writing === 'needless'
                ? say({ note, how: 'needless' }, CHANGES.saidNeedless)
                : say({ note }, CHANGES.saidNote);
            }}
            otherwise={COMMON.cancel}
            onOtherwise={() => setWriting(undefined)}
            onClose={() => setWriting(undefined)}
          />
        </div>
      )}
    </li>
  );
}

function Where({ state, task }: { state: WorkbenchState; task: Task }): JSX.Element {
  const { place, name, at } = task;
  const text = fillSlots(CHANGES.at, { place: PLACES[place], name });
  const href =
    place === 'document'
      ? at && hashOfPlace(state, at)
      : PAGES[place](task, state.settings.value?.unit?.services ?? []);
  return <strong>{href === undefined ? text : <a href={href}>{text}</a>}</strong>;
}
