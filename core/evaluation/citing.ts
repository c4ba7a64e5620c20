import { chinaDay } from '../base/dates.ts';
import { squeeze } from '../base/text.ts';
import type { LedgerRecord, Place } from '../ledger/entry.ts';
import { type EvidencePayload, readPayload } from '../ledger/kinds/index.ts';
import { findDesignations, readDesignation, undated } from '../standards/designation.ts';
import type { ServiceItem } from '../unit/profile.ts';
import { nameKey, surelyOn } from '../unit/recognise.ts';

/** What is asked of the ledger: standards, and a service among those of its unit. */
export interface CitingAsked {
  /** In normal form. */
  designations: readonly string[];
  service?: ServiceItem;
  services?: readonly ServiceItem[];
}

/** A piece of evidence that names one of these standards, is its text, or is about the service. */
export interface Citing {
  place: Place;
  subject: string;
  /** The fact's own day; '' when it is not known. */
  factOn: string;
  /** ISO day. */
  registeredOn: string;
  /** Of which kind of document it is; '' when it was not read. */
  kind: string;
  /** Which of the standards it names. */
  cites: string[];
  /** Of which it is the text: the number on its cover. */
  is: string[];
  /** It is about the service. */
  about: boolean;
}

/** Cells of tables that stand in an entry: a record with several lines, a register. */
const cellsIn = ({ record, register }: EvidencePayload): string[] => [
  ...(record?.values ?? []).map(({ text }) => text),
  ...(record?.table?.flat() ?? []),
  ...(register?.table.flat() ?? []),
];

/** Whether something that is written means a standard: its edition, or its number without a year. */
const means = (written: string, designation: string): boolean =>
  written === designation || written === undated(designation);

/**
 * The standards that an entry names: those that were written down when it was kept, and those in what stands beside its text.
 * What a check said of it is no word of the document.
 */
function standardsIn({ entry }: LedgerRecord, payload: EvidencePayload): Set<string> {
  const { citations = [], document, fields, attachments, remark, file } = payload;
  const texts = [
    ...[entry.subject, document.title, remark ?? '', file?.name ?? ''],
    ...fields.map(({ written }) => written),
    ...attachments,
    ...cellsIn(payload),
  ];
  return new Set([...citations, ...texts.flatMap((text) => findDesignations(text).map((found) => found.text))]);
}

/** The number on the cover of a standard's text; undefined for what is none. */
function ownNumber({ document, fields }: EvidencePayload): string | undefined {
  const number = fields.find(({ role }) => role === 'docNumber')?.written ?? '';
  return document.kind === 'standard' ? readDesignation(number)?.text : undefined;
}

/** The standards that an entry names, as it names them, but for what it is the text of itself. */
export function namedIn(record: LedgerRecord, payload: EvidencePayload): string[] {
  const own = ownNumber(payload);
  return [...standardsIn(record, payload)].filter((one) => own === undefined || undated(one) !== undated(own));
}

/** Whether an entry is about a service: it was recognised when it was kept, it is recognised now, or a row of it is of one. */
function isAbout({ services: kept = [], document, fields, ...rest }: EvidencePayload, asked: CitingAsked): boolean {
  const { service, services = [] } = asked;
  if (service === undefined) return false;
  if (kept.includes(service.name)) return true;
  if (surelyOn({ title: document.title, fields }, services).some(({ name }) => name === service.name)) return true;
  const names = new Set([service.name, ...(service.aliases ?? [])].map(nameKey));
  return cellsIn({ document, fields, ...rest }).some((cell) => names.has(nameKey(cell)));
}

/** How an entry answers what is asked; undefined for one that does not, for a sample, and for what is no evidence. Pure. */
export function citingIn(record: LedgerRecord, asked: CitingAsked): Citing | undefined {
  const read = readPayload(record.entry, record.payload);
  if (read?.kind !== 'evidence' || read.payload.sample) return undefined;
  const { payload } = read;
  const named = [...standardsIn(record, payload)];
  const own = ownNumber(payload);
  const is = asked.designations.filter((designation) => own === designation);
  const cites = asked.designations.filter(
    (designation) => !is.includes(designation) && named.some((one) => means(one, designation)),
  );
  const about = isAbout(payload, asked);
  if (is.length + cites.length === 0 && !about) return undefined;
  const { chain, sequence, subject, factOn, registeredAt } = record.entry;
  return {
    place: { chain: record.branch ?? chain, sequence },
    ...{ subject, factOn, registeredOn: chinaDay(registeredAt), kind: payload.document.kind, cites, is, about },
  };
}

/** Words that stand in every entry that `citingIn` may find, one filter each: by these an index narrows the ledger. */
export function citingFilters({ designations, service }: CitingAsked): { standard?: string; words?: string }[] {
  const { name = '', aliases = [], code = '' } = service ?? {};
  // A name is one word, whatever spaces stand in it.
  const words = [name, ...aliases, code].map(squeeze).filter((text) => text.length > 1);
  return [
    ...[...new Set(designations.map(undated))].map((standard) => ({ standard })),
    ...[...new Set(words)].map((one) => ({ words: one })),
  ];
}
