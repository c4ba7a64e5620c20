import type { Block } from '../base/block.ts';
import type { LabelledValue } from '../base/pairs.ts';
import type { Problem } from '../base/problems.ts';
import type { Source } from '../base/source.ts';
import type { Citation } from '../standards/citations.ts';

/** Roles that a person or body plays (design.md section 4). */
export const PEOPLE_ROLES = [
  'drafter',
  'reviewer',
  'approver',
  'countersigner',
  'handler',
  'registrar',
  'proofreader',
] as const;

export const DATE_ROLES = [
  'draftedOn',
  'reviewedOn',
  'approvedOn',
  'writtenOn',
  'publishedOn',
  'effectiveOn',
  'printedOn',
  'receivedOn',
  'dueOn',
  'completedOn',
] as const;

export const TEXT_ROLES = [
  'title',
  'docNumber',
  'receiptNumber',
  'kindWord',
  'issuer',
  'mainRecipients',
  'copyRecipients',
  'secrecy',
  'urgency',
  'attachmentsNote',
  'contact',
  'version',
  'controlState',
  'retention',
  'serviceName',
  'serviceCode',
  'basicCode',
  'serviceType',
  'caseType',
  'statutoryLimit',
  'promisedLimit',
  'fee',
  'phone',
  'complaintPhone',
  'address',
  'openingHours',
  'pageRemark',
] as const;

export const ROLES = [...PEOPLE_ROLES, ...DATE_ROLES, ...TEXT_ROLES] as const;
export type PeopleRole = (typeof PEOPLE_ROLES)[number];
export type DateRole = (typeof DATE_ROLES)[number];
export type Role = (typeof ROLES)[number];

/**
 * present: a value was read; blank: the box exists and is empty (or holds a placeholder, kept in `raw`);
 * absent: no such box was found; unreadable: something is there that gives no text.
 */
export type FieldState = 'present' | 'blank' | 'absent' | 'unreadable';

export type Confidence = 'exact' | 'synonym' | 'guessed' | 'taught';

/** A period such as 15个工作日; `immediate` is 即办 / 当场. */
export interface Limit {
  amount: number;
  unit: 'working-day' | 'day' | 'month' | 'hour' | 'immediate';
}

/** Text and dates are strings; people and recipients arrays of strings; limits are `Limit`. */
export type FieldValue = string | string[] | Limit;

export interface Field {
  role: Role;
  state: FieldState;
  /** Only when present, and empty (`[]`) for a signature that is only a picture. */
  value?: FieldValue;
  /** Label and value as written. */
  raw: string;
  sources: Source[];
  reader: string;
  confidence: Confidence;
  /** Seen, but not proved: a signature picture. */
  unverified?: boolean;
  /** A later step of the workflow fills this box. */
  pending?: boolean;
  /** This form is known to have this box: its absence is a fault and not a doubt. */
  expected?: boolean;
  /** Further boxes that were read for the same role, best first. */
  others?: FieldCandidate[];
}

export type FieldCandidate = Omit<Field, 'role' | 'others' | 'expected' | 'pending'>;

export const DOCUMENT_KINDS = ['official', 'standard', 'guide', 'record', 'case', 'table', 'unknown'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
export type Direction = 'up' | 'down' | 'level' | 'unknown';
export const STAGES = ['drafting', 'review', 'countersign', 'approval', 'issued', 'archived', 'unknown'] as const;
export type Stage = (typeof STAGES)[number];

/** One line of a workflow record. */
export interface TrailStep {
  /** Name of the step as written: 领导签发. */
  step: string;
  /** What this step means for the document, when its name says so. */
  role?: PeopleRole;
  /** Names; [] when only a picture or a login stands there. */
  actors: string[];
  /** 提交, 同意, 退回, … as written. */
  action?: string;
  opinion?: string;
  /** `YYYY-MM-DDTHH:mm:ss` or a day. */
  time?: string;
  /** done: somebody acted; current: it waits here; predicted: the flow only foretells it. */
  state: 'done' | 'current' | 'predicted';
  /** The person at the page cannot see this record. */
  hidden?: boolean;
  /** Signed by a picture: the name, where there is one, stands in another drawing of the record. */
  unverified?: boolean;
  source: Source;
}

export interface Attachment {
  name: string;
  /** Listed: named in 附件说明 or a list; attached: a file is really there. */
  how: 'listed' | 'attached';
  href?: string;
  source: Source;
}

/** A thing that the reader tells about its work: what was tried, what could not be read. */
export interface Note {
  kind: 'reader' | 'unreadable' | 'hidden' | 'incomplete' | 'remark';
  problem?: Problem;
  text: string;
  source?: Source;
}

/** What a page or a file says, in the terms of the trade. The only input of rules. */
export interface DocumentModel {
  /** Address of the page or name of the file. */
  uri: string;
  /** SHA-256 of the file's bytes, or of all that a snapshot says (see readers/fingerprint.ts). */
  sha256: string;
  /** Stable over edits of the same document: hash of what identifies it (see identity.ts). */
  key: string;
  from: 'page' | 'file';
  reader: { id: string; name: string };
  kind: DocumentKind;
  kindReason: string;
  kindWord: string;
  direction: Direction;
  stage: Stage;
  stageReason: string;
  title: string;
  /** Every role that was looked for, each once, in the order of ROLES; roles not found are `absent`. */
  fields: Field[];
  /** Every label with its value as found, those without a role too (申请时间, 培训地点): for rules about the boxes of records. */
  pairs: LabelledValue[];
  trail: TrailStep[];
  blocks: Block[];
  citations: Citation[];
  attachments: Attachment[];
  notes: Note[];
  /** Classified mark (绝密 机密 秘密 内部) that was read; everything stops then. */
  classified?: { mark: string; source: Source };
  /** False for pages that are no document at all: login, portal, search, list. */
  isDocument: boolean;
}

const PEOPLE = new Set<string>(PEOPLE_ROLES);
const DATES = new Set<string>(DATE_ROLES);
export const isPeopleRole = (role: Role): role is PeopleRole => PEOPLE.has(role);
export const isDateRole = (role: Role): role is DateRole => DATES.has(role);

/** The field of a role; a model always has one for each role (absent at least). */
export function fieldOf(model: Pick<DocumentModel, 'fields'>, role: Role): Field {
  return model.fields.find((field) => field.role === role) ?? absentField(role);
}

export function absentField(role: Role): Field {
  return { role, state: 'absent', raw: '', sources: [], reader: '', confidence: 'guessed' };
}
