import { SaxesParser } from 'saxes';
import { ProblemError } from '../../base/problems.ts';

/** An element. Names carry the prefix that the caller gave to the namespace, whatever prefix the file uses. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
}

export interface XmlOptions {
  /** Name of the file, for the sentence of a problem. */
  file: string;
  /** Part inside the file: word/document.xml. */
  part: string;
  /** End of a namespace address → prefix to use for it. The end alone, so that both families of OOXML addresses match. */
  namespaces: readonly (readonly [addressEnd: string, prefix: string])[];
  /** Children of the element of this name are handed over as they close and not kept: a long body stays small in memory. */
  handOver?: { parent: string; take: (element: XmlElement) => void };
}

/** Deepest nesting that is read: Word itself stays far below, and walking by recursion stays safe. */
const DEEPEST = 512;
/** Elements and texts held at one time. */
const MOST_NODES = 2_000_000;
const CHUNK = 1024 * 1024;

/**
 * Parses bytes strictly and without touching anything outside: a DOCTYPE is refused, so there are no entities.
 * Throws `file-external-entity`, `file-broken-xml`, `file-bomb`.
 */
export function parseXml(bytes: Uint8Array, options: XmlOptions): XmlElement {
  const broken = (cause?: unknown) =>
    new ProblemError('file-broken-xml', { name: options.file, part: options.part }, cause);
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  const stack: XmlElement[] = [];
  const scopes: Scope[] = [new Map()];
  let root: XmlElement | undefined;
  let nodes = 0;
  const count = (): void => {
    nodes += 1;
    if (nodes > MOST_NODES) throw new ProblemError('file-bomb', { name: options.file });
  };
  const addText = (text: string): void => {
    const parent = stack.at(-1);
    if (!parent || text === '') return;
    count();
    parent.children.push(text);
  };

  parser.on('doctype', () => {
    throw new ProblemError('file-external-entity', { name: options.file });
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    count();
    if (stack.length >= DEEPEST) throw broken();
    const scope = openScope(tag.attributes, scopes.at(-1) ?? new Map(), options.namespaces);
    scopes.push(scope);
    stack.push({ name: translate(tag.name, scope), attributes: translateAll(tag.attributes, scope), children: [] });
  });
  parser.on('closetag', () => {
    const element = stack.pop();
    scopes.pop();
    if (!element) return;
    const parent = stack.at(-1);
    if (!parent) root = element;
    else if (options.handOver && parent.name === options.handOver.parent) {
      options.handOver.take(element);
      nodes = stack.length;
    } else parent.children.push(element);
  });
  parser.on('text', addText);
  parser.on('cdata', addText);

  try {
    const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
    for (let at = 0; at < bytes.length; at += CHUNK)
      parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
    parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    throw error instanceof ProblemError ? error : broken(error);
  }
  if (!root) throw broken();
  return root;
}

/** Prefix of the file → prefix of ours, only for those that differ: empty for most files. */
type Scope = ReadonlyMap<string, string>;

function openScope(attributes: Record<string, string>, outer: Scope, namespaces: XmlOptions['namespaces']): Scope {
  let scope: Map<string, string> | undefined;
  for (const name in attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    scope ??= new Map(outer);
    const prefix = name.slice('xmlns:'.length);
    const ours = namespaces.find(([end]) => attributes[name]?.endsWith(end))?.[1] ?? prefix;
    if (ours === prefix) scope.delete(prefix);
    else scope.set(prefix, ours);
  }
  return scope ?? outer;
}

function translate(name: string, scope: Scope): string {
  const colon = name.indexOf(':');
  const ours = scope.get(colon < 0 ? '' : name.slice(0, colon));
  return ours === undefined ? name : `${ours}:${name.slice(colon + 1)}`;
}

function translateAll(attributes: Record<string, string>, scope: Scope): Record<string, string> {
  if (scope.size === 0) return attributes;
  // An attribute without a prefix is in no namespace.
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name.includes(':') ? translate(name, scope) : name, value]),
  );
}

/** Encoding by the byte-order mark or the declaration; UTF-8 else. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*\sencoding=["']([\w-]+)["']/.exec(head)?.[1] ?? 'utf-8';
}

/** Child elements of a name, in order. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  );
}

/** First child element of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);
}

/** All text inside an element. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
