import { ProblemError } from '../../base/problems.ts';
import type { Budget } from '../budget.ts';
import { childrenOf, parseXml, type XmlElement, type XmlOptions } from '../containers/xml.ts';
import { openArchive } from '../containers/zip.ts';

/** Both families of addresses (ECMA transitional and ISO strict) under one prefix. */
export const NAMESPACES: XmlOptions['namespaces'] = [
  ['/wordprocessingml/2006/main', 'w'],
  ['/wordprocessingml/main', 'w'],
  ['/package/2006/relationships', 'rel'],
  ['/officeDocument/2006/relationships', 'r'],
  ['/officeDocument/relationships', 'r'],
  ['/markup-compatibility/2006', 'mc'],
  ['/office/word/2010/wordml', 'w14'],
  ['/drawingml/2006/main', 'a'],
  ['/drawingml/main', 'a'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['/officeDocument/2006/math', 'm'],
  ['/officeDocument/math', 'm'],
  ['/metadata/core-properties', 'cp'],
  ['/dc/elements/1.1/', 'dc'],
  ['/dc/terms/', 'dcterms'],
];

/** A target of a relationship inside the package. */
interface Related {
  id: string;
  /** Last word of the relationship's type: header, styles, core-properties. The rest differs between editions. */
  type: string;
  path: string;
}

/** The parts of a Word file, parsed on demand. */
export interface WordPackage {
  /** Path of the main document. */
  main: string;
  /** Path of a part that the main document names, by its relationship's id or type; external ones are none. */
  pathOf(wanted: { id: string } | { type: string }): string | undefined;
  /** The part that the main document names by a type: styles, numbering, footnotes. */
  part(type: string): XmlElement | undefined;
  /** What the file says of itself. */
  coreProperties(): XmlElement | undefined;
  /** A part as a tree; undefined when it is missing. */
  parse(path: string, handOver?: XmlOptions['handOver']): XmlElement | undefined;
}

/** Parts by their paths, in a zip or elsewhere. */
export interface PartSource {
  has(path: string): boolean;
  parse: WordPackage['parse'];
}

/** Opens a Word file. Throws `file-not-docx` when there is no main document, and what archive and XML throw. */
export function openPackage(bytes: Uint8Array, file: string, budget: Budget): WordPackage {
  const archive = openArchive(bytes, file);
  return packageOf(
    {
      has: archive.has,
      parse: (part, handOver) => {
        const content = archive.read(part);
        return (
          content && parseXml(content, { file, part, budget, namespaces: NAMESPACES, ...(handOver && { handOver }) })
        );
      },
    },
    file,
  );
}

/** The package that parts make. Throws `file-not-docx` when there is no main document, and what reading the parts throws. */
export function packageOf({ has, parse }: PartSource, file: string): WordPackage {
  /** Relationships of a part, external ones left out; '' for those of the package itself. */
  const related = (part: string): Related[] => {
    const slash = part.lastIndexOf('/') + 1;
    const folder = part.slice(0, slash);
    const list = parse(`${folder}_rels/${part.slice(slash)}.rels`);
    return childrenOf(list, 'rel:Relationship').flatMap(({ attributes }) => {
      const { Id, Type, Target, TargetMode } = attributes;
      if (!Id || !Type || !Target || TargetMode === 'External') return [];
      return [{ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), path: resolve(folder, Target) }];
    });
  };

  const ofPackage = related('');
  const main = ofPackage.find((target) => target.type === 'officeDocument')?.path;
  if (main === undefined || !has(main)) throw new ProblemError('file-not-docx', { name: file });
  const ofMain = related(main);
  const parseAt = (path: string | undefined) => (path === undefined ? undefined : parse(path));
  const pathOf: WordPackage['pathOf'] = (wanted) =>
    ofMain.find((target) => ('id' in wanted ? target.id === wanted.id : target.type === wanted.type))?.path;
  return {
    main,
    pathOf,
    part: (type) => parseAt(pathOf({ type })),
    coreProperties: () => parseAt(ofPackage.find((target) => target.type === 'core-properties')?.path),
    parse,
  };
}

/** A target against the folder of the part that names it; never above the package. */
function resolve(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
