import type { Block } from '../../base/block.ts';
import type { Place } from '../../base/place.ts';
import { ProblemError } from '../../base/problems.ts';
import type { FileSource } from '../../base/source.ts';
import { cleanText } from '../../base/text.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../containers/xml.ts';
import { type Numbering, readNumbering } from './numbering.ts';
import { openPackage, type WordPackage } from './package.ts';
import { headingLevel, readStyles, type Style, type Styles, toggleOf, valOf } from './styles.ts';
import { chosen, type ParagraphText, textReader } from './text.ts';

/** A cell of a Word table. */
export interface WordCell {
  rows: number;
  columns: number;
  text: string;
  /** A picture or ink stands in it. */
  picture: boolean;
  /** A table stands in it, which is read as a table of its own. */
  nested: boolean;
  source: FileSource;
}

export interface WordTable {
  /** Its block among `WordContent.blocks`. */
  block: Block;
  /** Cells row by row; those covered by a span from above are not listed, columns left out before the first are one empty cell. */
  rows: WordCell[][];
}

/** What a Word file holds, located; no meaning given yet. */
export interface WordContent {
  blocks: Block[];
  tables: WordTable[];
  /** docProps/core.xml: title, creator, lastModifiedBy, created, modified, where they are not empty. */
  properties: Partial<Record<(typeof PROPERTIES)[number], string>>;
  /** Pictures in the body, ink too. */
  pictures: number;
  /** Objects of other programs, which were not read. */
  objects: number;
  /** Parts of the text in other formats (altChunk), which were not read. */
  foreign: number;
  /** Tracked changes were there; the text is that after accepting them. */
  tracked: boolean;
  /** Hidden text was there; it is not in the blocks. */
  hidden: boolean;
}

const PROPERTIES = ['title', 'creator', 'lastModifiedBy', 'created', 'modified'] as const;
/** Most columns of a table: Word itself allows 63. */
const WIDEST = 64;

/**
 * Reads the bytes of a .docx.
 * Throws ProblemError: `file-not-docx`, `file-bomb`, `file-external-entity`, `file-broken-xml`, `file-encrypted`.
 */
export function readContent(bytes: Uint8Array, file: { name: string; sha256: string }): WordContent {
  const word = openPackage(bytes, file.name);
  const related = word.related(word.main);
  const partOf = (type: string): XmlElement | undefined => {
    const path = related.find((target) => target.type === type)?.path;
    return path === undefined ? undefined : word.parse(path);
  };
  const styles = readStyles(partOf('styles'));
  const numbering = readNumbering(partOf('numbering'), (style) => styles.byId.get(style)?.numberId);
  const settings = partOf('settings');
  const content: WordContent = {
    blocks: [],
    tables: [],
    properties: readProperties(word),
    pictures: 0,
    objects: 0,
    foreign: 0,
    tracked: false,
    hidden: false,
  };
  const source = (place: Place): FileSource => ({ from: 'file', ...file, place });
  const reader = storyReader(content, styles, numbering, source);

  const sections: XmlElement[] = [];
  const body = reader.story((paragraph) => ({ paragraph }), 'body');
  const take = (element: XmlElement): void => {
    const section = element.name === 'w:sectPr' ? element : childOf(childOf(element, 'w:pPr'), 'w:sectPr');
    if (section) sections.push(section);
    body.take(element);
  };
  const root = word.parse(word.main, { parent: 'w:body', take });
  if (root?.name !== 'w:document') throw new ProblemError('file-not-docx', { name: file.name });
  body.end();

  const pathOf = (id: string | undefined) => related.find((target) => target.id === id)?.path;
  for (const kind of ['header', 'footer'] as const) {
    const paths = new Set(sections.flatMap((section) => shownParts(section, kind, settings)).map(pathOf));
    for (const [index, path] of [...paths].filter((path) => path !== undefined).entries())
      reader.readWhole(word.parse(path), { [kind]: index + 1 }, kind);
  }
  for (const kind of ['footnote', 'endnote'] as const) {
    const wanted = reader.notes.filter((note) => note.kind === kind);
    const all = wanted.length > 0 ? childrenOf(partOf(`${kind}s`), `w:${kind}`) : [];
    for (const [index, { id }] of wanted.entries())
      reader.readWhole(
        all.find((element) => element.attributes['w:id'] === id),
        { [kind]: index + 1 },
        'note',
      );
  }
  return content;
}

function readProperties(word: WordPackage): WordContent['properties'] {
  const path = word.related('').find((target) => target.type === 'core-properties')?.path;
  const root = path === undefined ? undefined : word.parse(path);
  const properties: WordContent['properties'] = {};
  for (const child of root?.children ?? []) {
    if (typeof child === 'string') continue;
    const name = PROPERTIES.find((property) => child.name.endsWith(`:${property}`));
    const text = cleanText(textOf(child));
    if (name && text !== '') properties[name] ??= text;
  }
  return properties;
}

/** Relationship ids of the headers or footers that a section really shows. */
function shownParts(section: XmlElement, kind: 'header' | 'footer', settings: XmlElement | undefined): string[] {
  return childrenOf(section, `w:${kind}Reference`).flatMap(({ attributes }) => {
    const type = attributes['w:type'];
    if (type === 'first' && !toggleOf(section, 'w:titlePg')) return [];
    if (type === 'even' && !toggleOf(settings, 'w:evenAndOddHeaders')) return [];
    return attributes['r:id'] ?? [];
  });
}

interface Story {
  take(element: XmlElement): void;
  /** Says that the story is over: a paragraph that waits to be joined with the next is written. */
  end(): void;
}

interface ListedParagraph {
  text: string;
  marker: string;
  level: number | undefined;
  contents: boolean;
}

/** Turns the stories of a document (body, headers, notes, boxes, cells) into blocks of `content`. */
function storyReader(
  content: WordContent,
  styles: Styles,
  numbering: Numbering,
  source: (place: Place) => FileSource,
): {
  story(placeOf: (paragraph: number) => Place, kind: 'body' | 'header' | 'footer' | 'note'): Story;
  readWhole(root: XmlElement | undefined, place: Place, kind: 'header' | 'footer' | 'note'): void;
  notes: ParagraphText['notes'];
} {
  const notes: ParagraphText['notes'] = [];
  const seenNotes = new Set<string>();
  const runs = textReader(styles);
  let boxes = 0;

  const collect = (shown: ParagraphText): void => {
    content.pictures += shown.pictures;
    content.objects += shown.objects;
    content.tracked ||= shown.tracked;
    content.hidden ||= shown.hidden;
    for (const note of shown.notes) {
      const key = `${note.kind} ${note.id}`;
      if (!seenNotes.has(key)) notes.push(note);
      seenNotes.add(key);
    }
  };

  /** The paragraph with its automatic number; `before` is text that a deleted paragraph mark joins to it. */
  const listed = (element: XmlElement, before: string, shown: ParagraphText): ListedParagraph => {
    const properties = childOf(element, 'w:pPr');
    const styleId = valOf(properties, 'w:pStyle');
    const style = (styleId === undefined ? undefined : styles.byId.get(styleId)) ?? styles.standard;
    const outline = valOf(properties, 'w:outlineLvl');
    return {
      text: before + shown.text,
      marker: markerOf(properties, style, numbering),
      level: outline === undefined ? style?.level : headingLevel(outline),
      contents: /^(?:toc|目录)\s*\d/i.test(style?.name ?? ''),
    };
  };

  const story = (placeOf: (paragraph: number) => Place, kind: 'body' | 'header' | 'footer' | 'note'): Story => {
    let count = 0;
    let joined = '';
    let last: XmlElement | undefined;

    const emit = (paragraph: ListedParagraph, inContents: boolean): void => {
      const text = shownText(paragraph.text);
      if (text === '') return;
      count += 1;
      const marker = paragraph.marker.trim();
      const isList = marker !== '' && kind === 'body';
      content.blocks.push({
        kind: kind !== 'body' ? kind : paragraph.level !== undefined ? 'heading' : isList ? 'list-item' : 'paragraph',
        text: `${paragraph.marker}${text}`,
        ...(kind === 'body' && paragraph.level !== undefined && { level: paragraph.level }),
        ...(marker !== '' && { marker }),
        // A table of contents repeats the headings; it is apparatus and not the text itself.
        region: kind === 'body' && !paragraph.contents && !inContents ? 'body' : 'form',
        source: source(placeOf(count)),
      });
    };

    const takeParagraph = (element: XmlElement, inContents: boolean): void => {
      const shown = runs.paragraph(element);
      collect(shown);
      last = element;
      if (isMarkDeleted(element)) {
        content.tracked = true;
        joined += shown.text;
      } else {
        emit(listed(element, joined, shown), inContents);
        joined = '';
      }
      for (const box of shown.boxes) {
        boxes += 1;
        readAll(box, { box: boxes }, kind);
      }
    };

    const take = (element: XmlElement, inContents = false): void => {
      if (element.name === 'w:p') takeParagraph(element, inContents);
      else if (element.name === 'w:tbl') takeTable(element, kind, (child) => take(child, inContents));
      else if (element.name === 'w:altChunk') content.foreign += 1;
      else for (const [child, contents] of blocksInside(element)) take(child, inContents || contents);
    };

    return {
      take: (element) => take(element),
      end: () => {
        if (joined !== '' && last) emit({ text: joined, marker: '', level: undefined, contents: false }, false);
      },
    };
  };

  const readAll = (root: XmlElement, place: Place, kind: 'body' | 'header' | 'footer' | 'note'): void => {
    const inner = story((paragraph) => (kind === 'body' ? { ...place, paragraph } : place), kind);
    for (const child of elementsOf([root])) inner.take(child);
    inner.end();
  };

  /** A table of one cell is only a frame around its content; any other becomes a block and its cells. */
  const takeTable = (
    element: XmlElement,
    kind: 'body' | 'header' | 'footer' | 'note',
    unwrap: (child: XmlElement) => void,
  ): void => {
    const rows = tableRows(element, content);
    const only = rows.length === 1 && rows[0]?.cells.length === 1 ? rows[0].cells[0] : undefined;
    if (only) {
      for (const child of elementsOf([only])) unwrap(child);
      return;
    }
    const number = content.tables.length + 1;
    const block: Block = {
      kind: 'table',
      text: '',
      rows: [],
      region: kind === 'body' ? 'body' : 'form',
      source: source({ table: number }),
    };
    const table: WordTable = { block, rows: [] };
    content.blocks.push(block);
    content.tables.push(table);
    const nested: XmlElement[] = [];
    /** Cells that a vertical merge may go on from, by column. */
    let above = new Map<number, WordCell>();
    for (const [rowIndex, row] of rows.entries()) {
      const texts: string[] = [];
      const cells: WordCell[] = [];
      const open = new Map<number, WordCell>();
      let column = row.before;
      const located = (text: string, cell: number): WordCell => ({
        rows: 1,
        columns: 1,
        text,
        picture: false,
        nested: false,
        source: source({ table: number, row: rowIndex + 1, cell }),
      });
      if (row.before > 0) cells.push({ ...located('', 1), columns: row.before });
      for (const [cellIndex, cell] of row.cells.entries()) {
        const properties = childOf(cell, 'w:tcPr');
        const columns = spanOf(properties);
        const merge = childOf(properties, 'w:vMerge');
        const continued = merge && merge.attributes['w:val'] !== 'restart' ? above.get(column) : undefined;
        // What stands in a merged-away cell is not shown, but its lists still count.
        const inside = readCell(cell);
        if (continued) {
          continued.rows += 1;
          open.set(column, continued);
        } else {
          const read: WordCell = {
            ...located(inside.text, cellIndex + 1),
            columns,
            picture: inside.pictures > 0,
            nested: inside.tables.length > 0,
          };
          cells.push(read);
          nested.push(...inside.tables);
          texts[column] = read.text;
          if (merge) open.set(column, read);
        }
        column += columns;
        if (column > WIDEST) break;
      }
      table.rows.push(cells);
      block.rows?.push(Array.from({ length: Math.max(column, 0) }, (_, index) => texts[index] ?? ''));
      above = open;
    }
    const width = Math.max(0, ...(block.rows ?? []).map((row) => row.length));
    for (const row of block.rows ?? []) while (row.length < width) row.push('');
    block.text = (block.rows ?? []).map((row) => row.join('\t')).join('\n');
    for (const inner of nested) takeTable(inner, kind, unwrap);
  };

  /** Text of a cell line by line; tables in it are handed back. */
  const readCell = (cell: XmlElement): { text: string; pictures: number; tables: XmlElement[] } => {
    const lines: string[] = [];
    const tables: XmlElement[] = [];
    let pictures = 0;
    let joined = '';
    const take = (element: XmlElement): void => {
      if (element.name === 'w:tbl') tables.push(element);
      else if (element.name === 'w:p') {
        const shown = runs.paragraph(element);
        collect(shown);
        pictures += shown.pictures;
        if (isMarkDeleted(element)) joined += shown.text;
        else {
          const paragraph = listed(element, joined, shown);
          joined = '';
          lines.push(shownText(`${paragraph.marker}${paragraph.text}`));
        }
        for (const child of elementsOf(shown.boxes)) take(child);
      } else for (const [child] of blocksInside(element)) take(child);
    };
    for (const child of elementsOf([cell])) take(child);
    lines.push(shownText(joined));
    return { text: lines.filter((line) => line !== '').join('\n'), pictures, tables };
  };

  return {
    story,
    readWhole: (root, place, kind) => {
      if (root) readAll(root, place, kind);
    },
    notes,
  };
}

/** A content control that shows its grey prompt: nothing was filled in. */
const showsPrompt = (element: XmlElement): boolean =>
  element.name === 'w:sdt' && toggleOf(childOf(element, 'w:sdtPr'), 'w:showingPlcHdr') === true;

const elementsOf = (parents: XmlElement[]): XmlElement[] =>
  parents.flatMap((parent) => parent.children.filter((child) => typeof child !== 'string'));

/** Content of an element that only wraps blocks, rows or cells. */
function wrapped(element: XmlElement): XmlElement[] {
  if (element.name === 'w:sdt') return elementsOf(childrenOf(element, 'w:sdtContent'));
  if (element.name === 'mc:AlternateContent') return elementsOf(chosen(element));
  return ['w:customXml', 'w:ins', 'w:moveTo'].includes(element.name) ? elementsOf([element]) : [];
}

/** Blocks inside an element that only wraps them; the flag says that it is a table of contents. */
function blocksInside(element: XmlElement): [child: XmlElement, contents: boolean][] {
  if (showsPrompt(element)) return [];
  const gallery = valOf(childOf(childOf(element, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery');
  return wrapped(element).map((child) => [child, gallery === 'Table of Contents']);
}

/** Cells of a row, those in content controls too; one that shows its prompt gives empty cells. */
function cellsOf(element: XmlElement, prompt = false): XmlElement[] {
  if (element.name === 'w:tc') {
    const properties = childrenOf(element, 'w:tcPr');
    if (childOf(properties[0], 'w:cellDel')) return [];
    return [prompt ? { ...element, children: properties } : element];
  }
  const inside = element.name === 'w:tr' ? elementsOf([element]) : wrapped(element);
  return inside.flatMap((child) => cellsOf(child, prompt || showsPrompt(element)));
}

/** Rows that are shown, each with its cells and the columns left empty before the first. */
function tableRows(table: XmlElement, content: WordContent): { before: number; cells: XmlElement[] }[] {
  const rows: { before: number; cells: XmlElement[] }[] = [];
  const visit = (element: XmlElement): void => {
    if (element.name !== 'w:tr') {
      for (const child of wrapped(element)) visit(child);
      return;
    }
    const properties = childOf(element, 'w:trPr');
    if (childOf(properties, 'w:del')) content.tracked = true;
    else if (toggleOf(properties, 'w:hidden')) content.hidden = true;
    else
      rows.push({
        before: Math.min(Number(valOf(properties, 'w:gridBefore') ?? 0) || 0, WIDEST),
        cells: cellsOf(element),
      });
  };
  for (const child of elementsOf([table])) visit(child);
  return rows;
}

function spanOf(properties: XmlElement | undefined): number {
  const span = Number(valOf(properties, 'w:gridSpan') ?? 1);
  return Number.isInteger(span) && span >= 1 && span <= WIDEST ? span : 1;
}

/** The mark at the paragraph's end was deleted or moved away: its text runs on into the next paragraph. */
function isMarkDeleted(paragraph: XmlElement): boolean {
  const mark = childOf(childOf(paragraph, 'w:pPr'), 'w:rPr');
  return childOf(mark, 'w:del') !== undefined || childOf(mark, 'w:moveFrom') !== undefined;
}

function markerOf(properties: XmlElement | undefined, style: Style | undefined, numbering: Numbering): string {
  const own = childOf(properties, 'w:numPr');
  const numberId = valOf(own, 'w:numId') ?? style?.numberId;
  if (numberId === undefined || numberId === '0') return '';
  const written = valOf(own, 'w:ilvl');
  const level = written === undefined ? undefined : Number(written);
  return numbering.next(
    numberId,
    level ?? (style && numbering.levelOfStyle(numberId, style.id)) ?? style?.numberLevel ?? 0,
  );
}

/** Text of a paragraph with its tabs and line ends kept and everything else cleaned. */
function shownText(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .split('\t')
        .map(cleanText)
        .join('\t')
        .replace(/^\t+|\t+$/g, ''),
    )
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}
