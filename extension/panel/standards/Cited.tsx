import { fillSlots } from '../../../core/base/text.ts';
import type { CitedStandard } from '../../../core/unit/services.ts';
import { LinkButton } from '../../ui/parts.tsx';
import { type JSX, useEffect, useRef } from '../../ui/preact.ts';
import { CHECK } from '../check/words.ts';
import panel from '../panel.module.css';
import type { PanelState } from '../state.ts';
import { ENDED, inOrder, isCitedKey, isEnded, keyOf, marksOfCited, timesOf } from './cited.ts';
import { Few } from './Few.tsx';
import { Standard } from './Standard.tsx';
import css from './standards.module.css';
import { STANDARDS as WORDS } from './words.ts';

/** The standards that the document names, each with its places on the page. */
export function Cited({ cited, state }: { cited: readonly CitedStandard[]; state: PanelState }): JSX.Element {
  const ended = cited.filter(isEnded);
  const count = timesOf(ended);
  const marked = state.marked.value;
  const said = state.said.value;
  useMarks(cited, state);
  const toggle = async (key: string, which: readonly CitedStandard[], text: string): Promise<void> => {
    if (marked === key) return state.hideMarks();
    const shown = await state.mark(key, { marks: marksOfCited(which), text, go: true });
    state.say(key, shown ? CHECK.escHint : CHECK.notShown);
  };
  const told = (key: string): JSX.Element | null =>
    said?.key === key ? <span class={css.said}>{said.text}</span> : null;
  return (
    <section>
      <h2 class={panel.section}>{WORDS.cited}</h2>
      {count > 0 ? (
        <p class={css.more}>
          <LinkButton pressed={marked === ENDED} onClick={() => void toggle(ENDED, ended, '')}>
            {fillSlots(WORDS.markEnded, { count })}
          </LinkButton>
          {told(ENDED)}
        </p>
      ) : null}
      <Few items={inOrder(cited)} name="few:cited" state={state}>
        {(one) => (
          <Standard key={one.designation} standard={one}>
            {one.places.length > 0 ? (
              <p class={css.where}>
                <LinkButton
                  pressed={marked === keyOf(one)}
                  onClick={() => void toggle(keyOf(one), [one], one.advice.message)}
                >
                  {timesOf([one]) > 1 ? fillSlots(WORDS.showAll, { count: timesOf([one]) }) : WORDS.show}
                </LinkButton>
                {told(keyOf(one))}
              </p>
            ) : null}
          </Standard>
        )}
      </Few>
    </section>
  );
}

/** What was marked is marked anew when what is named, or where, has changed: what was mended loses its mark. */
function useMarks(cited: readonly CitedStandard[], state: PanelState): void {
  const marks = JSON.stringify(marksOfCited(cited));
  const before = useRef(marks);
  useEffect(() => {
    if (before.current === marks) return;
    before.current = marks;
    const marked = state.marked.value;
    if (!isCitedKey(marked)) return;
    const which = marked === ENDED ? cited.filter(isEnded) : cited.filter((one) => keyOf(one) === marked);
    const [first] = which;
    if (first === undefined) return state.hideMarks();
    const text = marked === ENDED ? '' : first.advice.message;
    void state.mark(marked, { marks: marksOfCited(which), text, go: false });
  }, [marks]);
}
