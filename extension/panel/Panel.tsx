import { fillSlots } from '../../core/base/text.ts';
import { KIND_WORDS, stageWord } from '../../core/document/words.ts';
import { browser } from '../browser.ts';
import type { Backup } from '../exports/backup.ts';
import { foundOf, type TabView } from '../messages/view.ts';
import { Spoken } from '../ui/parts.tsx';
import { type JSX, useEffect, useRef, useState } from '../ui/preact.ts';
import { COMMON, REGISTER_WORDS } from '../ui/words.ts';
import { hostOf } from './address/address.ts';
import { Foot } from './foot/Foot.tsx';
import css from './panel.module.css';
import { asksForShortcuts, Shortcuts } from './Shortcuts.tsx';
import { spokenSummary } from './spoken.ts';
import type { PanelState } from './state.ts';
import { type PanelTab, TABS } from './tabs.ts';
import { PANEL, SHORTCUTS } from './words.ts';

export function Panel({ state, backup }: { state: PanelState; backup: Backup }): JSX.Element {
  const [keys, setKeys] = useState(false);
  const view = state.view.value;
  const tab = TABS.find((one) => one.id === state.memory.tab.value) ?? TABS[0];
  const { id, component: Part } = tab;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (asksForShortcuts(event)) setKeys(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div class={css.panel}>
      <Head view={view} />
      <Tabs tab={tab} choose={(one) => state.memory.chooseTab(one.id)} showKeys={() => setKeys(true)} />
      <main>
        <div id={`part-${id}`} role="tabpanel" aria-labelledby={`tab-${id}`}>
          <Part state={state} />
        </div>
      </main>
      <Foot state={state} view={view} backup={backup} />
      <Spoken>{state.said.value?.text ?? spokenSummary(view)}</Spoken>
      {keys ? <Shortcuts close={() => setKeys(false)} /> : null}
    </div>
  );
}

/** What the panel is about. A title is what people call it: the document's, else the page's; the address stands beside. */
function Head({ view }: { view: TabView | undefined }): JSX.Element {
  const found = foundOf(view);
  const document = found?.state === 'ready' ? found.document : undefined;
  const register = found?.state === 'register' ? found.register : undefined;
  const title = document?.title || register?.name || (found && 'pageTitle' in found && found.pageTitle) || PANEL.noPage;
  const kind = document
    ? [document.kindWord || KIND_WORDS[document.kind], stageWord(document.kind, document.stage)]
        .filter(Boolean)
        .join(' · ')
    : register
      ? REGISTER_WORDS[register.kind]
      : COMMON.product;
  const host = hostOf(view?.url);
  return (
    <header class={css.head}>
      <div class={css.meta}>
        <span>{kind}</span>
        {host ? <span title={fillSlots(PANEL.address, { host })}>{host}</span> : null}
      </div>
      <h1 class={css.title} title={title}>
        {title}
      </h1>
    </header>
  );
}

function Tabs(props: { tab: PanelTab; choose: (tab: PanelTab) => void; showKeys: () => void }): JSX.Element {
  const { tab, choose, showKeys } = props;
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length] ?? tab;
    choose(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  };
  return (
    <nav class={css.tabs}>
      <div ref={list} role="tablist" aria-label={PANEL.tabsLabel} onKeyDown={onKeyDown}>
        {TABS.map((one) => (
          <button
            key={one.id}
            id={`tab-${one.id}`}
            type="button"
            role="tab"
            class={css.tab}
            aria-selected={one === tab}
            aria-controls={one === tab ? `part-${one.id}` : undefined}
            tabIndex={one === tab ? 0 : -1}
            onClick={() => choose(one)}
          >
            {one.title}
          </button>
        ))}
      </div>
      <a href={browser.runtime.getURL('/workbench.html')} target="_blank" rel="noreferrer">
        {PANEL.workbench}
      </a>
      <button type="button" class={css.help} aria-label={SHORTCUTS.open} title={SHORTCUTS.open} onClick={showKeys}>
        ?
      </button>
    </nav>
  );
}
