import { fillSlots } from '../../../core/base/text.ts';
import type { Finding } from '../../../core/check/run.ts';
import { type Standings, VERDICT_WORDS } from '../../../core/check/verdicts.ts';
import { KIND_WORDS } from '../../../core/document/words.ts';
import type { MuteScope } from '../../messages/settings.ts';
import type { ReadyView } from '../../messages/view.ts';
import { LinkButton, type Tone } from '../../ui/parts.tsx';
import { type JSX, useState } from '../../ui/preact.ts';
import type { PanelState } from '../state.ts';
import css from './check.module.css';
import { ItemLine } from './ItemLine.tsx';
import type { Numbered } from './list.ts';
import { noteFor } from './note.ts';
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

/** One finding of a document, or one part that the reader could not read, and what a person can say of it. */
export function ItemRow({ row, tone, view, state, standings, show, muted, settled }: Props): JSX.Element {
  const { item, places, key } = row;
  const { document, pageTitle } = view;
  const [deciding, setDeciding] = useState(false);
  const given = item.finding && standings.of.get(item.finding.id);
  // What waits for a later step asks nothing of anybody: it is said and can be looked at, no more.
  const asks = tone === 'later' ? undefined : item.finding;
  return (
    <ItemLine
      row={row}
      of={document}
      state={state}
      shown={places.length > 0 ? { show, action: tone !== 'later' } : undefined}
      quiet={tone === 'later'}
      note={tone === 'later' ? undefined : () => noteFor(item, document, pageTitle)}
      given={
        given ? (
          <Given given={given} today={view.run.today} undo={() => void undoVerdict(given.verdict, state, key)} />
        ) : null
      }
      actions={
        asks ? (
          <LinkButton expanded={deciding} onClick={() => setDeciding(!deciding)}>
            {CHECK.verdict.ask}
          </LinkButton>
        ) : null
      }
    >
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
    </ItemLine>
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
