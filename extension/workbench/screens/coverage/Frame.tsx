import { fillSlots } from '../../../../core/base/text.ts';
import type { JSX } from '../../../ui/preact.ts';
import shared from '../../workbench.module.css';
import css from './coverage.module.css';
import { COVERAGE } from './words.ts';

/** Rows that are drawn: who sees so many needs another word, not a longer table. */
const MOST = 1_000;
const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** A table that scrolls inside itself, its head and its first column in sight. The arrows go from line to line. */
export function Frame(props: { label: string; count: number; children: (most: number) => JSX.Element }): JSX.Element {
  const { label, count, children } = props;
  return (
    <>
      <section class={css.frame} aria-label={label} onKeyDown={step}>
        {children(MOST)}
      </section>
      {count > MOST ? <p class={shared.quiet}>{fillSlots(COVERAGE.more, { count: MOST })}</p> : null}
    </>
  );
}

/** Moves the focus to what stands first in another line. */
function step(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const move = STEPS[event.key];
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('tbody th[scope="row"] a')];
  const row = document.activeElement?.closest('tr');
  const at = lines.findIndex((line) => line.closest('tr') === row);
  if (move === undefined || at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  lines[move(at, lines.length - 1)]?.focus();
}
