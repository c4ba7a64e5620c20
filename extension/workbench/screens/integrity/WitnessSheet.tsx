import { chinaTime } from '../../../../core/base/dates.ts';
import { fillSlots } from '../../../../core/base/text.ts';
import { keyName } from '../../../../core/ledger/checkpoint.ts';
import type { JSX } from '../../../ui/preact.ts';
import { integrityWork } from '../../../worker/client.ts';
import type { Checkpoint } from '../../../worker/integrity.ts';
import type { WorkbenchState } from '../../state.ts';
import css from './integrity.module.css';
import { INTEGRITY } from './words.ts';

const { page: PAGE } = INTEGRITY;

/** What stands on the sheet. */
export interface SheetFacts {
  unit: string;
  chain: string;
  sequence: number;
  hash: string;
  lastAt: string;
  point?: Checkpoint;
}

/** Reads what the sheet says, as it is now. Rejects with a coded problem. */
export async function sheetFacts({ reader, settings }: WorkbenchState): Promise<SheetFacts> {
  const head = await reader.head();
  const [[last], [point]] = await Promise.all([reader.at([head.sequence]), integrityWork.checkpoints(1)]);
  return {
    unit: settings.value?.unit?.name ?? '',
    ...{ chain: head.chain, sequence: head.sequence, hash: head.hash },
    lastAt: last?.registeredAt ?? '',
    ...(point && { point }),
  };
}

/** Sixteen digits a group: people read them aloud and type them. */
const grouped = (hash: string): string => hash.replace(/(.{8})(?=.)/g, '$1 ');
const timeOf = (instant: string): string => chinaTime(instant).slice(0, 16).replace('T', ' ');

/** One page: what is witnessed, in words and numbers, and where people sign. */
export function WitnessSheet({ facts }: { facts: SheetFacts }): JSX.Element {
  const { unit, chain, sequence, hash, lastAt, point } = facts;
  const { signature, sm3, count = 0 } = point?.payload ?? {};
  const lines: [string, string][] = [
    [PAGE.unit, unit || PAGE.noUnit],
    [PAGE.count, fillSlots(PAGE.entries, { count: sequence })],
    [PAGE.head, grouped(hash)],
    [PAGE.last, lastAt === '' ? '' : timeOf(lastAt)],
    [PAGE.chain, chain],
    ...(signature === undefined ? [] : ([[PAGE.key, keyName(signature)]] as [string, string][])),
    ...(sm3 === undefined ? [] : ([[fillSlots(PAGE.sm3, { count }), grouped(sm3)]] as [string, string][])),
    [PAGE.printed, timeOf(new Date().toISOString())],
  ];
  return (
    <div class={css.sheet}>
      <h1>{PAGE.title}</h1>
      <table>
        <tbody>
          {lines.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{fillSlots(PAGE.says, { sequence })}</p>
      <table>
        <tbody>
          {PAGE.people.map((person) => (
            <tr key={person} class={css.person}>
              <th scope="row">{person}</th>
              <td>{PAGE.signature}</td>
              <td>{PAGE.day}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class={css.stamp}>{PAGE.stamp}</p>
    </div>
  );
}
