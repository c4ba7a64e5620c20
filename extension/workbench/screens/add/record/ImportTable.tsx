import { fillSlots, shorten } from '../../../../../core/base/text.ts';
import type { LedgerEntry } from '../../../../../core/ledger/entry.ts';
import { aboutRecord } from '../../../../../core/records/kept-record.ts';
import type { RecordType } from '../../../../../core/records/record-type.ts';
import { ask } from '../../../../messages/ask.ts';
import { download } from '../../../../ui/download.ts';
import { FilePicker } from '../../../../ui/FilePicker.tsx';
import { Button, LinkButton, ToneWord } from '../../../../ui/parts.tsx';
import { type JSX, useState } from '../../../../ui/preact.ts';
import { recordWork } from '../../../../worker/client.ts';
import type { ImportRow, RecordWork } from '../../../../worker/records.ts';
import { TableHead } from '../../../TableHead.tsx';
import shared from '../../../workbench.module.css';
import type { FormProps } from '../parts.tsx';
import css from './record.module.css';
import { RECORD } from './words.ts';

type Table = Awaited<ReturnType<RecordWork['readRecordTable']>> & { name: string };
const words = RECORD.table;

/** Many records at once: a table to fill in, and what is in the one that was filled in, before any of it is kept. */
export function ImportTable({ form, type }: { form: FormProps; type: RecordType }): JSX.Element {
  const { state } = form;
  const [table, setTable] = useState<Table | undefined>(undefined);
  const [note, setNote] = useState('');
  const [done, setDone] = useState<number | undefined>(undefined);
  const template = (): Promise<boolean> =>
    state.attempt(async () => {
      const { name, content } = await recordWork.recordTable(type.id, false);
      download(name, content.type, content);
    });
  const take = async (file: File): Promise<void> => {
    setTable(undefined);
    setNote(fillSlots(words.reading, { name: file.name }));
    await state.attempt(async () => {
      setTable({ ...(await recordWork.readRecordTable(file, file.name, type.id)), name: file.name });
    });
    setNote('');
  };
  const ready = table?.rows.filter(({ faults }) => faults.length === 0) ?? [];
  const keep = async (): Promise<void> => {
    const made: LedgerEntry[] = [];
    const whole = await state.attempt(async () => {
      for (const row of ready) {
        setDone(made.length + 1);
        made.push(await keepRow(row, type));
      }
    });
    setDone(undefined);
    setTable(undefined);
    const [first, last] = [made[0], made.at(-1)];
    if (first === undefined || last === undefined) return;
    const slots = { count: made.length, first: first.sequence, last: last.sequence, done: made.length };
    const sentence = whole ? fillSlots(words.kept, slots) : fillSlots(words.stoppedAt, slots);
    setNote(sentence);
    state.say(sentence);
  };
  return (
    <details class={css.table}>
      <summary>{words.title}</summary>
      <p class={shared.quiet}>
        {words.lead} <LinkButton onClick={() => void template()}>{words.template}</LinkButton>
      </p>
      <FilePicker
        label={words.title}
        drop={words.drop}
        choose={table === undefined ? words.choose : words.other}
        second
        accept=".xlsx"
        note={note}
        take={(file) => void take(file)}
        several={() => setNote(words.one)}
      >
        {table === undefined ? null : <Preview table={table} type={type} />}
        {ready.length === 0 ? null : (
          <p>
            <Button primary disabled={done !== undefined} onClick={() => void keep()}>
              {done === undefined
                ? fillSlots(words.keep, { count: ready.length })
                : fillSlots(words.keeping, { done, count: ready.length })}
            </Button>
          </p>
        )}
      </FilePicker>
    </details>
  );
}

/** One entry for one row. */
const keepRow = ({ values, link, factOn, remark }: ImportRow, type: RecordType): Promise<LedgerEntry> =>
  ask('addRecord', {
    record: { type: type.id, values, links: link === undefined ? [] : [{ to: link, how: 'follows' }] },
    factOn,
    indicators: type.indicators.filter((one) => one.startsWith('C')),
    remark,
  });

/** Rows that are drawn; the rest are counted. */
const DRAWN = 200;

function Preview({ table, type }: { table: Table; type: RecordType }): JSX.Element {
  const { rows, marked, unknown, name } = table;
  const faulty = rows.filter(({ faults }) => faults.length > 0).length;
  return (
    <div role="status">
      <p>{rows.length === 0 ? words.empty : fillSlots(words.found, { name, count: rows.length })}</p>
      {faulty === 0 ? null : <p>{fillSlots(words.faulty, { count: faulty })}</p>}
      {marked.length === 0 ? null : <p class={shared.quiet}>{fillSlots(words.marked, { count: marked.length })}</p>}
      {unknown.length === 0 ? null : (
        <p class={shared.quiet}>{fillSlots(words.unknown, { names: unknown.slice(0, 10).join('、') })}</p>
      )}
      {rows.length === 0 ? null : (
        <div class={`${shared.scroll} ${css.preview}`}>
          <table class={shared.table}>
            <TableHead of={['row', 'what', 'state']} words={words.columns} />
            <tbody>
              {rows.slice(0, DRAWN).map((row) => (
                <tr key={row.row}>
                  <th scope="row">{row.row}</th>
                  <td>{shorten(aboutRecord(type, row) || row.values.map(({ text }) => text).join(' '), 60)}</td>
                  <td>
                    <RowState row={row} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function RowState({ row: { faults, gaps } }: { row: ImportRow }): JSX.Element {
  if (faults.length === 0 && gaps.length === 0) return <>{words.ready}</>;
  return (
    <>
      {faults.map((sentence) => (
        <div key={sentence}>
          <ToneWord tone="must">{sentence}</ToneWord>
        </div>
      ))}
      {gaps.map((sentence) => (
        <div key={sentence}>
          <ToneWord tone="look">{sentence}</ToneWord>
        </div>
      ))}
    </>
  );
}
