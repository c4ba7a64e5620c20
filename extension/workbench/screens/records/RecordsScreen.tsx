import { fillSlots } from '../../../../core/base/text.ts';
import { recordTypeOfId, typesOfGroup } from '../../../../core/records/index.ts';
import { RECORD_GROUPS, type RecordType } from '../../../../core/records/record-type.ts';
import { download } from '../../../ui/download.ts';
import { Button, ButtonLink, Calm } from '../../../ui/parts.tsx';
import type { JSX } from '../../../ui/preact.ts';
import { recordWork } from '../../../worker/client.ts';
import type { RecordWork } from '../../../worker/records.ts';
import { hashOf } from '../../route.ts';
import type { ScreenProps } from '../../screen.ts';
import shared from '../../workbench.module.css';
import { hashOfAdd, hashOfRecord } from '../add/place.ts';
import { DueList } from './DueList.tsx';
import { OpenLoops } from './OpenLoops.tsx';
import { RecordTable } from './RecordTable.tsx';
import { useWork } from './use-work.ts';
import { RECORDS } from './words.ts';

type Records = Awaited<ReturnType<RecordWork['records']>>;
const GROUPS = Object.keys(RECORD_GROUPS) as (keyof typeof RECORD_GROUPS)[];

/** The part of the address for what falls due; no type of record is called so. */
const DUE = 'due';

/** The records that the unit keeps: what is not closed among them, and each type as a table with its own columns. */
export function RecordsScreen({ state, title, parameter }: ScreenProps): JSX.Element {
  const records = useWork(state, recordWork.records);
  const type = recordTypeOfId(parameter ?? '');
  return (
    <div>
      <header class={shared.head}>
        <h1>{title}</h1>
        {records === undefined ? null : <span>{fillSlots(RECORDS.count, { count: records.lines.length })}</span>}
        <p class={shared.actions}>
          <ButtonLink href={type === undefined ? hashOfAdd('record') : hashOfRecord({ type: type.id })}>
            {type === undefined ? RECORDS.add : fillSlots(RECORDS.addOne, { type: type.name })}
          </ButtonLink>
          {type === undefined ? null : (
            <Button
              onClick={() =>
                void state.attempt(async () => {
                  const { name, content } = await recordWork.recordTable(type.id, true);
                  download(name, content.type, content);
                })
              }
            >
              {RECORDS.table}
            </Button>
          )}
        </p>
      </header>
      {records === undefined ? (
        <p class={shared.quiet}>{RECORDS.loading}</p>
      ) : records.lines.length === 0 && parameter !== DUE ? (
        <Calm title={RECORDS.none.title}>
          <p>{RECORDS.none.text}</p>
          <p>
            <a href={hashOf('records', DUE)}>{RECORDS.due.see}</a>
          </p>
        </Calm>
      ) : (
        <>
          <Choice records={records} chosen={parameter === DUE ? DUE : (type?.id ?? '')} />
          {parameter === DUE ? (
            <DueList state={state} />
          ) : type === undefined ? (
            <OpenLoops state={state} loops={records.loops} others={records.others} />
          ) : (
            <RecordTable state={state} type={type} lines={records.lines.filter((line) => line.type === type.id)} />
          )}
        </>
      )}
    </div>
  );
}

/** What is shown: what is not closed, what falls due, or the records of one type. */
function Choice({ records, chosen }: { records: Records; chosen: string }): JSX.Element {
  const countOf = ({ id }: RecordType): number => records.lines.filter((line) => line.type === id).length;
  const groups = GROUPS.map((id) => ({
    id,
    kept: typesOfGroup(id).filter((one) => one.id === chosen || countOf(one) > 0),
  })).filter(({ kept }) => kept.length > 0);
  return (
    <p class={shared.controls}>
      <select
        class={shared.input}
        aria-label={RECORDS.what}
        value={chosen}
        onChange={(event) => {
          const { value } = event.currentTarget;
          window.location.hash = value === '' ? hashOf('records') : hashOf('records', value);
        }}
      >
        <option value="">{fillSlots(RECORDS.open, { count: records.loops.length })}</option>
        <option value={DUE}>{RECORDS.due.title}</option>
        {groups.map(({ id, kept }) => (
          <optgroup key={id} label={RECORD_GROUPS[id]}>
            {kept.map((one) => (
              <option key={one.id} value={one.id}>
                {fillSlots(RECORDS.typeOption, { type: one.name, count: countOf(one) })}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </p>
  );
}
