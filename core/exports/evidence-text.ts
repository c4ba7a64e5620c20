import { labelOfRole } from '../document/glossary.ts';
import { DOCUMENT_KINDS, type FieldState, ROLES, STAGES } from '../document/vocabulary.ts';
import { FIELD_STATE_WORDS, KIND_WORDS, stageWord } from '../document/words.ts';
import type { EvidencePayload } from '../ledger/kinds/index.ts';
import { EVIDENCE_WORDS } from './evidence-words.ts';

/*
 * A payload may have been written by another version: whatever this one has no word for is shown as it stands.
 */

type EvidenceField = EvidencePayload['fields'][number];

export function roleLabel(role: string): string {
  const known = ROLES.find((one) => one === role);
  return known === undefined ? role : labelOfRole(known);
}

/** The word for a state in which no value was read. */
export function fieldWord(state: string): string {
  return FIELD_STATE_WORDS[state as FieldState] ?? state;
}

/** The value of a field that was present, for people. */
export function fieldText({ value, written }: EvidenceField): string {
  if (Array.isArray(value)) return value.length > 0 ? value.join('、') : EVIDENCE_WORDS.picture;
  return typeof value === 'string' ? value.replace(/^(\d{4}-\d\d-\d\d)T/, '$1 ') : written;
}

/** What the document was and where it stood, as name and value; values that are not known are ''. */
export function documentFacts(document: EvidencePayload['document']): [name: string, value: string][] {
  const kind = DOCUMENT_KINDS.find((one) => one === document.kind);
  const stage = STAGES.find((one) => one === document.stage);
  const { document: names } = EVIDENCE_WORDS;
  return [
    [
      names.kind,
      [kind === undefined ? document.kind : KIND_WORDS[kind], document.kindWord].filter(Boolean).join(' · '),
    ],
    [names.stage, stage === undefined ? document.stage : stageWord(document.kind, stage)],
    [names.reader, document.reader],
    [/^https?:/i.test(document.uri) ? names.page : names.file, document.uri],
  ];
}
