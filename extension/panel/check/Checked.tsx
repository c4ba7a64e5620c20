import { fillSlots } from '../../../core/base/text.ts';
import { type ReadBox, readBoxes } from '../../../core/check/read-boxes.ts';
import type { CheckRun, Finding } from '../../../core/check/run.ts';
import { tallyOf } from '../../../core/check/summary.ts';
import type { DocumentModel } from '../../../core/document/model.ts';
import { FIELD_STATE_WORDS, KIND_WORDS } from '../../../core/document/words.ts';
import type { JSX } from '../../ui/preact.ts';
import { timeWords } from '../../ui/time.ts';
import { OUTCOME_WORDS } from '../../ui/words.ts';
import panel from '../panel.module.css';
import type { PanelState } from '../state.ts';
import css from './check.module.css';
import { CHECK } from './words.ts';

/** Longer lists are cut: nobody reads them, and they are dear to draw. */
const MOST_BOXES = 200;
/** The name under which the panel remembers that this was opened. */
const CHECKED = 'checked';

interface Props {
  document: DocumentModel;
  run: CheckRun;
}

/** 查了什么: which rules ran with what outcome, how the page was read, which boxes, the workflow record. Drawn when it is opened. */
export function Checked({ document, run, state }: Props & { state: PanelState }): JSX.Element {
  const open = state.memory.isOpen(CHECKED);
  const { checked, boxes } = tallyOf(run, document);
  return (
    <details class={css.more} open={open} onToggle={(event) => state.memory.open(CHECKED, event.currentTarget.open)}>
      <summary>
        <span>{fillSlots(CHECK.checkedTitle, { checked, boxes })}</span>
        <time class={css.count} dateTime={run.at}>
          {timeWords(run.at)}
        </time>
      </summary>
      {open ? <Lists document={document} run={run} /> : null}
    </details>
  );
}

function Lists({ document, run }: Props): JSX.Element {
  const asked = run.findings.filter((finding) => finding.outcome !== 'not-applicable');
  const word = ({ outcome, quiet }: Finding): string => (quiet ? CHECK.checkedQuiet : OUTCOME_WORDS[outcome]);
  const outcomes = new Map(asked.map((finding) => [`${finding.rule} ${word(finding)}`, finding]));
  const boxes = readBoxes(document);
  const how = [
    [CHECK.howReader, document.reader.name],
    [fillSlots(CHECK.howKind, { kind: document.kindWord || KIND_WORDS[document.kind] }), document.kindReason],
    [CHECK.howStage, document.stageReason],
  ] as const;
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
      <h3 class={panel.section}>{CHECK.howTitle}</h3>
      <dl class={css.rows}>
        {how.map(([label, text]) =>
          text === '' ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
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
              {[step.actors.join('、'), step.action, step.time && timeWords(step.time)].filter(Boolean).join(' ')}
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
