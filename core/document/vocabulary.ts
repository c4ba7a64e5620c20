/** The words that every room of the trade shares: roles of boxes, kinds and stages of documents. Imports nothing. */

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

const PEOPLE = new Set<string>(PEOPLE_ROLES);
const DATES = new Set<string>(DATE_ROLES);
export const isPeopleRole = (role: Role): role is PeopleRole => PEOPLE.has(role);
export const isDateRole = (role: Role): role is DateRole => DATES.has(role);

/**
 * present: a value was read; blank: the box exists and is empty (or holds a placeholder, kept in `written`);
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

export const DOCUMENT_KINDS = ['official', 'standard', 'guide', 'record', 'case', 'table', 'unknown'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
export type Direction = 'up' | 'down' | 'level' | 'unknown';
export const STAGES = ['drafting', 'review', 'countersign', 'approval', 'issued', 'archived', 'unknown'] as const;
export type Stage = (typeof STAGES)[number];
