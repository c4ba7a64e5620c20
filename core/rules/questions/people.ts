import { isPersonName } from '../../base/names.ts';
import { squeeze } from '../../base/text.ts';
import type { DocumentModel, Field } from '../../document/model.ts';
import type { DateRole, DocumentKind, PeopleRole, Role, Stage } from '../../document/vocabulary.ts';
import { readDesignation } from '../../standards/designation.ts';
import type { RuleContext } from '../rule.ts';
import { hasOwnText } from './clauses.ts';
import { doneSteps, isIncoming } from './flow.ts';
import { oncePerDocument } from './once.ts';
import { bodyOf } from './text.ts';

/** The people whose names stand on a document. */

/** The names in a box of people; [] when it holds none. */
export function namesOf(field: Field): string[] {
  const values = Array.isArray(field.value) ? field.value : field.value === undefined ? [] : [field.value];
  return values.filter((value): value is string => typeof value === 'string' && isPersonName(value));
}

/** One of the three who sign a document off. */
export interface Signer {
  role: Extract<PeopleRole, 'drafter' | 'reviewer' | 'approver'>;
  dateRole: DateRole;
  /** What they are called in a standard, and elsewhere. */
  names: { standard: string; other: string };
  /** The stage at which they sign: before it their box is empty by right. */
  signsAt: Stage;
}

export const DRAFTER: Signer = {
  role: 'drafter',
  dateRole: 'draftedOn',
  names: { standard: '编制人', other: '拟稿人' },
  signsAt: 'drafting',
};
export const REVIEWER: Signer = {
  role: 'reviewer',
  dateRole: 'reviewedOn',
  names: { standard: '审核人', other: '审核人' },
  signsAt: 'review',
};
export const APPROVER: Signer = {
  role: 'approver',
  dateRole: 'approvedOn',
  names: { standard: '批准人', other: '签发人' },
  signsAt: 'approval',
};
export const SIGNERS: readonly Signer[] = [DRAFTER, REVIEWER, APPROVER];

/** Kinds that are signed off by these three. Records and cases have rules of their own. */
export const SIGNED_KINDS: readonly DocumentKind[] = ['official', 'standard', 'table', 'unknown'];

export const SIGNER_ROLES: readonly Role[] = SIGNERS.map((signer) => signer.role);

/** The word for a signer in this document. */
export function signerName(signer: Signer, document: DocumentModel): string {
  return document.kind === 'standard' ? signer.names.standard : signer.names.other;
}

/** Standards that other bodies publish carry no sign-off block. */
function isOwnNumber(number: string): boolean {
  const read = readDesignation(number);
  return read === undefined || read.family === 'unit';
}

/** Businesses and associations publish standards without a sign-off block: what the handout asks of service centres is not theirs. */
const OTHER_PUBLISHER = /(?:公司|集团|厂|协会|学会|联合会|研究院|研究所|医院|学院|大学)(?:发布)?$/u;
/** Lines of a cover and a preface, in which the publisher stands. */
const FRONT = 30;

const isOfOtherPublisher = oncePerDocument((document): boolean =>
  bodyOf(document)
    .slice(0, FRONT)
    .some(({ text }) => text.length <= 60 && OTHER_PUBLISHER.test(squeeze(text))),
);

/**
 * True when this document has to have the box, so that its absence is a fault: the reader knows the form, or it is the
 * text of a unit's own standard, which carries 编制、审核、批准. To be asked of a
 * box that `isUnseen` has let pass: in a part that was not read it may well stand.
 */
export function isDemanded({ document, field }: RuleContext, box: Field): boolean {
  if (box.expected) return true;
  const number = field('docNumber').value;
  const isOwn = document.kind === 'standard' && hasOwnText(document) && !isOfOtherPublisher(document);
  return isOwn && typeof number === 'string' && isOwnNumber(number);
}

/** The signer's names: from the box, else from the workflow steps in which they acted. */
export function signerNames({ document, field }: RuleContext, signer: Signer): string[] {
  const names = namesOf(field(signer.role));
  return names.length > 0 ? names : doneSteps(document, signer.role).flatMap((step) => step.actors);
}

/** The signer's own people are not ours to demand on a document that came from elsewhere. */
export function isOurs({ document, field }: RuleContext): boolean {
  return !isIncoming(document, field);
}

/** 张镇长 may be 张建国. */
export function isSamePerson(name: string, actor: string): boolean {
  return name === actor || (/(?:长|主任|书记|主席|经理|科员|同志)$/u.test(name) && name[0] === actor[0]);
}
