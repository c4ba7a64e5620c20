import { fillSlots } from '../../../../core/base/text.ts';
import type { RecordType } from '../../../../core/records/record-type.ts';
import { Badge, Calm } from '../../../ui/parts.tsx';
import type { JSX } from '../../../ui/preact.ts';
import type { RecordLine } from '../../../worker/records.ts';
import type { WorkbenchState } from '../../state.ts';
import shared from '../../workbench.module.css';
import { hashOfPlace } from '../ledger/place.ts';
import css from './records.module.css';
import { RECORDS } from './words.ts';

/** Rows that are drawn; all of them stand in the exported table. */
const DRAWN = 500;

const dayOf = ({ factOn, registeredOn }: RecordLine): string => factOn || registeredOn;

/** The records of one type, the newest fact first, in columns of their own boxes. */
export function RecordTable(props: {
  state: WorkbenchState;
  type: RecordType;
  lines: readonly RecordLine[];
}): JSX.Element {
  const { state, type, lines } = props;
  if (lines.length === 0)
    return (
      <Calm title={RECORDS.noneOfType.title}>
        <p>{RECORDS.noneOfType.text}</p>
      </Calm>
    );
  const sorted = lines.toSorted((left, right) =>
    dayOf(left) < dayOf(right) ? 1 : dayOf(left) > dayOf(right) ? -1 : right.at.sequence - left.at.sequence,
  );
  const { columns } = RECORDS;
  return (
    <div class={shared.scroll}>
      <table class={`${shared.table} ${css.records}`}>
        <thead>
          <tr>
            <th scope="col">{columns.sequence}</th>
            <th scope="col">{columns.open}</th>
            {type.day === undefined ? <th scope="col">{columns.factOn}</th> : null}
            {type.boxes.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{columns.registeredOn}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, DRAWN).map((line) => (
            <tr key={line.at.hash}>
              <th scope="row">
                <a href={hashOfPlace(state, line.place)}>{line.at.sequence}</a>
              </th>
              <td class={css.day}>
                {line.open === 0 ? (
                  RECORDS.closed
                ) : (
                  <Badge tone="look">{fillSlots(RECORDS.isOpen, { count: line.open })}</Badge>
                )}
              </td>
              {type.day === undefined ? <td class={css.day}>{line.factOn}</td> : null}
              {type.boxes.map(({ name, type: of }) => (
                <td key={name} class={of === 'date' ? css.day : of === 'long' ? css.long : ''}>
                  {line.boxes[name]}
                </td>
              ))}
              <td class={css.day}>{line.registeredOn}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
