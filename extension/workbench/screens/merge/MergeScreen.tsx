import { fillSlots } from '../../../../core/base/text.ts';
import { tellQuestion, tellSummary } from '../../../../core/ledger/merge/tell.ts';
import { download } from '../../../ui/download.ts';
import { Button, Notice, ToneWord } from '../../../ui/parts.tsx';
import { type JSX, useEffect, useState } from '../../../ui/preact.ts';
import { ledgerWork } from '../../../worker/client.ts';
import type { MergeCompared } from '../../../worker/work.ts';
import { hashOf } from '../../route.ts';
import type { ScreenProps } from '../../screen.ts';
import type { WorkbenchState } from '../../state.ts';
import shared from '../../workbench.module.css';
import { hashOfLedger } from '../ledger/place.ts';
import { Apart } from './Apart.tsx';
import { Choose } from './Choose.tsx';
import { Known, Questions, Sources } from './Found.tsx';
import css from './merge.module.css';
import { createMergeState, type MergeState } from './state.ts';
import { MERGE } from './words.ts';

/** Brings the bundles of several windows together: compared first, taken in when a person says so, decided in any sitting. */
export function MergeScreen({ state, title }: ScreenProps): JSX.Element {
  const own = state.own(createMergeState);
  const stage = own.stage.value;
  const others = state.chains.value?.others.length ?? 0;
  const head = state.head.value?.sequence;
  useEffect(() => {
    // What was decided meanwhile, or kept, changes what is left to decide.
    if (others > 0 && stage.is !== 'merging') own.look().catch(state.failed);
  }, [state, own, others, head]);
  const done = stage.is === 'merged' ? doneSentence(stage.added) : undefined;
  const summary = stage.is === 'compared' ? tellSummary(stage.compared.log) : undefined;
  useEffect(() => {
    if (done !== undefined) state.say(done);
    else if (summary !== undefined) state.say(fillSlots(MERGE.compared, { summary }));
  }, [state, done, summary]);
  return (
    <article class={css.merge}>
      <header class={shared.head}>
        <h1>{title}</h1>
      </header>
      {stage.is === 'merging' ? (
        <Progress done={stage.done} total={stage.compared.added} />
      ) : (
        <Choose
          state={state}
          first={stage.is === 'nothing-chosen'}
          compare={(files, witnesses) => void own.compare(files, witnesses)}
        />
      )}
      {stage.is === 'comparing' ? <p>{fillSlots(MERGE.comparing, { count: stage.count })}</p> : null}
      {stage.is === 'failed' ? <Notice>{stage.problem.message}</Notice> : null}
      {stage.is === 'compared' ? <Compared state={state} own={own} compared={stage.compared} /> : null}
      {done === undefined || stage.is !== 'merged' ? null : (
        <div class={css.done}>
          <p>
            <ToneWord tone="fine">{done}</ToneWord>
          </p>
          <p>
            <a href={hashOfLedger()}>{MERGE.toLedger}</a>
          </p>
          <Exports state={state} compared={stage.compared} />
        </div>
      )}
      {stage.is === 'compared' || others === 0 ? null : <Here state={state} own={own} />}
    </article>
  );
}

const doneSentence = (added: number): string => (added === 0 ? MERGE.doneNothing : fillSlots(MERGE.done, { added }));

/** What would come of it, and the button. */
function Compared(props: { state: WorkbenchState; own: MergeState; compared: MergeCompared }): JSX.Element {
  const { state, own, compared } = props;
  const { log, added, ownMissing } = compared;
  const [agreed, setAgreed] = useState<ReadonlySet<string>>(new Set());
  const asked = log.questions.map(tellQuestion);
  const open = asked.some((sentence) => !agreed.has(sentence));
  const agree = (sentence: string, yes: boolean): void => {
    const next = new Set(agreed);
    if (yes) next.add(sentence);
    else next.delete(sentence);
    setAgreed(next);
  };
  return (
    <div class={css.compared}>
      <p class={css.summary}>{fillSlots(MERGE.compared, { summary: tellSummary(log) })}</p>
      <Questions log={log} agreed={agreed} agree={agree} />
      <div class={css.done}>
        <p>{added === 0 ? MERGE.nothing : fillSlots(MERGE.added, { added })}</p>
        {ownMissing === 0 ? null : (
          <p>
            {fillSlots(MERGE.ownMissing, { count: ownMissing })} <a href={hashOf('backup')}>{MERGE.toBackup}</a>
          </p>
        )}
        {added === 0 ? null : (
          <p>
            <Button primary disabled={open} onClick={() => void own.merge()}>
              {fillSlots(MERGE.mergeCount, { added })}
            </Button>
          </p>
        )}
        <Exports state={state} compared={compared} />
      </div>
      <Sources log={log} />
      <Known log={log} />
      <Apart state={state} disagreements={log.disagreements} untold={log.untold} />
    </div>
  );
}

/** What was taken in until now, and what is left to decide. */
function Here({ state, own }: { state: WorkbenchState; own: MergeState }): JSX.Element | null {
  const here = own.here.value;
  if (here === undefined) return null;
  const { log } = here;
  const others = log.chains.filter(({ chain }) => chain !== state.chains.value?.own);
  const { now } = MERGE;
  const exportAll = (): void =>
    void state.attempt(async () => {
      const { name, type, content } = await ledgerWork.exportMerged(state.settings.value?.unit?.name ?? '');
      download(name, type, content);
      state.say(fillSlots(MERGE.exports.done, { name }));
    });
  return (
    <div class={css.compared}>
      <section class={shared.section}>
        <h2>{now.title}</h2>
        <p>{fillSlots(now.chains, { count: others.length })}</p>
        <ul>
          {others.map(({ chain, branch, who, count }) => (
            <li key={`${chain}${branch}`}>{fillSlots(now.chain, { who, count })}</li>
          ))}
        </ul>
        {log.disagreements.length === 0 ? <p>{MERGE.apart.none}</p> : null}
        <Exports state={state} compared={here} />
        <p>
          <Button onClick={exportAll}>{now.bundle}</Button>
        </p>
        <p class={shared.quiet}>{now.holds}</p>
      </section>
      <Known log={log} />
      <Apart
        state={state}
        disagreements={log.disagreements}
        untold={log.untold}
        decided={() => void own.look().catch(state.failed)}
      />
    </div>
  );
}

/** The log as a file, as it is now. */
function Exports({ state, compared }: { state: WorkbenchState; compared: MergeCompared }): JSX.Element {
  const exportAs = (form: 'xlsx' | 'json'): void =>
    void state.attempt(async () => {
      const { name, type, content } = await ledgerWork.exportMerge(compared, form);
      download(name, type, content);
      state.say(fillSlots(MERGE.exports.done, { name }));
    });
  return (
    <p class={css.exports}>
      <span>{MERGE.exports.title}</span>
      <Button onClick={() => exportAs('xlsx')}>{MERGE.exports.xlsx}</Button>
      <Button onClick={() => exportAs('json')}>{MERGE.exports.json}</Button>
    </p>
  );
}

function Progress({ done, total }: { done: number; total: number }): JSX.Element {
  return (
    <p class={css.progress}>
      <progress max={total} value={done} aria-label={MERGE.merge} />
      <span>{fillSlots(MERGE.merging, { done, total })}</span>
    </p>
  );
}
