import { fillSlots } from '../../../core/base/text.ts';
import type { Finding } from '../../../core/check/run.ts';
import { firstClause } from '../../../core/check/summary.ts';
import { type Standings, VERDICT_WORDS } from '../../../core/check/verdicts.ts';
import { KIND_WORDS } from '../../../core/document/words.ts';
import type { MuteScope } from '../../messages/settings.ts';
import type { ReadyView } from '../../messages/view.ts';
import { LinkButton, type Tone } from '../../ui/parts.tsx';
import { type JSX, useState } from '../../ui/preact.ts';
import { whoCanAct } from '../../ui/words.ts';
import type { PanelState } from '../state.ts';
import css from './check.module.css';
import type { Numbered } from './list.ts';
import { basisText, noteFor } from './note.ts';
import { Given, undoVerdict, VerdictForm } from './Verdict.tsx';
import { CHECK } from './words.ts';

interface Props {
  row: Numbered;
  tone: Tone;
  view: ReadyView;
  state: PanelState;
  standings: Standings;
  show: () => Promise<void>;
  /** Puts the focus where the item went. */
  muted: () => void;
  settled: () => void;
}

/** One finding, or one part that the reader could not read: what, who can act, on what ground, and where. */
export function ItemRow({ row, tone, view, state, standings, show, muted, settled }: Props): JSX.Element {
  const { item, places, key, number } = row;
  const { document, pageTitle } = view;
  const said = state.said.value;
  const why = `why:${key}`;
  const open = state.memory.isOpen(why);
  const [deciding, setDeciding] = useState(false);
  const given = item.finding && standings.of.get(item.finding.id);
  const on = state.marked.value === key;
  // What waits for a later step asks nothing of anybody: it is said and can be looked at, no more.
  const asks = tone === 'later' ? undefined : item.finding;
  const copies = tone === 'later' ? undefined : item;
  const onCopy = async (): Promise<void> => {
    if (copies) state.say(key, await copy(noteFor(copies, document, pageTitle)));
  };
  const onCopyFix = async (right: string): Promise<void> => state.say(key, await copy(right));
  return (
    <li class={`${css.finding} ${on ? css.on : ''}`} data-number={number} value={number}>
      {places.length > 0 ? (
        <button type="button" class={css.message} data-item onClick={() => void show()}>
          <Sentence text={item.text} />
        </button>
      ) : (
        <p class={css.message} data-item tabIndex={-1}>
          <Sentence text={item.text} />
        </p>
      )}
      {asks && asks.outcome === 'failed' ? <p class={css.who}>{whoCanAct(asks.actor, document)}</p> : null}
      {given ? (
        <Given given={given} today={view.run.today} undo={() => void undoVerdict(given.verdict, state, key)} />
      ) : null}
      <div class={css.actions}>
        {places.length > 0 && tone !== 'later' ? (
          <LinkButton onClick={() => void show()}>
            {places.length > 1 ? fillSlots(CHECK.onPages, { count: places.length }) : CHECK.onPage}
          </LinkButton>
        ) : null}
        {copies ? <LinkButton onClick={() => void onCopy()}>{CHECK.copy}</LinkButton> : null}
        {asks?.fix ? <LinkButton onClick={() => void onCopyFix(asks.fix?.to ?? '')}>{CHECK.copyFix}</LinkButton> : null}
        {asks ? (
          <LinkButton expanded={open} onClick={() => state.memory.open(why, !open)}>
            {CHECK.basis}
          </LinkButton>
        ) : null}
        {asks ? (
          <LinkButton expanded={deciding} onClick={() => setDeciding(!deciding)}>
            {CHECK.verdict.ask}
          </LinkButton>
        ) : null}
        {said?.key === key ? <span class={css.said}>{said.text}</span> : null}
      </div>
      {asks && open ? (
        <div class={css.why}>
          <p>{asks.basis.length > 0 ? basisText(asks.basis) : CHECK.noBasis}</p>
          {asks.indicators.length > 0 ? (
            <p>{fillSlots(CHECK.indicators, { list: asks.indicators.join('、') })}</p>
          ) : null}
        </div>
      ) : null}
      {asks && deciding ? (
        <>
          <VerdictForm
            today={view.run.today}
            decide={async (decided) => {
              const kept = await state.decide(asks.id, decided);
              if (!kept) return;
              setDeciding(false);
              const { verdict } = decided;
              if (verdict === 'to-do' || verdict === 'fixed')
                state.say(key, fillSlots(CHECK.verdict.done, { verdict: VERDICT_WORDS[verdict] }));
              else settled();
            }}
          />
          <Mute
            finding={asks}
            tone={tone}
            view={view}
            mute={async (scope) => {
              await state.remind(asks.id, scope);
              muted();
            }}
          />
        </>
      ) : null}
    </li>
  );
}

/** How far a finding shall not be reminded of. What must be changed is told again in the next document. */
function Mute(props: {
  finding: Finding;
  tone: Tone;
  view: ReadyView;
  mute: (scope: MuteScope) => Promise<void>;
}): JSX.Element {
  const { tone, mute, view } = props;
  const form = view.document.kindWord || KIND_WORDS[view.document.kind];
  return (
    <div class={css.why}>
      <p>{CHECK.mute.ask}</p>
      <div class={css.actions}>
        <LinkButton onClick={() => void mute('document')}>{CHECK.mute.document}</LinkButton>
        {tone === 'look' ? (
          <LinkButton onClick={() => void mute('form')}>{fillSlots(CHECK.mute.form, { form })}</LinkButton>
        ) : null}
      </div>
      <p>{CHECK.mute.why}</p>
      {tone === 'must' ? <p>{CHECK.mute.mustToo}</p> : null}
    </div>
  );
}

/** Copies a text; gives what to say about it. */
export function copy(text: string): Promise<string> {
  return navigator.clipboard.writeText(text).then(
    () => CHECK.copied,
    () => CHECK.copyFailed,
  );
}

/** The first clause is what counts; the rest says what to do about it. */
export function Sentence({ text }: { text: string }): JSX.Element {
  const clause = firstClause(text);
  return (
    <>
      <b>{clause}</b>
      {text.slice(clause.length)}
    </>
  );
}
