import { fillSlots } from '../../../../core/base/text.ts';
import type { Due } from '../../../../core/evaluation/loops/due-by-week.ts';
import type { Lapse } from '../../../../core/evaluation/loops/lapses.ts';
import { Badge, Calm } from '../../../ui/parts.tsx';
import type { JSX } from '../../../ui/preact.ts';
import { recordWork } from '../../../worker/client.ts';
import type { WorkbenchState } from '../../state.ts';
import shared from '../../workbench.module.css';
import { hashOfPlace } from '../ledger/place.ts';
import css from './records.module.css';
import { useWork } from './use-work.ts';
import { RECORDS } from './words.ts';

const words = RECORDS.due;

/** What ran out, and what falls due in the weeks to come. */
export function DueList({ state }: { state: WorkbenchState }): JSX.Element {
  const found = useWork(state, recordWork.due);
  if (found === undefined) return <p class={shared.quiet}>{RECORDS.loading}</p>;
  const { over, weeks } = found;
  return (
    <section aria-label={words.title}>
      <p class={shared.quiet}>{words.lead}</p>
      {over.length === 0 && weeks.length === 0 ? (
        <Calm title={words.none.title}>
          <p>{words.none.text}</p>
        </Calm>
      ) : null}
      {over.length === 0 ? null : <Part state={state} title={words.over} due={over.map(asDue)} isOver />}
      {weeks.map(({ from, to, due }) => (
        <Part key={from} state={state} title={fillSlots(words.week, { from, to })} due={due} />
      ))}
    </section>
  );
}

const asDue = ({ validTo, ...lapse }: Lapse): Due => ({ what: 'lapse', ...lapse, due: validTo });

function Part(props: { state: WorkbenchState; title: string; due: readonly Due[]; isOver?: boolean }): JSX.Element {
  const { state, title, due, isOver } = props;
  return (
    <section class={shared.section}>
      <h2>{title}</h2>
      <div class={shared.scroll}>
        <table class={`${shared.table} ${css.due}`}>
          <thead>
            <tr>
              {(['record', 'message', 'who', 'due'] as const).map((column) => (
                <th key={column} scope="col" class={column === 'who' ? css.who : undefined}>
                  {words.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {due.map((one) => (
              <tr key={`${one.place.sequence} ${one.place.chain} ${textOf(one)}`}>
                <th scope="row">
                  <a href={hashOfPlace(state, one.place)}>
                    {`${one.what === 'lapse' ? words.evidence : one.type} ${one.place.sequence}`}
                  </a>
                </th>
                <td>{textOf(one)}</td>
                <td class={css.who}>{one.who}</td>
                <td>
                  {one.due} {isOver ? <Badge tone="look">{words.isOver}</Badge> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const textOf = (one: Due): string =>
  one.what === 'lapse' ? fillSlots(words.lapse, { title: one.title }) : one.message;
