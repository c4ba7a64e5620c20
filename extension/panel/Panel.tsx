import { fillSlots } from '../../core/base/text.ts';
import { KIND_WORDS } from '../../core/document/words.ts';
import { browser } from '../browser.ts';
import type { TabView } from '../messages.ts';
import { Button, Calm, Dialog, LinkButton, Notice, Spoken } from '../ui/parts.tsx';
import { type JSX, useRef, useState } from '../ui/preact.ts';
import { COMMON, stageWord } from '../ui/words.ts';
import { CheckTab } from './CheckTab.tsx';
import { EvidenceTab } from './EvidenceTab.tsx';
import css from './panel.module.css';
import { StandardsTab } from './StandardsTab.tsx';
import { spokenSummary } from './spoken.ts';
import { addressOf, hostOf, type PanelState } from './state.ts';
import { PANEL } from './words.ts';

const TABS = ['check', 'standards', 'evidence'] as const;
type Tab = (typeof TABS)[number];

/** The key of what is said about keeping: it stands beside no item. */
const KEPT = 'kept';

export function Panel({ state }: { state: PanelState }): JSX.Element {
  const [tab, setTab] = useState<Tab>('check');
  const view = state.view.value;
  return (
    <div class={css.panel}>
      <Head view={view} />
      <Tabs tab={tab} choose={setTab} />
      <main>
        <div id={`part-${tab}`} role="tabpanel" aria-labelledby={`tab-${tab}`}>
          {tab === 'evidence' ? <EvidenceTab /> : <Reading view={view} state={state} tab={tab} />}
        </div>
      </main>
      <Foot state={state} view={view} />
      <Spoken>{state.said.value?.text ?? spokenSummary(view)}</Spoken>
    </div>
  );
}

/** What is being looked at, or why nothing is shown. */
function Reading({ view, state, tab }: { view: TabView | undefined; state: PanelState; tab: Tab }): JSX.Element {
  const document = view?.document;
  if (view === undefined) return <Calm title={PANEL.readingNow} />;
  if (view.state === 'idle' || view.state === 'not-allowed')
    return (
      <Calm title={PANEL.notRead.title}>
        <p>{PANEL.notRead.text}</p>
        <p>{PANEL.notRead.hint}</p>
      </Calm>
    );
  if (view.state === 'problem') {
    return (
      <Calm title={PANEL.problem.title}>
        <p>{view.problem?.message}</p>
      </Calm>
    );
  }
  // A page that is read again keeps showing what was found: nothing jumps.
  if (document === undefined || view.run === undefined) return <Calm title={PANEL.readingNow} />;
  if (view.run.stopped) return <Calm title={PANEL.stopped}>{view.run.findings.map((finding) => finding.message)}</Calm>;
  if (tab === 'standards') return <StandardsTab view={view} />;
  if (!document.isDocument) return <Calm title={PANEL.notADocument.title}>{PANEL.notADocument.text}</Calm>;
  return <CheckTab document={document} run={view.run} state={state} />;
}

function Head({ view }: { view: TabView | undefined }): JSX.Element {
  const document = view?.run?.stopped ? undefined : view?.document;
  const kind = document?.isDocument
    ? [document.kindWord || KIND_WORDS[document.kind], stageWord(document.kind, document.stage)]
        .filter(Boolean)
        .join(' · ')
    : COMMON.product;
  return (
    <header class={css.head}>
      <div class={css.meta}>
        <span title={document?.isDocument ? document.kindReason : undefined}>{kind}</span>
        <span>{document?.isDocument ? document.reader.name : ''}</span>
      </div>
      <h1 class={css.title} title={document?.title}>
        {document?.isDocument ? document.title || KIND_WORDS[document.kind] : (hostOf(view?.url) ?? PANEL.noPage)}
      </h1>
    </header>
  );
}

function Tabs({ tab, choose }: { tab: Tab; choose: (tab: Tab) => void }): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length] as Tab;
    choose(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <nav class={css.tabs}>
      <div ref={list} role="tablist" aria-label={PANEL.tabsLabel} onKeyDown={onKeyDown}>
        {TABS.map((name) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            class={css.tab}
            aria-selected={name === tab}
            aria-controls={name === tab ? `part-${name}` : undefined}
            tabIndex={name === tab ? 0 : -1}
            onClick={() => choose(name)}
          >
            {PANEL.tabs[name]}
          </button>
        ))}
      </div>
      <a href={browser.runtime.getURL('/workbench.html')} target="_blank" rel="noreferrer">
        {PANEL.workbench}
      </a>
    </nav>
  );
}

function Foot({ state, view }: { state: PanelState; view: TabView | undefined }): JSX.Element | null {
  const [asking, setAsking] = useState(false);
  const origin = addressOf(view?.url);
  const trouble = state.trouble.value;
  if (view === undefined) return null;
  const canKeep = view.run !== undefined && view.document?.isDocument === true && !view.run.stopped;
  const kept = view.keptAs;
  const readable = view.state !== 'idle' && view.state !== 'not-allowed' && view.problem?.code !== 'page-not-allowed';
  if (!readable && origin === undefined && trouble === undefined) return null;
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
      <div class={css.footRow}>
        {canKeep ? (
          <Button
            primary
            busy={kept !== undefined || state.keeping.value}
            onClick={() => void state.keep().then((kept) => kept && state.say(KEPT, PANEL.kept))}
          >
            {kept ? PANEL.kept : state.keeping.value ? PANEL.keeping : PANEL.keep}
          </Button>
        ) : null}
        {!readable ? null : (
          <Button busy={view.state === 'reading'} onClick={() => void state.check()}>
            {PANEL.again}
          </Button>
        )}
        {origin === undefined ? null : (
          <small>
            {view.standing ? (
              PANEL.standingOn
            ) : (
              <LinkButton onClick={() => setAsking(true)}>{PANEL.standing}</LinkButton>
            )}
          </small>
        )}
      </div>
      {asking && origin !== undefined ? (
        <Dialog
          title={PANEL.standingDialog.title}
          action={PANEL.standingDialog.allow}
          onClose={() => setAsking(false)}
          onAction={() => {
            setAsking(false);
            void state.allowAddress();
          }}
        >
          <p>{fillSlots(PANEL.standingDialog.address, { origin })}</p>
          <p>{PANEL.standingDialog.reads}</p>
          <p>{PANEL.standingDialog.keeps}</p>
          <p>{PANEL.standingDialog.sends}</p>
          <p>{PANEL.standingDialog.undo + PANEL.standingDialog.port}</p>
        </Dialog>
      ) : null}
    </footer>
  );
}
