import { fillSlots } from '../../core/base/text.ts';
import type { CheckRun, Finding } from '../../core/check/run.ts';
import { type DocumentModel, type Field, isPeopleRole } from '../../core/document/model.ts';
import { ROLE_WORDS } from '../../core/document/glossary.ts';
import { RULES } from '../../core/rules/index.ts';
import { LinkButton, type Tone, ToneWord } from '../ui/parts.tsx';
import { type JSX, useState } from '../ui/preact.ts';
import { ACTOR_WORDS, FIELD_STATE_WORDS, OUTCOME_WORDS } from '../ui/words.ts';
import { basisText, noteFor } from './note.ts';
import css from './panel.module.css';
import type { PanelState } from './state.ts';
import { groupsOf, summaryLines } from './summary.ts';
import { PANEL } from './words.ts';

export function CheckTab({ document, run, state }: { document: DocumentModel; run: CheckRun; state: PanelState }): JSX.Element {
  const groups = groupsOf(run, document);
  const [shownId, setShownId] = useState('');
  return (
    <>
      <section class={css.summary}>
        {summaryLines(run, document).map((line) => (
          <p key={line.tone}>
            <ToneWord tone={line.tone}>{line.word}</ToneWord>
            <span>{line.text}</span>
          </p>
        ))}
      </section>
      {groups.map((group) => (
        <section class={css.group} key={group.tone} aria-label={fillSlots(PANEL.groupLabel, { word: group.word, count: group.items.length })}>
          <h2>
            <ToneWord tone={group.tone}>{group.word}</ToneWord>
            <span class={css.count}>{group.items.length}</span>
          </h2>
          <ul>
            {group.items.map((item) => (
              <FindingItem
                key={item.id}
                finding={item.finding}
                message={item.message}
                tone={group.tone}
                document={document}
                on={item.id === shownId}
                show={async () => {
                  const source = item.finding?.sources.find((one) => one.from === 'page');
                  if (source === undefined || source.from !== 'page') return false;
                  const shown = await state.show(source, item.message);
                  setShownId(shown ? item.id : '');
                  return shown;
                }}
              />
            ))}
          </ul>
        </section>
      ))}
      <Checked document={document} run={run} />
    </>
  );
}

function FindingItem(props: {
  finding: Finding | undefined;
  message: string;
  tone: Tone;
  document: DocumentModel;
  on: boolean;
  show: () => Promise<boolean>;
}): JSX.Element {
  const { finding, message, tone, document, on, show } = props;
  const [said, setSaid] = useState('');
  const hasPlace = finding?.sources.some((source) => source.from === 'page') ?? false;
  const onShow = async (): Promise<void> => setSaid((await show()) ? PANEL.escHint : PANEL.notShown);
  const onCopy = async (): Promise<void> => {
    if (finding === undefined) return;
    const copied = await navigator.clipboard.writeText(noteFor(finding, document)).then(
      () => true,
      () => false,
    );
    setSaid(copied ? PANEL.copied : PANEL.copyFailed);
  };
  return (
    <li class={`${css.finding} ${css[tone]} ${on ? css.on : ''}`}>
      {hasPlace ? (
        <button type="button" class={css.message} onClick={() => void onShow()}>
          {message}
        </button>
      ) : (
        <span class={css.message}>{message}</span>
      )}
      {finding ? (
        <>
          {tone === 'later' ? null : <p class={css.who}>{ACTOR_WORDS[finding.actor]}</p>}
          <div class={css.actions}>
            {hasPlace ? <LinkButton onClick={() => void onShow()}>{PANEL.onPage}</LinkButton> : null}
            <LinkButton onClick={() => void onCopy()}>{PANEL.copy}</LinkButton>
            <details class={css.why}>
              <summary>{PANEL.basis}</summary>
              <div>
                {finding.basis.length > 0 ? basisText(finding.basis) : PANEL.noBasis}
                {finding.indicators.length > 0 ? `　${fillSlots(PANEL.indicators, { list: finding.indicators.join('、') })}` : ''}
              </div>
            </details>
            <span role="status">{said}</span>
          </div>
        </>
      ) : null}
    </li>
  );
}

/** 查了什么: which rules ran with what outcome, which boxes were read, the workflow record. */
function Checked({ document, run }: { document: DocumentModel; run: CheckRun }): JSX.Element {
  const title = (id: string): string => RULES.find((rule) => rule.id === id)?.title ?? id;
  const asked = run.findings.filter((finding) => finding.outcome !== 'not-applicable');
  const outcomes = [...new Map(asked.map((finding) => [`${finding.rule} ${finding.outcome}`, finding])).values()];
  const read = document.fields.filter((field) => field.state !== 'absent');
  return (
    <details class={css.more}>
      <summary>{`${PANEL.checkedTitle}：${fillSlots(PANEL.fineDetail, { checked: new Set(asked.map((finding) => finding.rule)).size, fields: read.length })}`}</summary>
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
            <dt>{ROLE_WORDS[field.role]}</dt>
            <dd>{fieldText(field)}</dd>
          </div>
        ))}
      </dl>
      <h3 class={css.section}>{PANEL.trailTitle}</h3>
      <dl class={css.rows}>
        {document.trail.length === 0 ? <div>{PANEL.trailEmpty}</div> : null}
        {document.trail.map((step, index) => (
          // The record has no ids of its own; its order is its identity.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <div key={index}>
            <dt>{step.step}</dt>
            <dd>
              {[step.actors.join('、'), step.action, step.time?.replace('T', ' ').slice(0, 16)].filter(Boolean).join(' ')}
              {step.state === 'predicted' ? `（${PANEL.trailPredicted}）` : step.state === 'current' ? `（${PANEL.trailCurrent}）` : ''}
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
