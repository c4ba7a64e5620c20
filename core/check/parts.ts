import { sha256Now } from '../base/hash.ts';
import { fillSlots, squeeze, withoutEnding } from '../base/text.ts';
import { labelOfRole } from '../document/glossary.ts';
import { type DocumentModel, type Field, fieldOf } from '../document/model.ts';
import { DATE_ROLES, isPeopleRole, type Role } from '../document/vocabulary.ts';
import { CLAUSES, standingOf } from '../rules/basis.ts';
import type { Finding } from './run.ts';

/*
 * A page of the OA and the file that is attached to it are one document in parts: what they say differently is a finding with
 * both places. No rule can say it, since a rule sees one part.
 */

/** What one part is compared by. Plain data, so that it travels between processes. */
export type PartFacts = Pick<DocumentModel, 'key' | 'kind' | 'title'> & { name: string; fields: Field[] };

/** Roles that both parts may state. What the workflow fills on the page alone is not among them. */
const COMPARED = [
  'docNumber',
  'issuer',
  'drafter',
  'reviewer',
  'approver',
  ...DATE_ROLES.filter((role) => !['receivedOn', 'dueOn', 'completedOn'].includes(role)),
  'version',
] as const satisfies readonly Role[];

const RULE = 'parts-agree';
const WORDS = {
  title: '页面和附件说的一致',
  differs: '{label}不一致：页面上是“{page}”，附件“{name}”里是“{file}”，请核对。',
  heading: '标题',
} as const;

/** The facts of one part. @param name how people call it: the file's name, or the page's title */
export function factsOf(model: Pick<DocumentModel, 'key' | 'kind' | 'title' | 'fields'>, name: string): PartFacts {
  const { key, kind, title, fields } = model;
  const wanted = new Set<Role>([...COMPARED, 'title']);
  return {
    key,
    kind,
    title,
    name,
    fields: fields.filter(({ role, state }) => wanted.has(role) && state === 'present'),
  };
}

const WITHOUT = /[《》“”"'‘’\s]|[（(](?:送审稿|征求意见稿|报批稿|审议稿|草案|代拟稿|电子版|扫描件|盖章版?|正文)[)）]/gu;
const plain = (text: string): string => squeeze(text).replace(WITHOUT, '');
/** A title without the issuer before 关于: boxes of a page leave it out. */
const titleOf = ({ title }: PartFacts): string => plain(title).replace(/^\p{Script=Han}{2,30}?(?=关于)/u, '');

const numberOf = (part: PartFacts): string => {
  const { value } = fieldOf(part, 'docNumber');
  return typeof value === 'string' ? plain(value) : '';
};

/** Names of files that are a document's own text. */
const OWN_TEXT = /^(?:正文|文件正文|公文正文|红头|送审稿|定稿|套红|签发稿|印发稿)/u;

/**
 * Whether a file is the text of the document on the page, and no annex of it: it has its number or its title, or is called 正文.
 * Silent unless sure: a file of another kind never is.
 */
export function isSameDocument(page: PartFacts, file: PartFacts): boolean {
  if (page.kind !== 'unknown' && file.kind !== 'unknown' && page.kind !== file.kind) return false;
  const [title, own] = [titleOf(page), titleOf(file)];
  if (title !== '' && title === own) return true;
  if (numberOf(page) !== '' && numberOf(page) === numberOf(file)) return true;
  const name = withoutEnding(file.name);
  // An annex of its own is called by its own name.
  return own !== '' && (OWN_TEXT.test(name) || (title !== '' && titleOf({ ...file, title: name }) === title));
}

/** What page and file say differently, where the file is the page's own text; [] where nothing differs or it is another document. */
export function partsFindings(page: PartFacts, file: PartFacts): Finding[] {
  if (!isSameDocument(page, file)) return [];
  const titles = [titleOf(page), titleOf(file)];
  const differing: [label: string, role: Role, page: Field, file: Field, shown: [string, string]][] = [];
  if (titles[0] !== '' && titles[1] !== '' && titles[0] !== titles[1])
    differing.push([WORDS.heading, 'title', fieldOf(page, 'title'), fieldOf(file, 'title'), [page.title, file.title]]);
  for (const role of COMPARED) {
    const [left, right] = [fieldOf(page, role), fieldOf(file, role)];
    const [said, other] = [saidIn(left), saidIn(right)];
    if (said === undefined || other === undefined || agree(role, said, other)) continue;
    differing.push([labelOfRole(role), role, left, right, [said.join('、'), other.join('、')]]);
  }
  const { basis } = standingOf([CLAUSES['regulation-20']]);
  return differing.map(([label, role, left, right, [said, other]]) => ({
    id: sha256Now(JSON.stringify([page.key, RULE, role, file.name])).slice(0, 24),
    rule: RULE,
    title: WORDS.title,
    reason: 'differs',
    outcome: 'failed',
    severity: 'warning',
    message: fillSlots(WORDS.differs, { label, page: said, name: file.name, file: other }),
    fields: [role],
    sources: [...left.sources, ...right.sources],
    basis: [...basis],
    indicators: ['C10'],
    actor: 'author',
  }));
}

/** What a box says, as texts to compare; undefined where it says nothing for sure. */
function saidIn({ state, value, confidence, unverified }: Field): string[] | undefined {
  if (state !== 'present' || value === undefined || confidence === 'guessed' || unverified) return undefined;
  const values = Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
  return values.length === 0 ? undefined : values;
}

function agree(role: Role, said: readonly string[], other: readonly string[]): boolean {
  // Of several people one part may name only some.
  if (isPeopleRole(role)) return said.some((name) => other.some((one) => plain(one) === plain(name)));
  const day = (text: string): string => /^\d{4}-\d\d-\d\d/.exec(text)?.[0] ?? plain(text);
  return day(said[0] ?? '') === day(other[0] ?? '');
}
