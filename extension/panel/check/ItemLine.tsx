import { fillSlots } from '../../../core/base/text.ts';
import { firstClause } from '../../../core/check/summary.ts';
import type { DocumentModel } from '../../../core/document/model.ts';
import { LinkButton } from '../../ui/parts.tsx';
import type { ComponentChildren, JSX } from '../../ui/preact.ts';
import { whoCanAct } from '../../ui/words.ts';
import type { PanelState } from '../state.ts';
import css from './check.module.css';
import type { Numbered } from './list.ts';
import { basisText } from './note.ts';
import { CHECK } from './words.ts';

interface Props {
  row: Numbered;
  /** The document that it is about, as far as it says who can act. */
  of: Pick<DocumentModel, 'kind' | 'stage'>;
  state: PanelState;
  /** How it is shown on the page; missing where it has no place there. `action`: said by a button of its own too. */
  shown?: { show: () => Promise<void>; action: boolean } | undefined;
  /** It asks nothing of anybody. */
  quiet?: boolean;
  /** What is copied of it. */
  note?: (() => string) | undefined;
  /** What was said of it before. */
  given?: JSX.Element | null;
  /** More that can be done with it. */
  actions?: JSX.Element | null;
  children?: ComponentChildren;
}

/** One thing that was found, of a document or of a row: what, who can act, on what ground, and where. */
export function ItemLine({ row, of, state, shown, quiet, note, given, actions, children }: Props): JSX.Element {
  const { item, places, key, number } = row;
  const said = state.said.value;
  const why = `why:${key}`;
  const open = state.memory.isOpen(why);
  const on = state.marked.value === key;
  const asks = quiet ? undefined : item.finding;
  const onCopy = async (text: string): Promise<void> => state.say(key, await copy(text));
  return (
    <li class={`${css.finding} ${on ? css.on : ''}`} data-number={number} value={number}>
      {shown ? (
        <button type="button" class={css.message} data-item onClick={() => void shown.show()}>
          <Sentence text={item.text} />
        </button>
      ) : (
        <p class={css.message} data-item tabIndex={-1}>
          <Sentence text={item.text} />
        </p>
      )}
      {asks && asks.outcome === 'failed' ? <p class={css.who}>{whoCanAct(asks.actor, of)}</p> : null}
      {given}
      <div class={css.actions}>
        {shown?.action ? (
          <LinkButton onClick={() => void shown.show()}>
            {places.length > 1 ? fillSlots(CHECK.onPages, { count: places.length }) : CHECK.onPage}
          </LinkButton>
        ) : null}
        {note ? <LinkButton onClick={() => void onCopy(note())}>{CHECK.copy}</LinkButton> : null}
        {asks?.fix ? <LinkButton onClick={() => void onCopy(asks.fix?.to ?? '')}>{CHECK.copyFix}</LinkButton> : null}
        {asks ? (
          <LinkButton expanded={open} onClick={() => state.memory.open(why, !open)}>
            {CHECK.basis}
          </LinkButton>
        ) : null}
        {actions}
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
      {children}
    </li>
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
