import { browser } from '../browser.ts';
import { Notice, Spoken } from '../ui/parts.tsx';
import { type JSX, useEffect } from '../ui/preact.ts';
import { COMMON } from '../ui/words.ts';
import { EvaluationScreen } from './evaluation/EvaluationScreen.tsx';
import { EntryScreen } from './ledger/EntryScreen.tsx';
import { LedgerScreen } from './ledger/LedgerScreen.tsx';
import { hashOf, type Route, SCREENS } from './route.ts';
import { StandardsScreen } from './StandardsScreen.tsx';
import type { WorkbenchState } from './state.ts';
import { UnitScreen } from './UnitScreen.tsx';
import { WORKBENCH } from './words.ts';
import css from './workbench.module.css';

export function Workbench({ state }: { state: WorkbenchState }): JSX.Element {
  const route = state.route.value;
  const trouble = state.trouble.value;
  useEffect(() => {
    document.title = `${WORKBENCH.screens[route.screen]} · ${COMMON.product}`;
  }, [route.screen]);
  return (
    <div class={css.workbench}>
      <header class={css.side}>
        <p class={css.product}>{COMMON.product}</p>
        <nav aria-label={WORKBENCH.navigation}>
          <ul>
            {SCREENS.map((screen) => (
              <li key={screen}>
                <a href={hashOf({ screen })} aria-current={screen === route.screen ? 'page' : undefined}>
                  {WORKBENCH.screens[screen]}
                </a>
              </li>
            ))}
            <li class={css.settings}>
              <a href={browser.runtime.getURL('/options.html')}>{WORKBENCH.settings}</a>
            </li>
          </ul>
        </nav>
      </header>
      <main class={css.main}>
        {trouble ? <Notice>{trouble.message}</Notice> : null}
        <Screen route={route} state={state} />
      </main>
      <Spoken>{state.said.value}</Spoken>
    </div>
  );
}

function Screen({ route, state }: { route: Route; state: WorkbenchState }): JSX.Element {
  switch (route.screen) {
    case 'ledger':
      return route.sequence === undefined ? (
        <LedgerScreen state={state} />
      ) : (
        <EntryScreen state={state} sequence={route.sequence} />
      );
    case 'evaluation':
      return <EvaluationScreen state={state} />;
    case 'standards':
      return <StandardsScreen state={state} />;
    case 'unit':
      return <UnitScreen state={state} />;
  }
}
