import { itemsOf, PILOT_SCORECARD } from '../../../../core/evaluation/scorecard.ts';
import { recordTypeOfId } from '../../../../core/records/index.ts';
import { hashOf } from '../../route.ts';

/** What can be added that stands on no page. */
export const ADDED = ['record', 'paper', 'file', 'link', 'note'] as const;
export type Added = (typeof ADDED)[number];

/** A record that is asked for: its type, and the entry behind which it stands, or whose newer version it is. */
export interface RecordPlace {
  type: string;
  behind?: { sequence: number; how: 'follows' | 'replaces' };
}

/** The part of an address that asks for a record: `record.training-evaluation.12`. */
const RECORD = /^record\.([a-z-]{1,60})(?:\.(\d{1,9})(\.new)?)?$/;

/** The part of an address that asks to renew an entry: `renew.12`. */
const RENEW = /^renew\.(\d{1,9})$/;

/**
 * What an address asks for: a kind, a record, an entry to renew, or the item of the scorecard that lacks evidence; {} for none of
 * them.
 */
export function readAddPlace(parameter: string | undefined): {
  kind?: Added;
  indicator?: string;
  record?: RecordPlace;
  renew?: number;
} {
  const [, renewed] = RENEW.exec(parameter ?? '') ?? [];
  if (renewed !== undefined) return { kind: 'paper', renew: Number(renewed) };
  const [, id = '', sequence, isNew] = RECORD.exec(parameter ?? '') ?? [];
  if (recordTypeOfId(id) !== undefined) {
    const behind = {
      sequence: Number(sequence),
      how: isNew === undefined ? ('follows' as const) : ('replaces' as const),
    };
    return { kind: 'record', record: { type: id, ...(sequence === undefined ? {} : { behind }) } };
  }
  const kind = ADDED.find((one) => one === parameter);
  if (kind !== undefined) return { kind };
  const item = itemsOf(PILOT_SCORECARD).find(({ id }) => id === parameter);
  return item === undefined ? {} : { indicator: item.id };
}

export const hashOfAdd = (place?: string): string => hashOf('add', place);

/** The form for what takes the place of an entry of this computer's chain whose time runs out. */
export const hashOfRenewal = (sequence: number): string => hashOfAdd(`renew.${sequence}`);

/** The form of a record; behind another, or as its newer version. */
export const hashOfRecord = ({ type, behind }: RecordPlace): string =>
  hashOfAdd(
    `record.${type}${behind === undefined ? '' : `.${behind.sequence}${behind.how === 'replaces' ? '.new' : ''}`}`,
  );
