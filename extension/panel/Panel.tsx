import { KIND_WORDS } from '../../core/document/words.ts';
import { browser } from '../browser.ts';
import { foundOf, type TabView } from '../messages/view.ts';
import { Spoken } from '../ui/parts.tsx';
import { type JSX, useRef, useState } from '../ui/preact.ts';
import { COMMON, stageWord } from '../ui/words.ts';
import { Foot } from './foot/Foot.tsx';
import css from './panel.module.css';
import { spokenSummary } from './spoken.ts';
import { hostOf, type PanelState } from './state.ts';
import { type PanelTab, TABS } from './tabs.ts';
import { PANEL } from './words.ts';

export function Panel({ state }: { state: PanelState }): JSX.Element {
  const [tab, setTab] = useState<PanelTab>(TABS[0]);
  const view = state.view.value;
  const { id, component: Part } = tab;
  return (
    <div class={css.panel}>
      <Head view={view} />
      <Tabs tab={tab} choose={setTab} />
      <main>
        <div id={`part-${id}`} role="tabpanel" aria-labelledby={`tab-${id}`}>
          <Part state={state} />
        </div>
      </main>
      <Foot state={state} view={view} />
      <Spoken>{state.said.value?.text ?? spokenSummary(view)}</Spoken>
    </div>
  );
}

function Head({ view }: { view: TabView | undefined }): JSX.Element {
  const found = foundOf(view);
  const document = found?.state === 'ready' ? found.document : undefined;
  const title = document && (document.title || KIND_WORDS[document.kind]);
  const kind = document
    ? [document.kindWord || KIND_WORDS[document.kind], stageWord(document.kind, document.stage)]
        .filter(Boolean)
        .join(' · ')
    : COMMON.product;
  return (
    <header class={css.head}>
      <div class={css.meta}>
        <span title={document?.kindReason}>{kind}</span>
        <span>{document?.reader.name ?? ''}</span>
      </div>
      <h1 class={css.title} title={document?.title}>
        {title ?? hostOf(view?.url) ?? PANEL.noPage}
      </h1>
    </header>
  );
}

function Tabs({ tab, choose }: { tab: PanelTab; choose: (tab: PanelTab) => void }): JSX.Element {
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
    </nav>
  );
}
