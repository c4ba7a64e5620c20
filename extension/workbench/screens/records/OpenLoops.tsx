import { chinaDay } from '../../../../core/base/dates.ts';
import { fillSlots } from '../../../../core/base/text.ts';
import type { OpenLoop } from '../../../../core/evaluation/loops/open-loops.ts';
import { Badge, Calm } from '../../../ui/parts.tsx';
import type { JSX } from '../../../ui/preact.ts';
import type { WorkbenchState } from '../../state.ts';
import { TableHead } from '../../TableHead.tsx';
import shared from '../../workbench.module.css';
import { hashOfPlace } from '../ledger/place.ts';
import css from './records.module.css';
import { RECORDS } from './words.ts';

const words = RECORDS.loops;

/** What is not closed: what is missing, who knows of it, and by when it was due. */
export function OpenLoops(props: { state: WorkbenchState; loops: readonly OpenLoop[]; others: number }): JSX.Element {
  const { state, loops, others } = props;
  const today = chinaDay(new Date().toISOString());
  return (
    <section aria-label={fillSlots(RECORDS.open, { count: loops.length })}>
      <p class={shared.quiet}>{words.lead}</p>
      {others === 0 ? null : <p class={shared.quiet}>{fillSlots(words.others, { count: others })}</p>}
      {loops.length === 0 ? (
        <Calm title={words.closed.title}>
          <p>{words.closed.text}</p>
        </Calm>
      ) : (
        <div class={shared.scroll}>
          <table class={`${shared.table} ${css.loops}`}>
            <TableHead of={['record', 'message', 'who', 'due']} words={words.columns} />
            <tbody>
              {loops.map(({ place, type, message, who, due, maybe }) => (
                <tr key={`${place.sequence} ${place.chain} ${message}`}>
                  <th scope="row">
                    <a href={hashOfPlace(state, place)}>{`${type} ${place.sequence}`}</a>
                  </th>
                  <td>
                    {message} {maybe.length > 0 ? <Badge tone="later">{words.ask}</Badge> : null}
                  </td>
                  <td>{who}</td>
                  <td class={css.day}>
                    {due} {due !== '' && due < today ? <Badge tone="look">{words.late}</Badge> : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
