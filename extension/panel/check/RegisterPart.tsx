import { fillSlots } from '../../../core/base/text.ts';
import { type CheckedRow, tallyOfRegister, worstOf } from '../../../core/check/checked-register.ts';
import { firstClause, groupOf } from '../../../core/check/summary.ts';
import { KIND_OF_ROWS } from '../../../core/document/register.ts';
import type { RegisterView } from '../../messages/view.ts';
import { LinkButton, ToneWord } from '../../ui/parts.tsx';
import { type JSX, useState } from '../../ui/preact.ts';
import type { PanelState } from '../state.ts';
import css from './check.module.css';
import { ItemLine } from './ItemLine.tsx';
import { type Numbered, placesOf } from './list.ts';
import table from './register.module.css';
import { registerLines, rowsApart } from './register-list.ts';
import { REGISTER } from './register-words.ts';
import { CHECK } from './words.ts';

/** The key of what is said about the register as a whole. */
const WHOLE = 'register';
/** Rows that are drawn at once: more are dear to draw, and nobody reads them. */
const STEP = 60;

type Props = { view: RegisterView; state: PanelState };

/** A list page that was read row by row: how much of it, which rows have something to see, and where each stands. */
export function RegisterPart({ view, state }: Props): JSX.Element {
  const { register } = view;
  const { found, fine } = rowsApart(register.rows);
  const [most, setMost] = useState(STEP);
  const [opened, setOpened] = useState('');
  const several = register.read.length > 1;
  const { rows, leftOut } = tallyOfRegister(register);
  const unfinished = register.total !== undefined && register.total > rows + leftOut;
  return (
    <>
      <section class={css.summary} aria-label={CHECK.summaryLabel}>
        {registerLines(register).map(({ id, word, text }) => (
          <p key={id}>
            <ToneWord tone={id === 'read' ? 'later' : id}>{word}</ToneWord>
            <span>{text}</span>
          </p>
        ))}
        {view.unread.map((sentence) => (
          <div key={sentence}>{sentence}</div>
        ))}
        <div class={table.quiet}>
          {REGISTER.onlyColumns}
          {unfinished ? REGISTER.turn : ''}
        </div>
      </section>
      <Whole view={view} state={state} several={several} />
      {found.length > 0 ? (
        <ol class={table.rows} aria-label={REGISTER.rowsLabel}>
          {found.slice(0, most).map((row, at) => (
            <Row
              key={row.key}
              row={row}
              number={at + 1}
              view={view}
              state={state}
              open={opened === row.key}
              setOpen={(on) => setOpened(on ? row.key : '')}
            />
          ))}
        </ol>
      ) : null}
      {found.length > most ? (
        <p class={css.told}>
          <LinkButton onClick={() => setMost(most + STEP)}>
            {fillSlots(REGISTER.moreRows, { count: Math.min(STEP, found.length - most) })}
          </LinkButton>
        </p>
      ) : null}
      {fine.length > 0 ? <FineRows rows={fine} several={several} state={state} /> : null}
    </>
  );
}

const serialWords = ({ page, serial }: CheckedRow, several: boolean): string =>
  fillSlots(several ? REGISTER.serialOfPage : REGISTER.serial, { page, serial });

/** Marks a row on the page and scrolls there; says what came of it. */
async function showRow(row: CheckedRow, number: number, text: string, state: PanelState): Promise<void> {
  const said = row.key;
  if (row.source === undefined) {
    state.say(said, fillSlots(REGISTER.elsewhere, { page: row.page }));
    return;
  }
  const shown = await state.mark(said, { marks: [{ number, source: row.source }], text, go: true });
  state.say(said, shown ? CHECK.escHint : REGISTER.gone);
}

/** One row of the table: its place, number and title, what was found first and how much; below it, when it is opened, all of it. */
function Row(props: {
  row: CheckedRow;
  number: number;
  view: RegisterView;
  state: PanelState;
  open: boolean;
  setOpen: (on: boolean) => void;
}): JSX.Element {
  const { row, number, view, state, open, setOpen } = props;
  const { register } = view;
  const tone = worstOf(row) ?? 'unread';
  const first = row.findings.find((finding) => groupOf(finding) === tone);
  const said = state.said.value;
  const press = (): void => {
    setOpen(!open);
    if (open) state.hideMarks();
    else void showRow(row, number, first?.message ?? '', state);
  };
  const items = row.findings.map((finding, at): Numbered => {
    const item = { finding, text: finding.message };
    return { number: at + 1, item, key: `${row.key} ${finding.id}`, places: placesOf(item) };
  });
  return (
    <li class={`${table.row} ${css[tone]} ${state.marked.value === row.key ? table.on : ''}`}>
      <button type="button" class={table.press} aria-expanded={open} onClick={press}>
        <span class={table.serial}>{serialWords(row, register.read.length > 1)}</span>
        <span class={table.name}>
          {row.number ? <span class={table.number}>{row.number}</span> : null}
          <span class={table.title}>{row.title || REGISTER.untitled}</span>
          <span class={table.first}>{firstClause(first?.message ?? '')}</span>
        </span>
        <ToneWord tone={tone}>{fillSlots(REGISTER.count, { count: row.findings.length })}</ToneWord>
      </button>
      {said?.key === row.key ? <p class={`${css.said} ${table.said}`}>{said.text}</p> : null}
      {open ? (
        <ol class={table.found}>
          {items.map((one) => (
            <ItemLine
              key={one.key}
              row={one}
              of={{ kind: KIND_OF_ROWS[register.kind], stage: row.stage }}
              state={state}
              shown={
                one.places.length > 0
                  ? {
                      action: true,
                      show: async () => {
                        const marks = one.places.map((source) => ({ number: one.number, source }));
                        const there = await state.mark(one.key, { marks, text: one.item.text, go: true });
                        state.say(one.key, there ? CHECK.escHint : REGISTER.gone);
                      },
                    }
                  : undefined
              }
              note={() => [row.number, row.title, one.item.text].filter(Boolean).join('：')}
            />
          ))}
        </ol>
      ) : null}
    </li>
  );
}

/** What is done with the register as a whole: begin anew, hand it out. */
function Whole({ view, state, several }: Props & { several: boolean }): JSX.Element {
  const said = state.said.value;
  const startOver = async (): Promise<void> => {
    await state.startOver();
    state.say(WHOLE, REGISTER.startedOver);
  };
  const exportAs = (form: 'xlsx' | 'html'): Promise<void> =>
    state.attempt(async () => {
      const { handOutRegister } = await import('./hand-out.ts');
      state.say(WHOLE, fillSlots(REGISTER.exported, { name: await handOutRegister(view.register, form) }));
    });
  return (
    <fieldset class={css.whole} aria-label={REGISTER.label}>
      <LinkButton onClick={() => void exportAs('xlsx')}>{REGISTER.xlsx}</LinkButton>
      <LinkButton onClick={() => void exportAs('html')}>{REGISTER.html}</LinkButton>
      {several ? <LinkButton onClick={() => void startOver()}>{REGISTER.startOver}</LinkButton> : null}
      {said?.key === WHOLE ? <span class={css.said}>{said.text}</span> : null}
    </fieldset>
  );
}

const FINE = 'fine-rows';

/** Rows in which nothing was found: folded away, so that what is to be done stands first. */
function FineRows(props: { rows: readonly CheckedRow[]; several: boolean; state: PanelState }): JSX.Element {
  const { rows, several, state } = props;
  const [most, setMost] = useState(STEP);
  const open = state.memory.isOpen(FINE);
  const said = state.said.value;
  return (
    <details class={css.more} open={open} onToggle={(event) => state.memory.open(FINE, event.currentTarget.open)}>
      <summary>{fillSlots(REGISTER.fineRows, { count: rows.length })}</summary>
      {open ? (
        <ol class={table.rows}>
          {rows.slice(0, most).map((row, at) => (
            <li class={`${table.row} ${state.marked.value === row.key ? table.on : ''}`} key={row.key}>
              <button type="button" class={table.press} onClick={() => void showRow(row, at + 1, '', state)}>
                <span class={table.serial}>{serialWords(row, several)}</span>
                <span class={table.name}>
                  {row.number ? <span class={table.number}>{row.number}</span> : null}
                  <span class={table.title}>{row.title || REGISTER.untitled}</span>
                </span>
              </button>
              {said?.key === row.key ? <p class={`${css.said} ${table.said}`}>{said.text}</p> : null}
            </li>
          ))}
        </ol>
      ) : null}
      {open && rows.length > most ? (
        <p class={css.told}>
          <LinkButton onClick={() => setMost(most + STEP)}>
            {fillSlots(REGISTER.moreRows, { count: Math.min(STEP, rows.length - most) })}
          </LinkButton>
        </p>
      ) : null}
    </details>
  );
}
