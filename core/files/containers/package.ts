import { type ProblemCode, ProblemError } from '../../base/problems.ts';
import type { Budget } from '../budget.ts';
import { childrenOf, parseXml, type XmlElement, type XmlOptions } from './xml.ts';
import { openArchive } from './zip.ts';

/** What every Office file has; both families of addresses (ECMA transitional and ISO strict) under one prefix. */
export const SHARED_NAMESPACES: XmlOptions['namespaces'] = [
  ['/package/2006/relationships', 'rel'],
  ['/officeDocument/2006/relationships', 'r'],
  ['/officeDocument/relationships', 'r'],
  ['/markup-compatibility/2006', 'mc'],
  ['/drawingml/2006/main', 'a'],
  ['/drawingml/main', 'a'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['/metadata/core-properties', 'cp'],
  ['/dc/elements/1.1/', 'dc'],
  ['/dc/terms/', 'dcterms'],
];

/** A target of a relationship inside the package. */
export interface Related {
  id: string;
  /** Last word of the relationship's type: header, styles, core-properties. The rest differs between editions. */
  type: string;
  path: string;
}

/** The parts of an Office file, parsed on demand. */
export interface OfficePackage {
  /** Path of the main document. */
  main: string;
  /** What a part names, external ones left out. */
  related(part: string): Related[];
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
  parse: OfficePackage['parse'];
}

export interface PackageOptions {
  budget: Budget;
  namespaces: XmlOptions['namespaces'];
  /** What is said when there is no main document. */
  broken: ProblemCode;
}

/** Opens an Office file. Throws `broken` when there is no main document, and what archive and XML throw. */
export function openPackage(bytes: Uint8Array, file: string, options: PackageOptions): OfficePackage {
  const { budget, namespaces, broken } = options;
  const archive = openArchive(bytes, file, undefined, broken);
  return packageOf(
    {
      has: archive.has,
      parse: (part, handOver) => {
        const content = archive.read(part);
        return content && parseXml(content, { file, part, budget, namespaces, ...(handOver && { handOver }) });
      },
    },
    file,
    broken,
  );
}

/** The package that parts make. Throws `broken` when there is no main document, and what reading the parts throws. */
export function packageOf({ has, parse }: PartSource, file: string, broken: ProblemCode): OfficePackage {
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
  if (main === undefined || !has(main)) throw new ProblemError(broken, { name: file });
  const ofMain = related(main);
  const parseAt = (path: string | undefined) => (path === undefined ? undefined : parse(path));
  const pathOf: OfficePackage['pathOf'] = (wanted) =>
    ofMain.find((target) => ('id' in wanted ? target.id === wanted.id : target.type === wanted.type))?.path;
  return {
    main,
    related,
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
