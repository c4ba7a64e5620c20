import { fillSlots } from '../../../../../core/base/text.ts';
import { itemsOf, PILOT_SCORECARD } from '../../../../../core/evaluation/scorecard.ts';
import { readPayload } from '../../../../../core/ledger/kinds/index.ts';
import { recordTypeOfId, typesBehind } from '../../../../../core/records/index.ts';
import type { RecordType } from '../../../../../core/records/record-type.ts';
import { ask } from '../../../../messages/ask.ts';
import { type JSX, useEffect, useState } from '../../../../ui/preact.ts';
import { recordWork } from '../../../../worker/client.ts';
import type { RecordLine } from '../../../../worker/records.ts';
import shared from '../../../workbench.module.css';
import { useDraft } from '../draft.ts';
import { DayRow, type FormProps, Indicators, KeepForm, TextRow } from '../parts.tsx';
import { hashOfAdd } from '../place.ts';
import { ADD } from '../words.ts';
import { BoxRow } from './BoxInput.tsx';
import { type Filled, filledOf, isBlank, NOTHING, payloadOf } from './filled.ts';
import { ImportTable } from './ImportTable.tsx';
import { Lines } from './Lines.tsx';
import { Links } from './Links.tsx';
import { Missing } from './Missing.tsx';
import css from './record.module.css';
import { TypeChooser } from './TypeChooser.tsx';
import { RECORD } from './words.ts';

/** A record that offices keep: first its type, then its boxes. */
export function RecordForm(form: FormProps): JSX.Element {
  const type = recordTypeOfId(form.record?.type ?? '');
  if (type === undefined) return <TypeChooser />;
  return (
    <>
      <p class={css.chosen}>
        <strong>{type.name}</strong> <a href={hashOfAdd('record')}>{RECORD.choose.other}</a>
      </p>
      {form.record?.behind?.how === 'replaces' ? null : <ImportTable key={type.id} form={form} type={type} />}
      <Boxes key={`${type.id} ${form.record?.behind?.sequence}`} form={form} type={type} />
    </>
  );
}

/** Items of the score table for which a type is evidence. */
const itemsFor = ({ indicators }: RecordType, asked: string | undefined): string[] => {
  const known = itemsOf(PILOT_SCORECARD).map(({ id }) => id);
  return [...new Set([...(asked === undefined ? [] : [asked]), ...indicators.filter((one) => known.includes(one))])];
};

function Boxes({ form, type }: { form: FormProps; type: RecordType }): JSX.Element {
  const { state, record: place } = form;
  const [filled, setFilled, resumed] = useDraft<Filled>(form, 'record', NOTHING);
  const [said, setSaid] = useDraft(form, 'said', {
    ...{ factOn: '', indicators: itemsFor(type, form.indicator), remark: '' },
  });
  const [records, setRecords] = useState<readonly RecordLine[]>([]);
  const change = (part: Partial<Filled>): void => setFilled((now) => ({ ...now, ...part }));
  const behind = place?.behind;
  useEffect(() => {
    let left = false;
    void state.attempt(async () => {
      const { lines } = await recordWork.records();
      if (left) return;
      setRecords(lines);
      if (behind === undefined) return;
      const record = await state.reader.read(behind.sequence);
      const read = record && readPayload(record.entry, record.payload);
      const payload = read?.kind === 'evidence' ? read.payload.record : undefined;
      if (left || record === undefined || payload === undefined) return;
      const { chain, sequence, hash, factOn } = record.entry;
      const { how } = behind;
      // An address may name anything: a record stands only behind those of its kind, and replaces its own.
      const fits =
        how === 'replaces' ? payload.type === type.id : typesBehind(type).some(({ id }) => id === payload.type);
      if (!fits) return;
      setFilled((now) => ({
        ...(how === 'replaces' && !resumed ? filledOf(type, payload) : now),
        links: {
          ...now.links,
          [how === 'replaces' ? 'version' : payload.type]: { to: { chain, sequence, hash }, how },
        },
      }));
      if (how === 'replaces' && type.day === undefined && !resumed) setSaid((now) => ({ ...now, factOn }));
    });
    return () => {
      left = true;
    };
  }, [state, type, behind?.sequence, behind?.how]);
  const payload = payloadOf(type, filled);
  const [single, ...more] = filled.lines;
  const shown = type.boxes.filter(({ each }) => more.length === 0 || each !== true);
  return (
    <KeepForm form={form} keep={() => ask('addRecord', { record: payload, ...said })}>
      {filled.links.version === undefined ? null : (
        <p class={css.version}>{fillSlots(RECORD.links.version, { sequence: filled.links.version.to.sequence })}</p>
      )}
      <p class={shared.quiet}>{RECORD.legend}</p>
      {shown.map((box) => {
        const isLine = box.each === true;
        return (
          <BoxRow
            key={box.name}
            box={box}
            isDay={box.name === type.day}
            value={(isLine ? single : filled.values)?.[box.name] ?? ''}
            change={(value) =>
              isLine
                ? change({ lines: [{ ...single, [box.name]: value }] })
                : change({ values: { ...filled.values, [box.name]: value } })
            }
          />
        );
      })}
      <Lines type={type} lines={filled.lines} change={(lines) => change({ lines })} />
      {type.day === undefined ? (
        <DayRow value={said.factOn} change={(factOn) => setSaid((now) => ({ ...now, factOn }))} />
      ) : null}
      <Links type={type} records={records} links={filled.links} change={(links) => change({ links })} />
      <Indicators chosen={said.indicators} change={(indicators) => setSaid((now) => ({ ...now, indicators }))} />
      <TextRow
        words={ADD.remark}
        value={said.remark}
        change={(remark) => setSaid((now) => ({ ...now, remark }))}
        most={2_000}
        lines={2}
      />
      <Missing state={state} record={payload} blank={isBlank(filled)} />
    </KeepForm>
  );
}
