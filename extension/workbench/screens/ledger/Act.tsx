import { fillSlots } from '../../../../core/base/text.ts';
import { itemsOf, PILOT_SCORECARD } from '../../../../core/evaluation/scorecard.ts';
import type { LedgerEntry } from '../../../../core/ledger/entry.ts';
import { REDACTABLE } from '../../../../core/ledger/redactable.ts';
import { ask } from '../../../messages/ask.ts';
import { REMARK_LENGTH, type Redacted } from '../../../messages/settings.ts';
import { type Later, LaterForm } from '../../../ui/LaterForm.tsx';
import { LATER } from '../../../ui/later.ts';
import { Button } from '../../../ui/parts.tsx';
import { type JSX, useEffect, useRef, useState } from '../../../ui/preact.ts';
import { RemarkForm } from '../../../ui/RemarkForm.tsx';
import { COMMON } from '../../../ui/words.ts';
import print from '../../print/print.module.css';
import type { WorkbenchState } from '../../state.ts';
import css from './entry.module.css';
import type { LaterWords } from './later.ts';
import { ENTRY } from './words.ts';

type Saying = Later | 'change' | 'redact';

/** What can be said of an entry later, each with its form. Nothing in the ledger is edited: each is an entry of its own. */
export function Act(props: {
  state: WorkbenchState;
  later: LaterWords;
  entry: LedgerEntry;
  /** What it carries is there, and may be redacted. */
  hasContent: boolean;
  /** The name of its chain, where it is another than this computer's own: that one is not written into. */
  chain: string | undefined;
}): JSX.Element {
  const { state, later, entry, hasContent, chain } = props;
  const target = { sequence: entry.sequence, ...(chain === undefined ? {} : { chain }) };
  const { sequence } = entry;
  const [saying, setSaying] = useState<Saying | undefined>(undefined);
  const row = useRef<HTMLParagraphElement>(null);
  const last = useRef<Saying | undefined>(undefined);
  useEffect(() => setSaying(undefined), [sequence]);
  useEffect(() => {
    // The form is gone, and with it what had the focus: back to the button that opened it, or to the first one.
    if (last.current !== undefined && saying === undefined && document.activeElement === document.body)
      (
        row.current?.querySelector<HTMLElement>(`[data-saying=${last.current}] button`) ??
        row.current?.querySelector<HTMLElement>('button')
      )?.focus();
    last.current = saying;
  }, [saying]);
  const close = (): void => setSaying(undefined);
  const withdrawn = later.of(entry, chain).withdrawnBy !== undefined;
  const choices: Saying[] = [
    ...(entry.kind === 'evidence' || entry.kind === 'waiver' ? ([withdrawn ? 'restore' : 'withdraw'] as const) : []),
    ...(entry.kind === 'evidence' ? (['change'] as const) : []),
    ...(chain === undefined ? (['note'] as const) : []),
    ...(chain === undefined && hasContent && REDACTABLE.has(entry.kind) ? (['redact'] as const) : []),
  ];
  const done = (what: Saying, work: () => Promise<unknown>): Promise<boolean> =>
    state.attempt(async () => {
      await work();
      close();
      state.say(fillSlots(wordsOf(what).done, { sequence }));
    });
  const say = (what: Later, text: string): Promise<boolean> =>
    done(what, () =>
      what === 'note'
        ? ask('annotate', { sequence, text })
        : ask('correct', { ...target, withdrawn: what === 'withdraw', reason: text }),
    );
  return (
    <section class={`${css.act} ${print.unprinted}`} aria-label={ENTRY.act}>
      {saying === undefined ? (
        <p ref={row} class={css.choices}>
          {choices.map((what) => (
            <span key={what} data-saying={what}>
              <Button onClick={() => setSaying(what)}>{wordsOf(what).open}</Button>
            </span>
          ))}
          <Button onClick={() => window.print()}>{ENTRY.print}</Button>
        </p>
      ) : saying === 'change' ? (
        <ChangeForm
          sequence={sequence}
          now={later.indicatorsOf(entry, chain)}
          onAction={(indicators, reason) =>
            done('change', () => ask('correct', { ...target, indicators: [...indicators], reason }))
          }
          onClose={close}
        />
      ) : saying === 'redact' ? (
        <RedactForm
          entry={entry}
          onAction={(what, reason) => done('redact', () => ask('redact', { sequence, what, reason }))}
          onClose={close}
        />
      ) : (
        <LaterForm
          key={saying}
          what={saying}
          sequence={sequence}
          most={REMARK_LENGTH}
          onAction={(text) => say(saying, text)}
          onClose={close}
        />
      )}
    </section>
  );
}

const wordsOf = (what: Saying) => (what === 'change' ? ENTRY.change : what === 'redact' ? ENTRY.redact : LATER[what]);

/** Drops what an entry carries. */
function RedactForm(props: {
  entry: LedgerEntry;
  onAction(what: Redacted, reason: string): Promise<unknown>;
  onClose(): void;
}): JSX.Element {
  const { sequence, blobDigests } = props.entry;
  const { redact } = ENTRY;
  const [what, setWhat] = useState<Redacted>('all');
  return (
    <RemarkForm
      {...redact}
      title={fillSlots(redact.title, { sequence })}
      most={REMARK_LENGTH}
      onAction={(reason) => props.onAction(what, reason)}
      otherwise={COMMON.cancel}
      onOtherwise={props.onClose}
      onClose={props.onClose}
    >
      {blobDigests.length === 0 ? null : (
        <fieldset class={css.indicators}>
          <legend>{redact.legend}</legend>
          {(['all', 'blobs'] as const).map((one) => (
            <label key={one}>
              <input type="radio" name="redact" checked={one === what} onChange={() => setWhat(one)} />
              {redact.what[one]}
            </label>
          ))}
        </fieldset>
      )}
    </RemarkForm>
  );
}

/** Chooses the indicators for which an entry counts from now on. */
function ChangeForm(props: {
  sequence: number;
  now: readonly string[];
  onAction(indicators: readonly string[], reason: string): Promise<unknown>;
  onClose(): void;
}): JSX.Element {
  const { now } = props;
  const [chosen, setChosen] = useState<readonly string[]>(now);
  const [same, setSame] = useState(false);
  const { change } = ENTRY;
  const items = itemsOf(PILOT_SCORECARD);
  // One that this scorecard has no name for stays as it is unless it is taken out.
  const others = now.filter((id) => !items.some((item) => item.id === id)).map((id) => ({ id, name: '' }));
  const toggle = (id: string, on: boolean): void => {
    setSame(false);
    setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  };
  return (
    <RemarkForm
      {...change}
      title={fillSlots(change.title, { sequence: props.sequence })}
      most={REMARK_LENGTH}
      onAction={async (reason) => {
        // In the order of the scorecard, whatever the order in which they were chosen.
        const indicators = [...items, ...others].map(({ id }) => id).filter((id) => chosen.includes(id));
        if (indicators.length === now.length && indicators.every((id) => now.includes(id))) setSame(true);
        else await props.onAction(indicators, reason);
      }}
      otherwise={COMMON.cancel}
      onOtherwise={props.onClose}
      onClose={props.onClose}
    >
      <fieldset class={css.indicators}>
        <legend>{change.legend}</legend>
        {[...items, ...others].map(({ id, name }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) => toggle(id, event.currentTarget.checked)}
            />
            {`${id} ${name ?? ''}`.trim()}
          </label>
        ))}
      </fieldset>
      {same ? <p role="alert">{change.same}</p> : null}
    </RemarkForm>
  );
}
