import { fillSlots } from '../../../core/base/text.ts';
import type { Group, Item } from '../../../core/check/summary.ts';
import type { ReadyView } from '../../messages/view.ts';
import { Calm, LinkButton, ToneWord } from '../../ui/parts.tsx';
import { type JSX, useEffect, useRef } from '../../ui/preact.ts';
import { OfPage } from '../OfPage.tsx';
import { ALL_MARKED, type PanelState } from '../state.ts';
import { Teachable } from '../teach/Teachable.tsx';
import { PANEL } from '../words.ts';
import { Checked } from './Checked.tsx';
import css from './check.module.css';
import { copy, Sentence } from './ItemLine.tsx';
import { ItemRow } from './ItemRow.tsx';
import { type List, listOf, marksOf, type Numbered } from './list.ts';
import { noteForAll } from './note.ts';
import { RegisterPart } from './RegisterPart.tsx';
import { Settled } from './Verdict.tsx';
import { CHECK } from './words.ts';

/** What was found in the document, what was looked at, and where. */
export function CheckTab({ state }: { state: PanelState }): JSX.Element {
  return (
    <OfPage state={state}>
      {(view) =>
        view.state === 'register' ? (
          <RegisterPart view={view} state={state} />
        ) : (
          <Teachable view={view} state={state}>
            {view.state === 'ready' ? (
              <Findings view={view} state={state} />
            ) : view.unread.length > 0 ? (
              <Calm sign="failed" title={PANEL.notAllRead.title}>
                {view.unread.map((sentence) => (
                  <p key={sentence}>{sentence}</p>
                ))}
                <p>{PANEL.notAllRead.text}</p>
              </Calm>
            ) : (
              <Calm sign="none" title={PANEL.notADocument.title}>
                {PANEL.notADocument.text}
              </Calm>
            )}
          </Teachable>
        )
      }
    </OfPage>
  );
}

/** The keys of what is said about the whole list, and about what is known. */
const ALL = 'all';
const KNOWN = 'known';

function Findings({ view, state }: { view: ReadyView; state: PanelState }): JSX.Element {
  const list = listOf(view);
  const { lines, groups, known, standings } = list;
  const rows = groups.flatMap((group) => group.items);
  const knownFold = useRef<HTMLDetailsElement>(null);
  const settledFold = useRef<HTMLDetailsElement>(null);
  const items = useRef<HTMLDivElement>(null);
  useMarks(rows, state);
  useEffect(() => items.current?.addEventListener('keydown', byArrows), []);
  const show = async (row: Numbered): Promise<void> => {
    const shown = await state.mark(row.key, { marks: marksOf([row]), text: row.item.text, go: true });
    state.say(row.key, shown ? CHECK.escHint : CHECK.notShown);
  };
  const [first] = lines;
  return (
    <>
      {first?.id === 'fine' ? (
        <Calm sign="fine" title={first.word}>
          {first.text}
        </Calm>
      ) : lines.length > 0 ? (
        <section class={css.summary} aria-label={CHECK.summaryLabel}>
          {lines.map((line) => (
            <p key={line.id}>
              <ToneWord tone={line.id}>{line.count > 0 ? `${line.word} ${line.count}` : line.word}</ToneWord>
              <span>{line.text}</span>
            </p>
          ))}
        </section>
      ) : rows.length === 0 ? (
        <Calm sign="none" title={CHECK.known.only.title}>
          {CHECK.known.only.text}
        </Calm>
      ) : null}
      {rows.length > 0 ? <WholeList list={list} view={view} state={state} /> : null}
      <div ref={items}>
        {groups.map((group) => (
          <section
            class={`${css.group} ${css[group.id]}`}
            key={group.id}
            aria-label={fillSlots(CHECK.groupLabel, { word: group.word, count: group.items.length })}
          >
            <h2>
              <ToneWord tone={group.id}>{group.word}</ToneWord>
              <span class={css.count}>{group.items.length}</span>
            </h2>
            <ol>
              {group.items.map((row) => (
                <ItemRow
                  key={row.key}
                  row={row}
                  tone={group.id}
                  view={view}
                  state={state}
                  standings={standings}
                  show={() => show(row)}
                  muted={() => {
                    state.say(KNOWN, CHECK.mute.done);
                    knownFold.current?.querySelector('summary')?.focus();
                  }}
                  settled={() => settledFold.current?.querySelector('summary')?.focus()}
                />
              ))}
            </ol>
          </section>
        ))}
      </div>
      <Settled list={list} state={state} fold={settledFold} />
      <Known groups={known} state={state} fold={knownFold} />
      <Checked document={view.document} run={view.run} state={state} />
    </>
  );
}

/** What was marked is marked anew when the list changes: numbers move up, and what was mended loses its mark. */
function useMarks(rows: readonly Numbered[], state: PanelState): void {
  const numbers = rows.map(({ number, key }) => `${number} ${key}`).join();
  const before = useRef(numbers);
  useEffect(() => {
    if (before.current === numbers) return;
    before.current = numbers;
    const marked = state.marked.value;
    if (marked === '') return;
    const row = rows.find(({ key }) => key === marked);
    if (marked !== ALL_MARKED && row === undefined) state.hideMarks();
    else void state.mark(marked, { marks: marksOf(row ? [row] : rows), text: row?.item.text ?? '', go: false });
  }, [numbers]);
}

/** What is done with the list as a whole. */
function WholeList({ list, view, state }: { list: List; view: ReadyView; state: PanelState }): JSX.Element {
  const rows = list.groups.flatMap((group) => group.items);
  const marks = marksOf(rows);
  const on = state.marked.value === ALL_MARKED;
  const said = state.said.value;
  const onMark = async (): Promise<void> => {
    if (on) state.hideMarks();
    else
      state.say(ALL, (await state.mark(ALL_MARKED, { marks, text: '', go: false })) ? CHECK.escHint : CHECK.all.none);
  };
  const onCopy = async (): Promise<void> => state.say(ALL, await copy(noteForAll(list, view.document, view.pageTitle)));
  return (
    <fieldset class={css.whole} aria-label={CHECK.all.label}>
      {marks.length > 0 ? (
        <LinkButton pressed={on} onClick={() => void onMark()}>
          {CHECK.all.mark}
        </LinkButton>
      ) : null}
      {list.groups.some((group) => group.id !== 'later') ? (
        <LinkButton onClick={() => void onCopy()}>{CHECK.all.copy}</LinkButton>
      ) : null}
      {said?.key === ALL ? <span class={css.said}>{said.text}</span> : null}
    </fieldset>
  );
}

/** What the person does not want to be reminded of: counted, folded away, and taken back one by one. */
function Known(props: {
  groups: readonly Group[];
  state: PanelState;
  fold: { current: HTMLDetailsElement | null };
}): JSX.Element | null {
  const { groups, state, fold } = props;
  const said = state.said.value;
  const told = said?.key === KNOWN ? <span class={css.said}>{said.text}</span> : null;
  const items = groups.flatMap((group) => group.items);
  if (items.length === 0) return told && <p class={css.told}>{told}</p>;
  const parts = groups.map(({ word, items: { length: count } }) => fillSlots(CHECK.known.parts, { word, count }));
  const remind = async ({ finding }: Item): Promise<void> => {
    if (finding === undefined) return;
    await state.remind(finding.id);
    state.say(KNOWN, CHECK.known.back);
  };
  return (
    <details
      ref={fold}
      class={css.more}
      open={state.memory.isOpen(KNOWN)}
      onToggle={(event) => state.memory.open(KNOWN, event.currentTarget.open)}
    >
      <summary>
        <span>{fillSlots(CHECK.known.title, { count: items.length })}</span>
        <span class={css.count}>{parts.join('，')}</span>
        {told}
      </summary>
      <ul>
        {items.map((item) => (
          <li class={css.finding} key={item.finding?.id}>
            <p class={css.message}>
              <Sentence text={item.text} />
            </p>
            <div class={css.actions}>
              <LinkButton onClick={() => void remind(item)}>{CHECK.known.undo}</LinkButton>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Up and down go from item to item; Enter, on the one that has the focus, shows it on the page. */
function byArrows(this: HTMLElement, event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const items = [...this.querySelectorAll<HTMLElement>('[data-item]')];
  const at = items.findIndex((item) => item.closest('li')?.contains(event.target as Node));
  const next = items[at + step];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
}
