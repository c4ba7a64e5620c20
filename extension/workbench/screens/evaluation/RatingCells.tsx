import { fillSlots } from '../../../../core/base/text.ts';
import type { SheetItem } from '../../../../core/evaluation/evaluate.ts';
import type { SelfRating } from '../../../../core/evaluation/ratings.ts';
import { PILOT_SCORECARD } from '../../../../core/evaluation/scorecard.ts';
import { type JSX, useEffect, useId, useRef, useState } from '../../../ui/preact.ts';
import type { WorkbenchState } from '../../state.ts';
import shared from '../../workbench.module.css';
import css from './evaluation.module.css';
import { readScore, showScore } from './score-input.ts';
import { createSheet } from './sheet.ts';
import { EVALUATION } from './words.ts';

/** Milliseconds without a key before what was typed is saved. */
const PAUSE = 900;

/** What stands in the boxes while it differs from the sheet. */
interface Draft {
  score: string;
  reason: string;
  /** Sequence of the entry that holds it; missing while it is not saved. */
  savedAs?: number;
}

const draftOf = (rating: SelfRating | undefined): Draft => ({
  score: showScore(rating?.score),
  reason: rating?.reason ?? '',
});

/** 自报分 and 自报理由 of one item: saved a moment after the last key, on leaving a box, and on leaving the page. */
export function RatingCells(props: { state: WorkbenchState; one: SheetItem; most: number; upTo: number }): JSX.Element {
  const { state, one, most, upTo } = props;
  const { item, rating } = one;
  const [draft, setDraft] = useState<Draft | undefined>(undefined);
  const [saving, setSaving] = useState(false);
  const [failed, setFailed] = useState(false);
  const said = useId();
  const shown = draft ?? draftOf(rating);
  const score = readScore(shown.score, most);
  const isSaved = draft?.savedAs !== undefined;

  const save = async (): Promise<void> => {
    clearTimeout(timer.current);
    if (draft === undefined || isSaved || saving || score === undefined) return;
    if (score === (rating?.score ?? null) && draft.reason === (rating?.reason ?? '')) return setDraft(undefined);
    setSaving(true);
    const done = await state.attempt(async () => {
      const { reason } = draft;
      const entry = await state
        .own(createSheet)
        .rate({ scorecard: PILOT_SCORECARD.id, indicator: item.id, score, reason });
      // What was typed meanwhile is a draft of its own, and is saved after its own pause.
      setDraft((now) => (now === draft ? { ...draft, savedAs: entry.sequence } : now));
      state.say(EVALUATION.saved);
    });
    setFailed(!done);
    setSaving(false);
  };

  const timer = useRef(0);
  const latest = useRef(save);
  latest.current = save;
  const type = (part: Partial<Draft>): void => {
    setDraft({ score: shown.score, reason: shown.reason, ...part });
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void latest.current(), PAUSE);
  };
  /** From the score to the reason is not leaving: one entry for both. */
  const leave = (event: FocusEvent & { currentTarget: HTMLElement }): void => {
    const next = event.relatedTarget;
    if (!(next instanceof Node && event.currentTarget.closest('tr')?.contains(next))) void save();
  };
  useEffect(() => {
    const saveNow = (): void => void latest.current();
    window.addEventListener('pagehide', saveNow);
    return () => {
      window.removeEventListener('pagehide', saveNow);
      saveNow();
    };
  }, []);
  // Typed while the last one was being written.
  useEffect(() => {
    if (!saving && draft !== undefined && !isSaved)
      timer.current = window.setTimeout(() => void latest.current(), PAUSE);
  }, [saving]);
  // Once the sheet holds it, the boxes follow the sheet again, and so what another tab types.
  useEffect(() => {
    if (draft?.savedAs !== undefined && upTo >= draft.savedAs) setDraft(undefined);
  }, [draft, upTo]);

  const refused = score === undefined || (failed && !saving && draft !== undefined);
  const word =
    score === undefined
      ? fillSlots(EVALUATION.badScore, { most })
      : saving
        ? EVALUATION.saving
        : refused
          ? EVALUATION.notSaved
          : isSaved || (draft === undefined && rating !== undefined && rating.apart === undefined)
            ? EVALUATION.saved
            : '';
  const names = { id: item.id, name: item.name ?? '' };
  return (
    <>
      <td class={css.score}>
        <input
          class={shared.input}
          type="text"
          inputMode="decimal"
          maxLength={8}
          autocomplete="off"
          aria-label={fillSlots(EVALUATION.scoreLabel, names)}
          aria-invalid={score === undefined}
          aria-describedby={said}
          value={shown.score}
          onInput={(event) => type({ score: event.currentTarget.value })}
          onBlur={leave}
        />
        <span class={css.printed}>{shown.score}</span>
      </td>
      <td class={css.reason}>
        <textarea
          class={shared.input}
          rows={1}
          maxLength={2_000}
          aria-label={fillSlots(EVALUATION.reasonLabel, names)}
          placeholder={EVALUATION.reasonHint}
          value={shown.reason}
          onInput={(event) => type({ reason: event.currentTarget.value })}
          onBlur={leave}
        />
        <span class={css.printed}>{shown.reason}</span>
        <p id={said} class={`${css.said} ${refused ? css.refused : ''}`}>
          {word}
        </p>
      </td>
    </>
  );
}
