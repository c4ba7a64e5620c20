import { SaxesParser } from 'saxes';
import { ProblemError } from '../../base/problems.ts';
import type { Budget } from '../budget.ts';
import { markedEncoding } from '../encoding.ts';
import { LIMITS } from '../limits.ts';

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
  /** Asked with every element and text: `nodes`, and `held` for those that stay. */
  budget: Budget;
  /** End of a namespace address → prefix to use for it. The end alone, so that both families of OOXML addresses match. */
  namespaces: readonly (readonly [addressEnd: string, prefix: string])[];
  /** Children of the element of this name are handed over as they close and not kept: a long body stays small in memory. */
  handOver?: { parent: string; take: (element: XmlElement) => void };
}

const CHUNK = 1024 * 1024;

/**
 * Parses bytes strictly and without touching anything outside: a DOCTYPE is refused, so there are no entities.
 * Throws `file-external-entity`, `file-broken-xml`, `file-too-much`.
 */
export function parseXml(bytes: Uint8Array, options: XmlOptions): XmlElement {
  const broken = (cause?: unknown) =>
    new ProblemError('file-broken-xml', { name: options.file, part: options.part }, cause);
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  const stack: XmlElement[] = [];
  const scopes: Scope[] = [];
  let root: XmlElement | undefined;
  const { budget } = options;
  /** Of these, those that were not handed over. */
  let held = 0;
  const count = (): void => {
    held += 1;
    budget.spend('nodes');
    budget.spend('held');
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
  // Going through the attributes of every element costs more than being told of each.
  let declares = false;
  let isBare = true;
  parser.on('attribute', ({ name }) => {
    isBare = false;
    declares ||= name.startsWith('xmlns');
  });
  parser.on('opentag', (tag) => {
    count();
    if (stack.length >= LIMITS.xml.depth) throw broken();
    const outer = scopes[scopes.length - 1] ?? NO_SCOPE;
    const scope = declares ? openScope(tag.attributes, outer, options.namespaces) : outer;
    const attributes = isBare ? NO_ATTRIBUTES : translateAll(tag.attributes, scope);
    declares = false;
    isBare = true;
    scopes.push(scope);
    stack.push({ name: translate(tag.name, scope), attributes, children: [] });
  });
  parser.on('closetag', () => {
    const element = stack.pop();
    scopes.pop();
    if (!element) return;
    const parent = stack.at(-1);
    if (!parent) root = element;
    else if (options.handOver && parent.name === options.handOver.parent) {
      options.handOver.take(element);
      budget.release('held', held - stack.length);
      held = stack.length;
    } else parent.children.push(element);
  });
  parser.on('text', addText);
  parser.on('cdata', addText);

  try {
    for (const text of textsOf(bytes)) parser.write(text);
    parser.close();
  } catch (error) {
    throw error instanceof ProblemError ? error : broken(error);
  }
  if (!root) throw broken();
  return root;
}

/** Prefix of the file → prefix of ours, only for those that differ: empty for most files. */
type Scope = ReadonlyMap<string, string>;
const NO_SCOPE: Scope = new Map();

function openScope(attributes: Record<string, string>, outer: Scope, namespaces: XmlOptions['namespaces']): Scope {
  const scope = new Map(outer);
  for (const name in attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    const prefix = name.slice('xmlns:'.length);
    const ours = namespaces.find(([end]) => attributes[name]?.endsWith(end))?.[1] ?? prefix;
    if (ours === prefix) scope.delete(prefix);
    else scope.set(prefix, ours);
  }
  return scope;
}

function translate(name: string, scope: Scope): string {
  if (scope.size === 0) return name;
  const colon = name.indexOf(':');
  const ours = scope.get(colon < 0 ? '' : name.slice(0, colon));
  return ours === undefined ? name : `${ours}:${name.slice(colon + 1)}`;
}

/** Most elements have none: one for all of them keeps a large table small. */
const NO_ATTRIBUTES: Record<string, string> = {};

function translateAll(attributes: Record<string, string>, scope: Scope): Record<string, string> {
  if (scope.size === 0) return attributes;
  // An attribute without a prefix is in no namespace, and those of a cell have none.
  for (const name in attributes)
    if (name.includes(':'))
      return Object.fromEntries(
        Object.entries(attributes).map(([own, value]) => [own.includes(':') ? translate(own, scope) : own, value]),
      );
  return attributes;
}

/** The text in pieces, so that a long one never stands in memory as a whole. Throws on bytes that are none of its encoding. */
function* textsOf(bytes: Uint8Array): Generator<string> {
  const encoding = encodingOf(bytes);
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  if (!/^utf-?8$/i.test(encoding)) {
    for (let at = 0; at < bytes.length; at += CHUNK)
      yield decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true });
    yield decoder.decode();
    return;
  }
  // Pieces cut between characters are decoded each by itself, which is several times faster than as a stream.
  for (let at = 0; at < bytes.length; ) {
    const end = characterStart(bytes, at + CHUNK);
    yield decoder.decode(bytes.subarray(at, end));
    at = end;
  }
}

/** The nearest start of a character of UTF-8 at a place or before it. */
function characterStart(bytes: Uint8Array, at: number): number {
  if (at >= bytes.length) return bytes.length;
  for (let back = 0; back < 4; back += 1) if (((bytes[at - back] ?? 0) & 0xc0) !== 0x80) return at - back;
  return at;
}

/** Encoding by the byte-order mark or the declaration; UTF-8 else. */
function encodingOf(bytes: Uint8Array): string {
  const mark = markedEncoding(bytes);
  if (mark) return mark;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^<\?xml[^>]*\sencoding=["']([\w-]+)["']/.exec(head)?.[1] ?? 'utf-8';
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
