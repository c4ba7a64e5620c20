import { DATE_ROLES, type DocumentKind, type Role } from '../document/vocabulary.ts';

/** Where a text stands that is to be stored: in what kind of document, and in the box of which role. */
export interface Place {
  kind?: string | undefined;
  role?: string | undefined;
}

/**
 * What everybody may know where a text stands. guide: telephones, addresses and accounts are those of the office; office:
 * its landlines and addresses stay, a person's own number does not; closed: nothing of a person stays.
 */
export type Openness = 'guide' | 'office' | 'closed';

/** Records and cases are about people, and of what kind a document is, is not always known: there less is kept. */
const OPENNESS: Readonly<Partial<Record<DocumentKind, Openness>>> = {
  guide: 'guide',
  official: 'office',
  standard: 'office',
  table: 'office',
};

export const opennessOf = ({ kind }: Place): Openness =>
  (kind !== undefined && Object.hasOwn(OPENNESS, kind) && OPENNESS[kind as DocumentKind]) || 'closed';

/** Numbers of documents, items and cases, and dates: what stands there is no telephone, whatever it looks like. */
const CODES: ReadonlySet<string> = new Set([
  'docNumber',
  'receiptNumber',
  'serviceCode',
  'basicCode',
  'version',
  ...DATE_ROLES,
] satisfies Role[]);

export const isCodePlace = ({ role }: Place): boolean => role !== undefined && CODES.has(role);
