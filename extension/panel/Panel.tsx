import { fillSlots } from '../../core/base/text.ts';
import type { DocumentModel } from '../../core/document/model.ts';
import { KIND_WORDS } from '../../core/document/words.ts';
import { browser } from '../browser.ts';
import { foundOf, type TabView } from '../messages/view.ts';
import { Button, Notice, Spoken } from '../ui/parts.tsx';
import { type JSX, useEffect, useId, useRef, useState } from '../ui/preact.ts';
import { COMMON, stageWord } from '../ui/words.ts';
import { AddressSwitch } from './address/AddressSwitch.tsx';
import { addressOf, hostOf } from './address/address.ts';
import css from './panel.module.css';
import { asksForShortcuts, Shortcuts } from './Shortcuts.tsx';
import { spokenSummary } from './spoken.ts';
import type { PanelState } from './state.ts';
import { type PanelTab, TABS } from './tabs.ts';
import { PANEL, SHORTCUTS } from './words.ts';

/** The key of what is said about keeping: it stands beside no item. */
const KEPT = 'kept';

export function Panel({ state }: { state: PanelState }): JSX.Element {
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
      <Foot state={state} view={view} />
      <Spoken>{state.said.value?.text ?? spokenSummary(view)}</Spoken>
      {keys ? <Shortcuts close={() => setKeys(false)} /> : null}
    </div>
  );
}

/** What the panel is about. A title is what people call it: the document's, else the page's; the address stands beside. */
function Head({ view }: { view: TabView | undefined }): JSX.Element {
  const found = foundOf(view);
  const document = found?.state === 'ready' ? found.document : undefined;
  const title = document?.title || (found && 'pageTitle' in found && found.pageTitle) || PANEL.noPage;
  const kind = document
    ? [document.kindWord || KIND_WORDS[document.kind], stageWord(document.kind, document.stage)]
        .filter(Boolean)
        .join(' · ')
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

function Foot({ state, view }: { state: PanelState; view: TabView | undefined }): JSX.Element | null {
  /** The run about whose document the person is being asked: another one asks anew. */
  const [askedRun, setAskedRun] = useState('');
  const trouble = state.trouble.value;
  if (view === undefined) return null;
  const found = foundOf(view);
  const ready = found?.state === 'ready' ? found : undefined;
  const kept = ready?.keptAs;
  const question = ready && kept === undefined ? ready.document.askBeforeKeeping : undefined;
  const asked = question !== undefined && ready?.run.runId === askedRun;
  const keep = async (confirmed?: true): Promise<void> => {
    setAskedRun('');
    if (await state.keep(confirmed)) state.say(KEPT, PANEL.kept);
  };
  const readable = isReadable(view);
  if (!readable && addressOf(view.url) === undefined && trouble === undefined) return null;
  return (
    <footer class={css.foot}>
      {trouble ? <Notice>{trouble.message}</Notice> : null}
      {kept ? (
        <p class={css.footNote}>
          {kept.indicators.length > 0
            ? fillSlots(PANEL.keptDetail, { sequence: kept.sequence, indicators: kept.indicators.join('、') })
            : fillSlots(PANEL.keptNoIndicator, { sequence: kept.sequence })}
        </p>
      ) : null}
      {question && asked ? (
        <Question
          about={question}
          yes={() => void keep(true)}
          no={() => {
            setAskedRun('');
            state.say(KEPT, PANEL.askFirst.left);
          }}
        />
      ) : null}
      <div class={css.footRow}>
        {ready && !asked ? (
          <Button
            primary
            busy={kept !== undefined || state.keeping.value}
            onClick={() => (question ? setAskedRun(ready.run.runId) : void keep())}
          >
            {kept ? PANEL.kept : state.keeping.value ? PANEL.keeping : PANEL.keep}
          </Button>
        ) : null}
        {!readable ? null : (
          <Button busy={view.state === 'reading'} onClick={() => void state.check()}>
            {PANEL.again}
          </Button>
        )}
      </div>
      <AddressSwitch state={state} view={view} />
    </footer>
  );
}

/** The question before a document is kept whose secrecy a person has to look at. */
function Question(props: {
  about: NonNullable<DocumentModel['askBeforeKeeping']>;
  yes: () => void;
  no: () => void;
}): JSX.Element {
  const { why, mark } = props.about;
  const title = useId();
  const element = useRef<HTMLElement>(null);
  // The button that asked is gone: the focus goes where the answer is given, and on the safe one.
  useEffect(() => element.current?.querySelector('button')?.focus(), []);
  return (
    <section ref={element} class={css.question} aria-labelledby={title}>
      <h2 id={title}>{PANEL.askFirst.title}</h2>
      <p>{fillSlots(PANEL.askFirst[why], { mark })}</p>
      <div class={css.footRow}>
        <Button onClick={props.no}>{PANEL.askFirst.no}</Button>
        <Button primary onClick={props.yes}>
          {PANEL.askFirst.yes}
        </Button>
      </div>
    </section>
  );
}

/** Whether reading again may help: a page that is closed to us stays so until the toolbar button is pressed. */
function isReadable(view: TabView): boolean {
  switch (view.state) {
    case 'idle':
    case 'not-allowed':
    case 'off':
      return false;
    case 'problem':
      return view.problem.code !== 'page-not-allowed';
    case 'reading':
    case 'ready':
    case 'no-document':
    case 'stopped':
      return true;
  }
}
