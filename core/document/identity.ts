import { sha256Now } from '../base/hash.ts';
import { squeeze } from '../base/text.ts';

/** What tells one document from another. */
export interface IdentityParts {
  uri: string;
  from: 'page' | 'file';
  kind: string;
  title: string;
  docNumber: string;
  receiptNumber: string;
}

/** Names of the parameter that carries the document's own id, in the families that are known; compared in lower case. */
const ID_NAMES: readonly string[] = [
  'requestid',
  'fdid',
  'run_id',
  'affairid',
  'summaryid',
  'workid',
  'processinstanceid',
  'instanceid',
  'docid',
  'mid',
  'formdataid',
  'billid',
  'caseid',
  'documentid',
  'id',
];

/** Words of a path whose next part is an id: /red/documents/12, /detail/8. */
const ID_FOLDERS =
  /\/(?:documents?|detail|view|show|cases?|requests?|process|guides?|training|standards?|records?)\/([\w-]*\d[\w-]*)(?=\/|$)/iu;

/** The document's own id out of an address (query or hash route), with its name; undefined when there is none. */
export function requestIdOf(uri: string): string | undefined {
  const [address = '', hash = ''] = splitOnce(uri, '#');
  for (const place of [address, hash]) {
    const [path = '', query = ''] = splitOnce(place, '?');
    const parameters = new URLSearchParams(query);
    const named = new Map(Array.from(parameters, ([name, value]) => [name.toLowerCase(), value]));
    const found = ID_NAMES.find((name) => /\w*\d\w*|^[\w-]{16,}$/u.test(named.get(name) ?? ''));
    if (found) return `${found}=${named.get(found)}`;
    const folder = ID_FOLDERS.exec(path);
    if (folder) return folder[0];
  }
  return undefined;
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** Host and path of an address, without what changes on every visit; the text itself when it is no address. */
function placeOf(uri: string): string {
  return URL.canParse(uri) ? `${new URL(uri).host}${new URL(uri).pathname}` : uri;
}

/**
 * Key of a document, 64 hex digits, the same after edits of its text: the OA's own id where the address has one, else
 * its number, else kind and title, else the place where it was found.
 */
export function documentKey(parts: IdentityParts): string {
  const request = parts.from === 'page' ? requestIdOf(parts.uri) : undefined;
  const number = squeeze(parts.docNumber)
    .replace(/[[［（(【﹝〈]/gu, '〔')
    .replace(/[\]］）)】﹞〉]/gu, '〕');
  const host = URL.canParse(parts.uri) ? new URL(parts.uri).host : '';
  if (request !== undefined) return sha256Now(`request ${host} ${request}`);
  if (number !== '') return sha256Now(`number ${number}`);
  if (parts.receiptNumber !== '') return sha256Now(`receipt ${squeeze(parts.receiptNumber)}`);
  if (parts.title !== '') return sha256Now(`title ${parts.kind} ${squeeze(parts.title)}`);
  return sha256Now(`place ${placeOf(parts.uri)}`);
}
