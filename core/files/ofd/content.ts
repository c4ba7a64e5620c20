import type { Block } from '../../base/block.ts';
import type { Place } from '../../base/place.ts';
import { type ProblemCode, ProblemError } from '../../base/problems.ts';
import type { FileSource } from '../../base/source.ts';
import { cleanText } from '../../base/text.ts';
import { type Budget, budgetFor } from '../budget.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../containers/xml.ts';
import { faultOf } from '../layout/faults.ts';
import { type Layouter, openLayout } from '../layout/layout.ts';
import type { DrawnPage } from '../layout/page.ts';
import type { PagesContent } from '../layout/parts.ts';
import { LIMITS } from '../limits.ts';
import { dayOf } from '../properties.ts';
import { folderOf, type OfdPackage, openPackage } from './package.ts';
import { areaOf, type Drawn, drawnBy, type UnitOf } from './page.ts';

/** What an OFD file holds, located; no meaning given yet. */
export interface OfdContent extends PagesContent {
  /** Documents in the file, and how many of them were read. */
  bodies: number;
  bodiesRead: number;
  /** Something that is not shown stands there. */
  hidden: boolean;
  /** Pages with pictures that were read for their text. */
  pictures: number;
  /** Templates and resources that pages show and that are not there, or damaged. */
  missing: number;
}

/** A4, where nothing tells the size of a page. */
const A4 = { x: 0, y: 0, width: 595.3, height: 841.9 };

/**
 * Reads the bytes of an OFD file: every document in it, page by page.
 * @throws ProblemError `file-not-ofd`, `file-broken-ofd`, `file-encrypted`, `file-bomb`, `file-external-entity`, `file-too-much`
 */
export function readContent(bytes: Uint8Array, file: { name: string; sha256: string }): OfdContent {
  const budget = budgetFor(file.name);
  const ofd = openPackage(bytes, file.name, budget);
  const entry = whole(file.name, () => ofd.parse(ENTRY));
  if (entry?.name !== 'ofd:OFD') throw new ProblemError('file-not-ofd', { name: file.name });
  const bodies = childrenOf(entry, 'ofd:DocBody');
  const source = (place: Place): FileSource => ({ from: 'file', ...file, place });
  const reading: Reading = {
    ofd,
    budget,
    layout: openLayout({ source, budget }),
    pages: 0,
    notes: [],
    unread: [],
    attached: [],
    signatures: 0,
    hidden: false,
    pictures: 0,
    missing: 0,
  };
  const read = bodies.slice(0, LIMITS.ofd.bodies);
  for (const body of read) {
    const root = ofd.find(leafText(body, 'ofd:DocRoot'), '');
    const document = root === undefined ? undefined : whole(file.name, () => ofd.parse(root));
    if (root === undefined || document?.name !== 'ofd:Document')
      throw new ProblemError('file-broken-ofd', { name: file.name });
    readDocument(reading, root, document);
    countSignatures(reading, leafText(body, 'ofd:Signatures'), folderOf(root));
  }
  const layout = reading.layout.end();
  const { unread, attached, signatures, hidden, pictures, missing } = reading;
  return {
    ...layout,
    blocks: [
      ...layout.blocks,
      ...reading.notes.map(({ text, place }): Block => ({ kind: 'note', text, region: 'form', source: source(place) })),
    ],
    info: infoOf(childOf(read[0], 'ofd:DocInfo')),
    unread,
    attached,
    signatures,
    bodies: bodies.length,
    bodiesRead: read.length,
    hidden,
    pictures,
    missing,
  };
}

const ENTRY = 'OFD.xml';

interface Reading extends Pick<OfdContent, 'unread' | 'attached' | 'signatures' | 'hidden' | 'pictures' | 'missing'> {
  ofd: OfdPackage;
  budget: Budget;
  layout: Layouter;
  /** Pages of all documents, numbered through. */
  pages: number;
  notes: { text: string; place: Place }[];
}

const leafText = (parent: XmlElement | undefined, name: string): string => {
  const child = childOf(parent, name);
  return child ? cleanText(textOf(child)) : '';
};

/** Problems of a part that leave the others readable. */
const OF_A_PART: ReadonlySet<ProblemCode> = new Set(['file-broken-xml', 'file-not-ofd']);

/** Runs what reads a part without which nothing can be read. */
function whole<Result>(name: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const isBroken = error instanceof ProblemError && OF_A_PART.has(error.problem.code);
    throw isBroken ? new ProblemError('file-broken-ofd', { name }, error) : error;
  }
}

/** What a part gives; undefined where it is damaged. */
function unlessBroken<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof ProblemError && OF_A_PART.has(error.problem.code)) return undefined;
    throw error;
  }
}

/** A part that another one names; undefined where it is not there or damaged. */
function partAt(
  reading: Reading,
  written: string,
  from: string,
  root: string,
): { path: string; part: XmlElement } | undefined {
  const path = reading.ofd.find(written, from, root);
  const part = path === undefined ? undefined : unlessBroken(() => reading.ofd.parse(path));
  return path !== undefined && part ? { path, part } : undefined;
}

function readDocument(reading: Reading, path: string, document: XmlElement): void {
  const { ofd, budget } = reading;
  const folder = folderOf(path);
  const common = childOf(document, 'ofd:CommonData');
  const usual = areaOf(childOf(common, 'ofd:PageArea')) ?? A4;
  const unitOf = unitsOf(reading, path, common);
  const templates = templatesOf(reading, path, common, unitOf);
  const numbers = new Map<string, number>();

  for (const { attributes } of childrenOf(childOf(document, 'ofd:Pages'), 'ofd:Page')) {
    budget.spend('pages');
    reading.pages += 1;
    const number = reading.pages;
    if (attributes.ID !== undefined && !numbers.has(attributes.ID)) numbers.set(attributes.ID, number);
    const at = ofd.find(attributes.BaseLoc ?? '', path, folder);
    const page = at === undefined ? undefined : unlessBroken(() => ofd.parse(at));
    const own = drawnBy(page, { unitOf, budget });
    const why = page ? faultOf(own, own.paths) : 'broken';
    if (why) reading.unread.push({ page: number, why });
    const layers = [
      own,
      ...childrenOf(page, 'ofd:Template').flatMap((one) => templates(one.attributes.TemplateID ?? '') ?? []),
    ];
    for (const layer of layers) budget.spend('runs', layer.pieces.length + layer.rules.length);
    reading.hidden ||= layers.some((layer) => layer.hidden);
    if (own.pictures.length > 0 && !why) reading.pictures += own.pictures.length;
    const area = areaOf(childOf(page, 'ofd:Area')) ?? usual;
    const texts = why === 'garbled' ? [] : layers.flatMap(({ pieces }) => pieces);
    const rules = layers.flatMap((layer) => layer.rules);
    reading.layout.add({ number, ...fromCorner({ pieces: texts, rules, pictures: own.pictures }, area) });
  }
  readAnnotations(reading, { path, folder, numbers, unitOf }, leafText(document, 'ofd:Annotations'));
  readAttachments(reading, path, leafText(document, 'ofd:Attachments'));
}

/** What is drawn on a page, from its upper left corner: nearly every page begins there. */
function fromCorner(
  drawn: Pick<DrawnPage, 'pieces' | 'rules' | 'pictures'>,
  { x, y, width, height }: typeof A4,
): Omit<DrawnPage, 'number'> {
  if (x === 0 && y === 0) return { ...drawn, width, height };
  return {
    pieces: drawn.pieces.map((piece) => ({ ...piece, x: piece.x - x, y: piece.y - y })),
    rules: drawn.rules.map(({ x1, y1, x2, y2 }) => ({ x1: x1 - x, y1: y1 - y, x2: x2 - x, y2: y2 - y })),
    pictures: drawn.pictures.map((picture) => ({ ...picture, x: picture.x - x, y: picture.y - y })),
    width,
    height,
  };
}

/** Drawings that objects show by their number: looked for in the resources with the first that is asked for. */
function unitsOf(reading: Reading, path: string, common: XmlElement | undefined): UnitOf {
  let units: Map<string, XmlElement> | undefined;
  const load = (): Map<string, XmlElement> => {
    const found = new Map<string, XmlElement>();
    for (const kind of ['ofd:PublicRes', 'ofd:DocumentRes'])
      for (const written of childrenOf(common, kind)) {
        const resources = partAt(reading, cleanText(textOf(written)), path, folderOf(path))?.part;
        if (!resources) reading.missing += 1;
        for (const list of childrenOf(resources, 'ofd:CompositeGraphicUnits'))
          for (const unit of childrenOf(list, 'ofd:CompositeGraphicUnit')) {
            const { ID } = unit.attributes;
            if (ID !== undefined && !found.has(ID)) found.set(ID, unit);
          }
      }
    return found;
  };
  return (id) => {
    units ??= load();
    return units.get(id);
  };
}

/** What a template draws, by its number; each is read once. A template has no template of its own. */
function templatesOf(
  reading: Reading,
  path: string,
  common: XmlElement | undefined,
  unitOf: UnitOf,
): (id: string) => Drawn | undefined {
  const listed = childrenOf(common, 'ofd:TemplatePage');
  const known = new Map<string, Drawn | undefined>();
  return (id) => {
    if (!known.has(id)) {
      const written = listed.find(({ attributes }) => attributes.ID === id)?.attributes.BaseLoc ?? '';
      const page = partAt(reading, written, path, folderOf(path))?.part;
      if (!page) reading.missing += 1;
      known.set(id, page && drawnBy(page, { unitOf, budget: reading.budget }));
    }
    return known.get(id);
  };
}

interface Annotated {
  path: string;
  folder: string;
  numbers: ReadonlyMap<string, number>;
  unitOf: UnitOf;
}

/** Kinds of annotations that are no words about the text. */
const NO_NOTE = new Set(['Watermark', 'Link', 'Stamp']);

function readAnnotations(reading: Reading, { path, folder, numbers, unitOf }: Annotated, written: string): void {
  const list = partAt(reading, written, path, folder);
  const counts = new Map<number, number>();
  for (const entry of childrenOf(list?.part, 'ofd:Page')) {
    const page = numbers.get(entry.attributes.PageID ?? '');
    if (page === undefined || !list) continue;
    const annotations = partAt(reading, leafText(entry, 'ofd:FileLoc'), list.path, folder)?.part;
    for (const annotation of childrenOf(annotations, 'ofd:Annot')) {
      const { Type = '', Visible } = annotation.attributes;
      if (Visible === 'false') continue;
      if (Type === 'Stamp') reading.signatures += 1;
      if (NO_NOTE.has(Type)) continue;
      const appearance = childOf(annotation, 'ofd:Appearance');
      const drawn =
        appearance &&
        drawnBy(
          { ...appearance, name: 'ofd:Page', children: [{ ...appearance, name: 'ofd:Content' }] },
          { unitOf, budget: reading.budget },
        );
      const text = cleanText(
        [leafText(annotation, 'ofd:Remark'), ...(drawn?.pieces ?? []).map((piece) => piece.text)].join(' '),
      );
      if (text === '') continue;
      const comment = (counts.get(page) ?? 0) + 1;
      counts.set(page, comment);
      reading.budget.spend('characters', text.length);
      reading.notes.push({ text, place: { page, comment } });
    }
  }
}

function readAttachments(reading: Reading, path: string, written: string): void {
  const list = partAt(reading, written, path, folderOf(path))?.part;
  for (const { attributes, children } of childrenOf(list, 'ofd:Attachment')) {
    if (attributes.Visible === 'false') continue;
    const location = cleanText(children.map((child) => (typeof child === 'string' ? child : textOf(child))).join(''));
    const base = location.slice(Math.max(location.lastIndexOf('/'), location.lastIndexOf('\\')) + 1);
    const ending = /\.\w{1,8}$/.exec(base)?.[0] ?? '';
    const name = cleanText(attributes.Name ?? '') || base;
    if (name === '') continue;
    reading.budget.spend('runs');
    reading.attached.push(/\.\w{1,8}$/.test(name) ? name : name + ending);
  }
}

function countSignatures(reading: Reading, written: string, folder: string): void {
  const list = partAt(reading, written, '', folder)?.part;
  reading.signatures += childrenOf(list, 'ofd:Signature').length;
}

function infoOf(element: XmlElement | undefined): OfdContent['info'] {
  const day = (name: string): string => dayOf(leafText(element, name));
  return {
    title: leafText(element, 'ofd:Title'),
    author: leafText(element, 'ofd:Author'),
    since: day('ofd:CreationDate'),
    until: day('ofd:ModDate'),
  };
}
