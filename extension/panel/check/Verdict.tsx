import { fillSlots } from '../../../core/base/text.ts';
import {
  type FindingStanding,
  type PersonVerdict,
  VERDICT_WORDS,
  VERDICTS,
  type VerdictId,
} from '../../../core/check/verdicts.ts';
import type { Decided } from '../../../core/evidence/decision.ts';
import { REMARK_LENGTH } from '../../messages/settings.ts';
import { Button, LinkButton } from '../../ui/parts.tsx';
import { type JSX, useEffect, useId, useRef, useState } from '../../ui/preact.ts';
import type { PanelState } from '../state.ts';
import css from './check.module.css';
import type { List } from './list.ts';
import { CHECK } from './words.ts';

const NOTHING_SAID = { reason: '', who: '', until: '' };

/** Verdicts that are kept at one press; the others are asked about. */
const PLAIN: ReadonlySet<VerdictId> = new Set(['fixed', 'false-alarm']);

/** What a person decides about a finding. @param today the run's, before which nothing can be asked for */
export function VerdictForm(props: { today: string; decide: (decided: Decided) => Promise<void> }): JSX.Element {
  const { today, decide } = props;
  const [asked, setAsked] = useState<VerdictId | undefined>(undefined);
  const [said, setSaid] = useState(NOTHING_SAID);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [reason, who, until, hint] = [useId(), useId(), useId(), useId()];
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (asked !== undefined) form.current?.querySelector('input')?.focus();
  }, [asked]);
  const keep = async (verdict: VerdictId): Promise<void> => {
    const { reason: why, ...rest } = said;
    if (verdict === 'not-applicable' && why.trim() === '') {
      setMissing(true);
      form.current?.querySelector('input')?.focus();
      return;
    }
    setBusy(true);
    await decide({ verdict, reason: why.trim(), who: rest.who.trim(), until: rest.until });
    setBusy(false);
  };
  const take = (part: Partial<typeof said>): void => {
    setSaid({ ...said, ...part });
    setMissing(false);
  };
  return (
    <div class={css.why}>
      <fieldset class={css.choices} aria-label={CHECK.verdict.label}>
        {VERDICTS.map((verdict) => (
          <Button
            key={verdict}
            busy={busy}
            pressed={asked === verdict}
            onClick={() => {
              setSaid(NOTHING_SAID);
              if (PLAIN.has(verdict)) void keep(verdict);
              else setAsked(verdict);
            }}
          >
            {VERDICT_WORDS[verdict]}
          </Button>
        ))}
      </fieldset>
      {asked === undefined ? (
        <p>{CHECK.verdict.why}</p>
      ) : (
        <form
          ref={form}
          class={css.verdict}
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) void keep(asked);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.isComposing) return;
            event.stopPropagation();
            setAsked(undefined);
          }}
        >
          {asked === 'to-do' ? (
            <>
              <label htmlFor={who}>{CHECK.verdict.who}</label>
              <input
                id={who}
                type="text"
                maxLength={100}
                value={said.who}
                onInput={(event) => take({ who: event.currentTarget.value })}
              />
              <label htmlFor={until}>{CHECK.verdict.until}</label>
              <input
                id={until}
                type="date"
                min={today}
                value={said.until}
                onInput={(event) => take({ until: event.currentTarget.value })}
              />
            </>
          ) : (
            <>
              <label htmlFor={reason}>{CHECK.verdict.reason}</label>
              <input
                id={reason}
                type="text"
                maxLength={REMARK_LENGTH}
                value={said.reason}
                placeholder={CHECK.verdict.reasonExample}
                aria-describedby={hint}
                aria-invalid={missing ? 'true' : undefined}
                onInput={(event) => take({ reason: event.currentTarget.value })}
              />
              <p id={hint} role={missing ? 'alert' : undefined}>
                {missing ? CHECK.verdict.reasonMissing : ''}
              </p>
            </>
          )}
          <Button primary busy={busy} onClick={() => void keep(asked)}>
            {CHECK.verdict.keep}
          </Button>
        </form>
      )}
    </div>
  );
}

/** What was said of a finding that stands in the list all the same: somebody's task, or back after it was said to be mended. */
export function Given(props: {
  given: { standing: FindingStanding; verdict: PersonVerdict };
  today: string;
  undo: () => void;
}): JSX.Element {
  const { given, today, undo } = props;
  const { standing, verdict } = given;
  const overdue = standing === 'to-do' && verdict.until !== '' && verdict.until < today;
  return (
    <p class={css.given}>
      <span>{standing === 'to-do' ? taskOf(verdict) : CHECK.verdict.returned}</span>
      {overdue ? <span class={css.overdue}>{CHECK.verdict.overdue}</span> : null}
      <LinkButton onClick={undo}>{CHECK.verdict.undo}</LinkButton>
    </p>
  );
}

function taskOf({ who, until }: PersonVerdict): string {
  const { task, taskOf: of, taskUntil, taskBoth } = CHECK.verdict;
  return fillSlots(who === '' ? (until === '' ? task : taskUntil) : until === '' ? of : taskBoth, { who, until });
}

/** Takes a verdict back, and says so beside the item with this key. */
export async function undoVerdict({ finding }: PersonVerdict, state: PanelState, key: string): Promise<void> {
  if (await state.decide(finding, { verdict: null, ...NOTHING_SAID })) state.say(key, CHECK.verdict.undone);
}

/** The key of what is said about what was settled. */
const SETTLED = 'settled';

/** What was accepted, mended, or decided about something that is found no more: counted, folded away, each taken back by one press. */
export function Settled(props: {
  list: List;
  state: PanelState;
  fold: { current: HTMLDetailsElement | null };
}): JSX.Element | null {
  const { list, state, fold } = props;
  const { of, totals, fixed, lapsed } = list.standings;
  const said = state.said.value;
  const told = said?.key === SETTLED ? <span class={css.said}>{said.text}</span> : null;
  if (of.size + fixed.length + lapsed.length === 0) return told && <p class={css.told}>{told}</p>;
  const accepted = list.accepted.flatMap(({ id, message }) => {
    const verdict = of.get(id)?.verdict;
    return verdict === undefined ? [] : [{ verdict, text: acceptedText(verdict, message) }];
  });
  const gone = lapsed.map((verdict) => ({
    verdict,
    text: fillSlots(CHECK.settled.lapsed, { verdict: VERDICT_WORDS[verdict.verdict], message: verdict.message }),
  }));
  const mended = fixed.map((verdict) => ({ verdict, text: acceptedText(verdict, verdict.message) }));
  const rows = [...accepted, ...mended, ...gone];
  return (
    <details
      ref={fold}
      class={css.more}
      open={state.memory.isOpen(SETTLED)}
      onToggle={(event) => state.memory.open(SETTLED, event.currentTarget.open)}
    >
      <summary>
        <span>{fillSlots(CHECK.settled.title, { count: rows.length })}</span>
        <span class={css.count}>{fillSlots(CHECK.settled.totals, { ...totals })}</span>
        {told}
      </summary>
      <ul>
        {rows.map(({ verdict, text }) => (
          <li class={css.finding} key={verdict.finding}>
            <p class={css.message}>{text}</p>
            <div class={css.actions}>
              <LinkButton onClick={() => void undoVerdict(verdict, state, SETTLED)}>{CHECK.verdict.undo}</LinkButton>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

const acceptedText = ({ verdict, reason }: PersonVerdict, message: string): string =>
  fillSlots(reason === '' ? CHECK.settled.accepted : CHECK.settled.because, {
    verdict: VERDICT_WORDS[verdict],
    reason,
    message,
  });
