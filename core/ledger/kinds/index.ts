import { type Kind, type PayloadOf, readVersion } from '../kind.ts';
import { capture } from './capture.ts';
import { check } from './check.ts';
import { checkpoint } from './checkpoint.ts';
import { correction } from './correction.ts';
import { decision } from './decision.ts';
import { evidence } from './evidence.ts';
import { exported } from './export.ts';
import { imported } from './import.ts';
import { note } from './note.ts';
import { rating } from './rating.ts';
import { redaction } from './redaction.ts';
import { waiver } from './waiver.ts';

/** Every kind of entry, each in the file of its name. A kind may be retired from writing; it stays here and is read for ever. */
export const KINDS = {
  capture,
  check,
  decision,
  waiver,
  evidence,
  note,
  rating,
  correction,
  redaction,
  import: imported,
  export: exported,
  checkpoint,
} as const satisfies Readonly<Record<string, Kind>>;

export type EntryKind = keyof typeof KINDS;
export const ENTRY_KINDS = Object.keys(KINDS) as EntryKind[];

export type DecisionPayload = PayloadOf<typeof decision>;
export type EvidencePayload = PayloadOf<typeof evidence>;
export type WaiverPayload = PayloadOf<typeof waiver>;
export type NotePayload = PayloadOf<typeof note>;
export type RatingPayload = PayloadOf<typeof rating>;
export type CorrectionPayload = PayloadOf<typeof correction>;
export type RedactionPayload = PayloadOf<typeof redaction>;
export type ExportPayload = PayloadOf<typeof exported>;
export type CheckpointPayload = PayloadOf<typeof checkpoint>;
export type ImportPayload = PayloadOf<typeof imported>;

/** A payload as one of today, together with its kind: asking for the kind tells the type. */
export type KnownPayload = {
  [One in EntryKind]: { kind: One; payload: PayloadOf<(typeof KINDS)[One]> };
}[EntryKind];

/** The version in which a kind is written now; 0: it is not written yet. */
export const versionNow = (kind: EntryKind): number => KINDS[kind].versions.length;

/**
 * What an entry carries, whatever the version in which it was written, in today's terms. undefined when it is not there,
 * when it fits no version of its kind, and when a newer version wrote it.
 */
export function readPayload(
  { kind, kindVersion }: { kind: EntryKind; kindVersion: number },
  payload: unknown,
): KnownPayload | undefined {
  const told = payload === undefined ? undefined : readVersion<unknown>(KINDS[kind], kindVersion, payload);
  return told === undefined ? undefined : ({ kind, payload: told } as KnownPayload);
}
