import type { PageSource } from '../../core/base/source.ts';
import { fillSlots } from '../../core/base/text.ts';
import type { CheckRun, Finding } from '../../core/check/run.ts';
import { groupsOf, type Item, threeLines } from '../../core/check/summary.ts';
import { labelOfRole } from '../../core/document/glossary.ts';
import { type DocumentModel, type Field, isPeopleRole } from '../../core/document/model.ts';
import { RULES } from '../../core/rules/index.ts';
import { Calm, LinkButton, type Tone, ToneWord } from '../ui/parts.tsx';
import { type JSX, useState } from '../ui/preact.ts';
import { ACTOR_WORDS, FIELD_STATE_WORDS, OUTCOME_WORDS } from '../ui/words.ts';
import { basisText, noteFor } from './note.ts';
import css from './panel.module.css';
import type { PanelState } from './state.ts';
import { PANEL } from './words.ts';

export function CheckTab({
  document,
  run,
  state,
}: {
  document: DocumentModel;
  run: CheckRun;
  state: PanelState;
}): JSX.Element {
  const lines = threeLines(run, document);
  const [shownKey, setShownKey] = useState('');
  const show = async (key: string, source: PageSource, text: string): Promise<boolean> => {
    const shown = await state.show(source, text);
    setShownKey(shown ? key : '');
    return shown;
  };
  const [first] = lines;
  return (
    <>
      {first?.id === 'fine' ? (
        <Calm title={first.word}>{first.text}</Calm>
      ) : (
        <section class={css.summary} aria-label={PANEL.summaryLabel}>
          {lines.map((line) => (
            <p key={line.id}>
              <ToneWord tone={line.id}>{line.count > 0 ? `${line.word} ${line.count}` : line.word}</ToneWord>
              <span>{line.text}</span>
            </p>
          ))}
        </section>
      )}
      {groupsOf(run, document).map((group) => (
        <section
          class={css.group}
          key={group.id}
          aria-label={fillSlots(PANEL.groupLabel, { word: group.word, count: group.items.length })}
        >
          <h2>
            <ToneWord tone={group.id}>{group.word}</ToneWord>
            <span class={css.count}>{group.items.length}</span>
          </h2>
          <ul>
            {group.items.map((item) => {
              const key = item.finding?.id ?? item.text;
              return (
                <ItemRow
                  key={key}
                  item={item}
                  tone={group.id}
                  document={document}
                  on={key === shownKey}
                  show={(source) => show(key, source, item.text)}
                />
              );
            })}
          </ul>
        </section>
      ))}
      <Checked document={document} run={run} />
    </>
  );
}

/** One finding, or one part that the reader could not read: what, who can act, on what ground, and where. */
function ItemRow(props: {
  item: Item;
  tone: Tone;
  document: DocumentModel;
  on: boolean;
  show: (source: PageSource) => Promise<boolean>;
}): JSX.Element {
  const { item, tone, document, on, show } = props;
  const { finding } = item;
  const [said, setSaid] = useState('');
  const place = placeOf(item);
  const onShow = async (): Promise<void> => {
    if (place) setSaid((await show(place)) ? PANEL.escHint : PANEL.notShown);
  };
  const onCopy = async (copied: Finding): Promise<void> => {
    const done = navigator.clipboard.writeText(noteFor(copied, document));
    setSaid(
      await done.then(
        () => PANEL.copied,
        () => PANEL.copyFailed,
      ),
    );
  };
  return (
    <li class={`${css.finding} ${css[tone]} ${on ? css.on : ''}`}>
      {place ? (
        <button type="button" class={css.message} onClick={() => void onShow()}>
          {item.text}
        </button>
      ) : (
        <span class={css.message}>{item.text}</span>
      )}
      {finding && tone !== 'later' ? <p class={css.who}>{ACTOR_WORDS[finding.actor]}</p> : null}
      <div class={css.actions}>
        {place ? <LinkButton onClick={() => void onShow()}>{PANEL.onPage}</LinkButton> : null}
        {finding ? <LinkButton onClick={() => void onCopy(finding)}>{PANEL.copy}</LinkButton> : null}
        {finding ? (
          <details class={css.why}>
            <summary>{PANEL.basis}</summary>
            <div>
              {finding.basis.length > 0 ? basisText(finding.basis) : PANEL.noBasis}
              {finding.indicators.length > 0 ? (
                <p>{fillSlots(PANEL.indicators, { list: finding.indicators.join('、') })}</p>
              ) : null}
            </div>
          </details>
        ) : null}
        <span role="status">{said}</span>
      </div>
    </li>
  );
}

/** Where on the page an item can be shown; undefined for what has no place there. */
function placeOf(item: Item): PageSource | undefined {
  const sources = item.finding ? item.finding.sources : item.note.source ? [item.note.source] : [];
  return sources.find((source): source is PageSource => source.from === 'page');
}

/** 查了什么: which rules ran with what outcome, which boxes were read, the workflow record. */
function Checked({ document, run }: { document: DocumentModel; run: CheckRun }): JSX.Element {
  const title = (id: string): string => RULES.find((rule) => rule.id === id)?.title ?? id;
  const asked = run.findings.filter((finding) => finding.outcome !== 'not-applicable');
  const outcomes = [...new Map(asked.map((finding) => [`${finding.rule} ${finding.outcome}`, finding])).values()];
  const read = document.fields.filter((field) => field.state !== 'absent');
  return (
    <details class={css.more}>
      <summary>
        {fillSlots(PANEL.checkedTitle, {
          checked: new Set(asked.map((finding) => finding.rule)).size,
          fields: read.length,
        })}
      </summary>
      <dl class={`${css.rows} ${css.wide}`}>
        {outcomes.map((finding) => (
          <div key={`${finding.rule} ${finding.outcome}`}>
            <dt>{title(finding.rule)}</dt>
            <dd>{OUTCOME_WORDS[finding.outcome]}</dd>
          </div>
        ))}
        <div>
          <dt>{fillSlots(PANEL.checkedNotApplicable, { count: run.summary.notApplicable })}</dt>
          <dd />
        </div>
      </dl>
      <h3 class={css.section}>{PANEL.checkedOn}</h3>
      <dl class={css.rows}>
        {read.map((field) => (
          <div key={field.role}>
            <dt>{labelOfRole(field.role)}</dt>
            <dd>{fieldText(field)}</dd>
          </div>
        ))}
      </dl>
      <h3 class={css.section}>{PANEL.trailTitle}</h3>
      <dl class={css.rows}>
        {document.trail.length === 0 ? <div>{PANEL.trailEmpty}</div> : null}
        {document.trail.map((step, index) => (
          // The record has no ids of its own; its order is its identity.
          <div key={index}>
            <dt>{step.step}</dt>
            <dd>
              {[step.actors.join('、'), step.action, step.time?.replace('T', ' ').slice(0, 16)]
                .filter(Boolean)
                .join(' ')}
              {step.state === 'predicted'
                ? `（${PANEL.trailPredicted}）`
                : step.state === 'current'
                  ? `（${PANEL.trailCurrent}）`
                  : ''}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function fieldText(field: Field): string {
  if (field.state !== 'present') return FIELD_STATE_WORDS[field.state];
  if (Array.isArray(field.value)) return field.value.length > 0 ? field.value.join('、') : PANEL.signaturePicture;
  if (typeof field.value === 'string') return isPeopleRole(field.role) ? field.value : field.value.replace('T', ' ');
  return field.raw;
}
