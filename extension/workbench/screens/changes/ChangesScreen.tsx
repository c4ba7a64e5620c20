import { chinaDay } from '../../../../core/base/dates.ts';
import { fillSlots } from '../../../../core/base/text.ts';
import { inPostOn } from '../../../../core/unit/posts.ts';
import type { Task } from '../../../../core/unit/tasks.ts';
import { ask } from '../../../messages/ask.ts';
import { Button, ButtonLink, Calm, Dialog } from '../../../ui/parts.tsx';
import { type JSX, useId, useState } from '../../../ui/preact.ts';
import { hashOf } from '../../route.ts';
import type { ScreenProps } from '../../screen.ts';
import { SearchBox } from '../../search-parts.tsx';
import type { WorkbenchState } from '../../state.ts';
import shared from '../../workbench.module.css';
import css from './changes.module.css';
import { firstOf, type Group, groupsOf, type View, viewsOf, withWords } from './listed.ts';
import { saveTable } from './save-table.ts';
import { TaskRow } from './TaskRow.tsx';
import { useTasks } from './use-tasks.ts';
import { CHANGES } from './words.ts';

const VIEWS = Object.keys(CHANGES.views) as View[];
const isView = (text: string | undefined): text is View => VIEWS.some((view) => view === text);

/** Pieces of work that are drawn before somebody asks for more. */
const DRAWN = 100;

/** The work that changes make: what changed, where, who does it and by when. */
export function ChangesScreen({ state, title, parameter }: ScreenProps): JSX.Element {
  const today = chinaDay(new Date().toISOString());
  const tasks = useTasks(state);
  const [words, setWords] = useState('');
  const [most, setMost] = useState(DRAWN);
  const people = useId();
  const unit = state.settings.value?.unit;
  if (tasks === undefined || tasks.length === 0)
    return (
      <>
        <header class={shared.head}>
          <h1>{title}</h1>
        </header>
        {tasks === undefined ? (
          <p class={shared.quiet}>{CHANGES.loading}</p>
        ) : (
          <Calm title={CHANGES.none.title}>
            <p>{CHANGES.none.text}</p>
            <ButtonLink href={hashOf('unit')}>{CHANGES.none.link}</ButtonLink>
          </Calm>
        )}
      </>
    );
  const views = viewsOf(tasks, today);
  const view: View = isView(parameter) ? parameter : 'open';
  const shown = withWords(views[view], words);
  const names = new Set(inPostOn(unit ?? { people: [] }, today).map(({ person }) => person));
  return (
    <>
      <header class={shared.head}>
        <h1>{title}</h1>
        <span>{fillSlots(CHANGES.facts, { open: views.open.length, all: tasks.length })}</span>
        <p class={shared.actions}>
          {view === 'all' ? <Clear state={state} tasks={tasks} /> : null}
          <Button onClick={() => saveTable(state, shown)}>{CHANGES.download}</Button>
        </p>
      </header>
      <search class={shared.controls}>
        <select
          class={shared.input}
          aria-label={CHANGES.view}
          value={view}
          onChange={(event) => {
            window.location.hash = hashOf('changes', event.currentTarget.value);
          }}
        >
          {VIEWS.map((one) => (
            <option key={one} value={one}>
              {fillSlots(CHANGES.views[one], { count: views[one].length })}
            </option>
          ))}
        </select>
        <SearchBox label={CHANGES.search} words={words} change={setWords} />
      </search>
      <datalist id={people}>
        {[...names].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {shown.length === 0 ? (
        <Calm title={CHANGES.nothing.title}>
          <p>{CHANGES.nothing.text}</p>
        </Calm>
      ) : (
        firstOf(groupsOf(shown), most).map((group) => (
          <Changed key={group.about} group={group}>
            {group.tasks.map((task) => (
              <TaskRow key={task.id} state={state} task={task} people={people} today={today} />
            ))}
          </Changed>
        ))
      )}
      {shown.length > most ? (
        <p class={css.more}>
          <Button onClick={() => setMost(most + DRAWN)}>
            {fillSlots(CHANGES.more, { count: Math.min(DRAWN, shown.length - most) })}
          </Button>
        </p>
      ) : null}
    </>
  );
}

function Changed({ group, children }: { group: Group; children: JSX.Element[] }): JSX.Element {
  const [{ source = '', madeOn = '' } = {}] = group.tasks;
  return (
    <section class={shared.section} aria-label={group.about}>
      <h2>{group.about}</h2>
      <p class={shared.quiet}>{fillSlots(CHANGES.from, { source, madeOn })}</p>
      <ul class={css.tasks}>{children}</ul>
    </section>
  );
}

/** Takes what ended out of the list, after a question. */
function Clear({ state, tasks }: { state: WorkbenchState; tasks: readonly Task[] }): JSX.Element | null {
  const [asking, setAsking] = useState(false);
  const ids = tasks.filter(({ ended }) => ended !== null).map(({ id }) => id);
  const count = ids.length;
  if (count === 0) return null;
  const { title, text, action, done } = CHANGES.clearing;
  const clear = (): void =>
    void state.attempt(async () => {
      await ask('removeTasks', { ids });
      setAsking(false);
      state.say(fillSlots(done, { count }));
    });
  return (
    <>
      <Button onClick={() => setAsking(true)}>{fillSlots(CHANGES.clear, { count })}</Button>
      {asking ? (
        <Dialog title={fillSlots(title, { count })} action={action} onAction={clear} onClose={() => setAsking(false)}>
          <p>{text}</p>
        </Dialog>
      ) : null}
    </>
  );
}
