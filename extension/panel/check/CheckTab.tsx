import type { PageSource } from '../../../core/base/source.ts';
import { fillSlots } from '../../../core/base/text.ts';
import { type ReadBox, readBoxes } from '../../../core/check/read-boxes.ts';
import type { CheckRun, Finding } from '../../../core/check/run.ts';
import { firstClause, groupsOf, type Item, tallyOf, threeLines } from '../../../core/check/summary.ts';
import type { DocumentModel } from '../../../core/document/model.ts';
import { Calm, LinkButton, type Tone, ToneWord } from '../../ui/parts.tsx';
import { type JSX, useEffect, useState } from '../../ui/preact.ts';
import { FIELD_STATE_WORDS, OUTCOME_WORDS, whoCanAct } from '../../ui/words.ts';
import { OfPage } from '../OfPage.tsx';
import panel from '../panel.module.css';
import type { PanelState } from '../state.ts';
import { PANEL } from '../words.ts';
import css from './check.module.css';
import { basisText, noteFor } from './note.ts';
import { CHECK } from './words.ts';

/** What was found in the document, what was looked at, and where. */
export function CheckTab({ state }: { state: PanelState }): JSX.Element {
  return (
    <OfPage state={state}>
      {(view) =>
        view.state === 'ready' ? (
          <Findings document={view.document} run={view.run} state={state} />
        ) : view.unread.length > 0 ? (
          <Calm title={PANEL.notAllRead.title}>
            {view.unread.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            <p>{PANEL.notAllRead.text}</p>
          </Calm>
        ) : (
          <Calm title={PANEL.notADocument.title}>{PANEL.notADocument.text}</Calm>
        )
      }
    </OfPage>
  );
}

function Findings(props: { document: DocumentModel; run: CheckRun; state: PanelState }): JSX.Element {
  const { document, run, state } = props;
  const lines = threeLines(run, document);
  const groups = groupsOf(run, document);
  const [shownKey, setShownKey] = useState('');
  const gone = shownKey !== '' && !groups.some((group) => group.items.some((item) => keyOf(item) === shownKey));
  // What was marked is mended: its mark goes with it.
  useEffect(() => {
    if (!gone) return;
    setShownKey('');
    state.hideMarks();
  }, [gone]);
  const show = async (item: Item, place: PageSource): Promise<void> => {
    const shown = await state.show(place, item.text);
    setShownKey(shown ? keyOf(item) : '');
    state.say(keyOf(item), shown ? CHECK.escHint : CHECK.notShown);
  };
  const [first] = lines;
  return (
    <>
      {first?.id === 'fine' ? (
        <Calm title={first.word}>{first.text}</Calm>
      ) : (
        <section class={css.summary} aria-label={CHECK.summaryLabel}>
          {lines.map((line) => (
            <p key={line.id}>
              <ToneWord tone={line.id}>{line.count > 0 ? `${line.word} ${line.count}` : line.word}</ToneWord>
              <span>{line.text}</span>
            </p>
          ))}
        </section>
      )}
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
          <ul>
            {group.items.map((item) => (
              <ItemRow
                key={keyOf(item)}
                item={item}
                tone={group.id}
                document={document}
                on={keyOf(item) === shownKey}
                state={state}
                show={(place) => show(item, place)}
              />
            ))}
          </ul>
        </section>
      ))}
      <Checked document={document} run={run} />
    </>
  );
}

/** Tells an item from the others, over runs too. */
function keyOf({ finding, note, text }: Item): string {
  if (finding) return finding.id;
  return note.source?.from === 'page' ? `${text} ${note.source.frame} ${note.source.path}` : text;
}

/** One finding, or one part that the reader could not read: what, who can act, on what ground, and where. */
function ItemRow(props: {
  item: Item;
  tone: Tone;
  document: DocumentModel;
  on: boolean;
  state: PanelState;
  show: (place: PageSource) => Promise<void>;
}): JSX.Element {
  const { item, tone, document, on, state, show } = props;
  const { finding } = item;
  const place = placeOf(item);
  const said = state.said.value;
  const [open, setOpen] = useState(false);
  // What waits for a later step asks nothing of anybody: it is said and can be looked at, no more.
  const asks = tone === 'later' ? undefined : finding;
  const onCopy = async (copied: Finding): Promise<void> => {
    const done = navigator.clipboard.writeText(noteFor(copied, document));
    state.say(
      keyOf(item),
      await done.then(
        () => CHECK.copied,
        () => CHECK.copyFailed,
      ),
    );
  };
  return (
    <li class={`${css.finding} ${on ? css.on : ''}`}>
      {place ? (
        <button type="button" class={css.message} onClick={() => void show(place)}>
          <Sentence text={item.text} />
        </button>
      ) : (
        <p class={css.message}>
          <Sentence text={item.text} />
        </p>
      )}
      {asks && asks.outcome === 'failed' ? <p class={css.who}>{whoCanAct(asks.actor, document)}</p> : null}
      <div class={css.actions}>
        {place && tone !== 'later' ? <LinkButton onClick={() => void show(place)}>{CHECK.onPage}</LinkButton> : null}
        {asks ? <LinkButton onClick={() => void onCopy(asks)}>{CHECK.copy}</LinkButton> : null}
        {asks ? (
          <LinkButton expanded={open} onClick={() => setOpen(!open)}>
            {CHECK.basis}
          </LinkButton>
        ) : null}
        {said?.key === keyOf(item) ? <span class={css.said}>{said.text}</span> : null}
      </div>
      {asks && open ? (
        <div class={css.why}>
          <p>{asks.basis.length > 0 ? basisText(asks.basis) : CHECK.noBasis}</p>
          {asks.indicators.length > 0 ? (
            <p>{fillSlots(CHECK.indicators, { list: asks.indicators.join('、') })}</p>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}

/** The first clause is what counts; the rest says what to do about it. */
function Sentence({ text }: { text: string }): JSX.Element {
  const clause = firstClause(text);
  return (
    <>
      <b>{clause}</b>
      {text.slice(clause.length)}
    </>
  );
}

/** Where on the page an item can be shown; undefined for what has no place there. */
function placeOf(item: Item): PageSource | undefined {
  const sources = item.finding ? item.finding.sources : item.note.source ? [item.note.source] : [];
  return sources.find((source): source is PageSource => source.from === 'page');
}

/** Longer lists are cut: nobody reads them, and they are dear to draw. */
const MOST_BOXES = 200;

/** 查了什么: which rules ran with what outcome, which boxes were read, the workflow record. Drawn when it is opened. */
function Checked({ document, run }: { document: DocumentModel; run: CheckRun }): JSX.Element {
  const [open, setOpen] = useState(false);
  const { checked, boxes } = tallyOf(run, document);
  return (
    <details class={css.more} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>{fillSlots(CHECK.checkedTitle, { checked, boxes })}</span>
        <time class={css.count} dateTime={run.at}>
          {timeOf(run.at)}
        </time>
      </summary>
      {open ? <Lists document={document} run={run} /> : null}
    </details>
  );
}

/** 09:41, on the clerk's clock. */
function timeOf(at: string): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}

function Lists({ document, run }: { document: DocumentModel; run: CheckRun }): JSX.Element {
  const asked = run.findings.filter((finding) => finding.outcome !== 'not-applicable');
  const word = ({ outcome, quiet }: Finding): string => (quiet ? CHECK.checkedQuiet : OUTCOME_WORDS[outcome]);
  const outcomes = new Map(asked.map((finding) => [`${finding.rule} ${word(finding)}`, finding]));
  const boxes = readBoxes(document);
  return (
    <>
      <dl class={`${css.rows} ${css.wide}`}>
        {[...outcomes].map(([key, finding]) => (
          <div key={key}>
            <dt>{finding.title}</dt>
            <dd>{word(finding)}</dd>
          </div>
        ))}
        {run.summary.notApplicable > 0 ? (
          <div>
            <dt>{fillSlots(CHECK.checkedNotApplicable, { count: run.summary.notApplicable })}</dt>
            <dd />
          </div>
        ) : null}
      </dl>
      <h3 class={panel.section}>{CHECK.checkedOn}</h3>
      <dl class={css.rows}>
        {boxes.slice(0, MOST_BOXES).map((box, index) => (
          // Two boxes may have one label; their order is their identity.
          <div key={index}>
            <dt>{box.label}</dt>
            <dd>{boxText(box)}</dd>
          </div>
        ))}
      </dl>
      {boxes.length > MOST_BOXES ? (
        <p class={panel.section}>{fillSlots(CHECK.checkedMore, { count: boxes.length - MOST_BOXES })}</p>
      ) : null}
      <h3 class={panel.section}>{CHECK.trailTitle}</h3>
      {document.trail.length === 0 ? <p class={css.rows}>{CHECK.trailEmpty}</p> : null}
      <dl class={css.rows}>
        {document.trail.map((step, index) => (
          // The record has no ids of its own; its order is its identity.
          <div key={index}>
            <dt>{step.step}</dt>
            <dd>
              {[step.actors.join('、'), step.action, step.time?.replace('T', ' ').slice(0, 16)]
                .filter(Boolean)
                .join(' ')}
              {step.state === 'predicted'
                ? `（${CHECK.trailPredicted}）`
                : step.state === 'current'
                  ? `（${CHECK.trailCurrent}）`
                  : ''}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function boxText({ state, text, picture }: ReadBox): string {
  if (picture && text === '') return CHECK.signaturePicture;
  return state === 'present' ? text : FIELD_STATE_WORDS[state];
}
