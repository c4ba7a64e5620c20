import { fillSlots } from '../../../core/base/text.ts';
import { LinkButton } from '../../ui/parts.tsx';
import type { ComponentChildren, JSX } from '../../ui/preact.ts';
import type { PanelState } from '../state.ts';
import css from './standards.module.css';
import { STANDARDS as WORDS } from './words.ts';

/** So many stand first. */
const FEW = 3;

/** The first few items (`li`) of a list, the others behind a button. `name`: of the fold, with no word of the document in it. */
export function Few<Item>(props: {
  items: readonly Item[];
  name: string;
  state: PanelState;
  children: (item: Item) => ComponentChildren;
}): JSX.Element {
  const { items, name, state, children } = props;
  const open = state.memory.isOpen(name);
  const rest = items.length - FEW;
  return (
    <>
      <ul>{(open ? items : items.slice(0, FEW)).map(children)}</ul>
      {rest > 0 ? (
        <p class={css.more}>
          <LinkButton expanded={open} onClick={() => state.memory.open(name, !open)}>
            {open ? WORDS.less : fillSlots(WORDS.more, { count: rest })}
          </LinkButton>
        </p>
      ) : null}
    </>
  );
}
