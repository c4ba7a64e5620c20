import type { Block } from '../../base/block.ts';
import { roleOfLabel } from '../../document/glossary.ts';
import { withTextOfPage } from '../../document/own-text.ts';
import type { DocumentParts } from '../../document/parts.ts';
import { pairsOfLines } from '../../document/signoff-text.ts';
import { titleOfText } from '../../document/title.ts';
import type { Role } from '../../document/vocabulary.ts';
import { capture } from '../../page/capture.ts';
import type { LabelledValue } from '../../pairing/pair.ts';
import { partsOfSnapshot } from '../../readers/index.ts';
import { readRegister } from '../../readers/register/register.ts';
import type { FileInput, FileParts } from '../parser.ts';
import { openPage } from './saved-page.ts';

/**
 * The parts of a saved page, read the same way as the page itself in the browser; `uri` is the page's own address.
 * @throws ProblemError as `openPage`
 */
export async function readHtml({ name, bytes, beside, within, mappings }: FileInput): Promise<FileParts> {
  const page = await openPage(name, bytes, beside ?? (() => undefined), within);
  try {
    const snapshot = await capture(page.document);
    const told = snapshot.gaps.some(({ kind, frame }) => kind === 'styles' && frame === '');
    if (page.stylesCut && !told) snapshot.gaps.push({ kind: 'styles', frame: '' });
    const parts = withOwnText(partsOfSnapshot(snapshot, mappings));
    const list = readRegister(snapshot);
    if (list === undefined) return parts;
    return { ...parts, listed: { register: list.register, rest: withOwnText(partsOfSnapshot(list.rest, mappings)) } };
  } finally {
    page.close();
  }
}

/** A sentence of a text, and no opinion. */
const LONG_SENTENCE = 30;

/**
 * A page that publishes a document: forms to fill in that stand in the rules and annexes behind the text have no box of it, and
 * what its own site left empty in the boxes above the text, the text tells. Boxes in which people sign stay.
 */
function withOwnText(parts: DocumentParts): FileParts {
  const { blocks, after, found } = withTextOfPage(parts.blocks);
  if (!found) return { ...parts, blocks };
  const { notDocument: _, ...document } = parts;
  const more = after.findIndex(({ rows, text }) => !rows && text.length >= LONG_SENTENCE && text.includes('。'));
  const behind = new Set(more < 0 ? [] : after.slice(more).map(placeOf));
  const isBehind = ({ source }: LabelledValue): boolean => {
    const place = placeOf({ source });
    return [...behind].some((one) => place === one || place.startsWith(`${one} `));
  };
  // A site that passes on what another body issued names itself above the text.
  const signed = pairsOfLines(blocks, titleOfText(blocks)).some(({ label }) => roleOfLabel(label)?.role === 'issuer');
  const isSites = ({ label, value }: LabelledValue): boolean => {
    const role = roleOfLabel(label)?.role;
    return role !== undefined && ((value === '' && OF_TEXT.has(role)) || (signed && role === 'issuer'));
  };
  return {
    ...document,
    blocks,
    pairs: parts.pairs.filter((pair) => pair.taught || !(isSites(pair) || isBehind(pair))),
  };
}

/** What the text itself tells. */
const OF_TEXT: ReadonlySet<Role> = new Set([
  'docNumber',
  'issuer',
  'writtenOn',
  'title',
  'publishedOn',
] satisfies Role[]);

const placeOf = ({ source }: Pick<Block, 'source'>): string =>
  source.from === 'page' ? `${source.frame} ${source.path}` : '';
