import { BackupSight } from '../exports/BackupSight.tsx';
import { Notice, Spoken } from '../ui/parts.tsx';
import { type JSX, useEffect } from '../ui/preact.ts';
import { COMMON } from '../ui/words.ts';
import { hashOf } from './route.ts';
import { FindBox } from './screens/find/FindBox.tsx';
import { SCREENS, screenOf } from './screens.ts';
import type { WorkbenchState } from './state.ts';
import { WORKBENCH } from './words.ts';
import css from './workbench.module.css';

const AT_END = SCREENS.filter(({ place }) => place === 'end');
const IN_NAVIGATION = [...SCREENS.filter(({ place }) => place === undefined), ...AT_END];
const [FIRST_AT_END] = AT_END;

export function Workbench({ state }: { state: WorkbenchState }): JSX.Element {
  const { screen, parameter } = state.route.value;
  const { id, title, component: Shown } = screenOf(screen);
  const trouble = state.trouble.value;
  useEffect(() => {
    document.title = `${title} · ${COMMON.product}`;
  }, [title]);
  return (
    <div class={css.workbench}>
      <header class={css.side}>
        <p class={css.product}>{COMMON.product}</p>
        <FindBox state={state} />
        <nav aria-label={WORKBENCH.navigation}>
          <ul>
            {IN_NAVIGATION.map((one) => (
              <li key={one.id} class={one === FIRST_AT_END ? css.end : ''}>
                <a href={hashOf(one.id)} aria-current={one.id === id ? 'page' : undefined}>
                  {one.title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class={css.sight}>
          <BackupSight backup={state.backup} />
        </div>
      </header>
      <main class={css.main}>
        {trouble ? <Notice>{trouble.message}</Notice> : null}
        <Shown state={state} title={title} parameter={parameter} screens={SCREENS} />
      </main>
      <Spoken>{state.said.value}</Spoken>
    </div>
  );
}
