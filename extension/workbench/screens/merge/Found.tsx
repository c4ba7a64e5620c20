import { fillSlots } from '../../../../core/base/text.ts';
import { shownTime } from '../../../../core/exports/about.ts';
import type { MergeLog } from '../../../../core/ledger/merge/merge.ts';
import { forksOf, tellClock, tellFork, tellQuestion } from '../../../../core/ledger/merge/tell.ts';
import type { JSX } from '../../../ui/preact.ts';
import shared from '../../workbench.module.css';
import css from './merge.module.css';
import { MERGE } from './words.ts';

/** The files that were brought. */
export function Sources({ log }: { log: MergeLog }): JSX.Element {
  const { sources: words } = MERGE;
  const seats = new Map(log.chains.map(({ chain, who }) => [chain, who]));
  return (
    <section class={shared.section}>
      <h2>{words.title}</h2>
      <table class={shared.table}>
        <thead>
          <tr>
            {words.head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {log.sources.map(({ names, fingerprint, unit, exportedAt, entries, chains }) => (
            <tr key={fingerprint}>
              <td>
                {names.join('、')}
                {names.length > 1 ? <small class={css.note}>{words.twice}</small> : null}
              </td>
              <td>{unit || words.none}</td>
              <td>{shownTime(exportedAt)}</td>
              <td>{entries}</td>
              <td>{[...new Set(chains.map(({ chain }) => seats.get(chain) ?? ''))].join('；')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What is asked before anything is written; `agreed` are those that a person said yes to. */
export function Questions(props: {
  log: MergeLog;
  agreed: ReadonlySet<string>;
  agree(sentence: string, yes: boolean): void;
}): JSX.Element | null {
  const { log, agreed, agree } = props;
  if (log.questions.length === 0) return null;
  return (
    <section class={`${shared.section} ${css.questions}`}>
      <h2>{MERGE.questions.title}</h2>
      <ul>
        {log.questions.map(tellQuestion).map((sentence) => (
          <li key={sentence}>
            {sentence}
            <label>
              <input
                type="checkbox"
                checked={agreed.has(sentence)}
                onChange={(event) => agree(sentence, event.currentTarget.checked)}
              />
              {MERGE.questions.agree}
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What only has to be known: forks, clocks, and how much is the same. */
export function Known({ log }: { log: MergeLog }): JSX.Element {
  const forks = forksOf(log);
  return (
    <>
      {log.identicalCount === 0 ? null : <p>{fillSlots(MERGE.same, { count: log.identicalCount })}</p>}
      {forks.length === 0 ? null : <Lines title={MERGE.forks} lines={forks.map(tellFork)} />}
      {log.clocks.length === 0 ? null : (
        <Lines title={MERGE.clocks.title} lines={log.clocks.map(tellClock)} hint={MERGE.clocks.hint} />
      )}
    </>
  );
}

function Lines({ title, lines, hint }: { title: string; lines: string[]; hint?: string }): JSX.Element {
  return (
    <section class={shared.section}>
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {hint === undefined ? null : <p class={shared.quiet}>{hint}</p>}
    </section>
  );
}
