import type { Block } from '../../base/block.ts';
import { isWithin, placeKey } from '../../base/place.ts';
import type { FileSource, PageSource, Source } from '../../base/source.ts';
import type { Finding } from '../../check/run.ts';
import { groupOf } from '../../check/summary.ts';
import type { DocumentModel } from '../../document/model.ts';
import type { Quote } from '../../exports/check/report.ts';
import { placeWords } from '../../files/words.ts';

/** Places of a finding that are shown with what stands there. */
const MOST = 3;

type Read = Pick<DocumentModel, 'fields' | 'pairs' | 'blocks'>;

/** What stands where the findings that people see point to, by the id of the finding. Places that hold nothing are left out. */
export function quotesOf(model: Read, findings: readonly Finding[]): Record<string, Quote[]> {
  const shown = findings.filter((finding) => groupOf(finding) !== undefined && finding.sources.length > 0);
  return Object.fromEntries(
    shown.map((finding) => [
      finding.id,
      finding.sources.slice(0, MOST).flatMap((source) => quoteOf(model, source, finding.fields.length > 0) ?? []),
    ]),
  );
}

/** @param isBox the finding is about boxes: what stands in one comes before the text around it */
function quoteOf(model: Read, source: Source, isBox: boolean): Quote | undefined {
  if (source.from === 'entered') return undefined;
  const place = source.from === 'file' ? placeWords(source.place) : source.label;
  const found = isBox
    ? (boxAt(model, source) ?? blockAt(model, source))
    : (blockAt(model, source) ?? boxAt(model, source));
  const quote = found ?? rowAround(model, source);
  return quote && { place, ...quote };
}

type Found = Pick<Quote, 'label' | 'text'>;

function boxAt({ fields, pairs }: Read, source: PageSource | FileSource): Found | undefined {
  const field = fields
    .flatMap(({ others = [], ...first }) => [first, ...others])
    .find(({ label, sources }) => label !== '' && sources.some((one) => isSame(one, source)));
  if (field) return { label: field.label, text: field.written };
  const pair = pairs.find((one) => isSame(one.source, source));
  return pair && { label: pair.label, text: pair.value };
}

function blockAt({ blocks }: Read, source: PageSource | FileSource): Found | undefined {
  const block = blocks.find((one) => isSame(one.source, source));
  if (block === undefined || block.text.trim() === '') return undefined;
  return { label: '', text: block.rows ? block.rows.map(rowText).join('\n') : pieceOf(block.text, source) };
}

/** The row of a table in which a cell stands. */
function rowAround({ blocks }: Read, source: PageSource | FileSource): Found | undefined {
  if (source.from === 'page') return undefined;
  const table = blocks.find((block) => block.rows && isIn(source, block));
  const text = rowText(table?.rows?.[(source.place.row ?? 0) - 1] ?? []);
  return text === '' ? undefined : { label: '', text };
}

const rowText = (cells: readonly string[]): string =>
  cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' | ');

const isIn = (source: FileSource, { source: outer }: Block): boolean =>
  outer.from === 'file' && isWithin(source.place, outer.place);

/** The range that a source names, where the text has it. */
function pieceOf(text: string, source: PageSource | FileSource): string {
  const [start, end] = (source.from === 'file' && source.range) || [0, text.length];
  return (text.slice(start, end) || text).replace(/\t+/g, ' ');
}

function isSame(left: Source, right: Source): boolean {
  if (left.from === 'file' && right.from === 'file') return placeKey(left.place) === placeKey(right.place);
  return left.from === 'page' && right.from === 'page' && left.frame === right.frame && left.path === right.path;
}
