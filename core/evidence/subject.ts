import { labelKey, shorten, squeeze } from '../base/text.ts';
import { type DocumentModel, fieldOf } from '../document/model.ts';
import type { DocumentKind, Role } from '../document/vocabulary.ts';
import { KIND_WORDS } from '../document/words.ts';
import { recordTypeOf } from '../records/index.ts';
import type { RecordBox } from '../records/record-type.ts';

/** The text of a role that is present; '' where there is none. */
function textOf(document: DocumentModel, role: Role): string {
  const { state, value } = fieldOf(document, role);
  return state === 'present' && typeof value === 'string' ? value : '';
}

/** What a document is called in its payload. A case is called by its item: its title may tell who applied. */
export function titleOf(document: DocumentModel): string {
  return (document.kind === 'case' && textOf(document, 'serviceName')) || document.title;
}

const titleAndNumber = (document: DocumentModel): string[] => [titleOf(document), textOf(document, 'docNumber')];

/** The title where it names the service, else the service and what this page of it is. */
function guideParts(document: DocumentModel): string[] {
  const service = textOf(document, 'serviceName');
  return service === '' || squeeze(document.title).includes(squeeze(service))
    ? titleAndNumber(document)
    : [service, KIND_WORDS.guide];
}

/** Characters of a box's text that stand in a subject: it names the record, it does not repeat it. */
const BOX_LENGTH = 60;

/** What stands in a box of a record; '' where nothing does. */
function boxText({ pairs, ...document }: DocumentModel, { name, words = '', role }: RecordBox): string {
  const labels = new Set([name, ...words.split(' ')]);
  const pair = pairs.find(({ label, state, hidden }) => state === 'filled' && !hidden && labels.has(labelKey(label)));
  return (role === undefined ? '' : textOf({ pairs, ...document }, role)) || (pair?.value ?? '');
}

/** The title, by which the type is known, and what the record is about. */
function recordParts(document: DocumentModel): string[] {
  const { boxes = [], about = [] } = recordTypeOf(document.title) ?? {};
  const told = about
    .flatMap((name) => boxes.filter((box) => box.name === name))
    .map((box) => boxText(document, box))
    .find((text) => text !== '' && !document.title.includes(text));
  return [document.title, shorten(told ?? textOf(document, 'docNumber'), BOX_LENGTH)];
}

/** What an entry says that it is about, by kind of document: parts in their order, '' for what is not known. */
const ABOUT: Readonly<Record<DocumentKind, (document: DocumentModel) => string[]>> = {
  official: titleAndNumber,
  standard: titleAndNumber,
  table: titleAndNumber,
  unknown: titleAndNumber,
  guide: guideParts,
  // The number that the window gave, and no name: who applied stands nowhere in it.
  case: (document) => [titleOf(document), textOf(document, 'receiptNumber') || textOf(document, 'docNumber')],
  record: recordParts,
};

/** What an entry about a document is called, one part after another, not masked yet; '' where nothing of it is known. */
export const aboutDocument = (document: DocumentModel): string =>
  [...new Set(ABOUT[document.kind](document))].filter(Boolean).join(' ');
