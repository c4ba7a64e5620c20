/** The line of text that grows while the walk goes over text nodes, and how it becomes nodes. */

import { cleanText } from '../../base/text.ts';
import type { Path } from '../paths.ts';
import type { PageNode } from '../snapshot.ts';
import { pathHere, pathOfLevel } from './path.ts';
import { type Level, open, type Walk } from './state.ts';

/** The line break inside a run, until the run is tidied. */
export const BREAK = '\u2028';

/** Text as a person sees it: spaces folded, invisible characters gone, `BREAK` to '\n', blank lines gone, half characters replaced. */
export function tidy(text: string): string {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // Most of the text is Han characters: they are let through first.
    if (code >= 0x4e00 && code <= 0x9fff) continue;
    if (
      code <= 0x20 ||
      code === 0xa0 ||
      code === 0xad ||
      code === 0x3000 ||
      (code >= 0x034f && code <= 0x061c) ||
      (code >= 0x180b && code <= 0x180e) ||
      (code >= 0x2000 && code <= 0x206f) ||
      (code >= 0xd800 && code <= 0xdfff) ||
      code >= 0xfe00
    ) {
      return tidyLines(text);
    }
  }
  return text;
}

export function tidyLines(text: string): string {
  // A script can leave half a surrogate pair in a page; JSON cannot carry it to anyone else.
  const whole = text.toWellFormed();
  if (whole.indexOf(BREAK) < 0) return cleanText(whole);
  let result = '';
  let from = 0;
  while (from <= whole.length) {
    let to = whole.indexOf(BREAK, from);
    if (to < 0) to = whole.length;
    const line = cleanText(whole.slice(from, to));
    if (line !== '') result += result === '' ? line : `\n${line}`;
    from = to + 1;
  }
  return result;
}

export function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x20 && code !== 0xa0 && code !== 0x3000 && code !== 0xfeff && code !== 0x200b) return false;
  }
  return true;
}

/** All text of nodes on one line; what stands in pictures and controls is left out. */
export function textOf(nodes: PageNode[], hidden: boolean): string {
  let text = '';
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at] as PageNode;
    if (node.hidden && !hidden) continue;
    if (node.type === 'text' || node.type === 'link' || node.type === 'label' || node.type === 'heading') {
      text += text === '' || node.joined ? node.text : ` ${node.text}`;
    }
  }
  return text;
}

export function addText(walk: Walk, level: Level, node: Text): void {
  if (node === walk.consumed) return;
  const exit = level.exit;
  if (exit === 'table' || exit === 'row' || exit === 'list') return;
  const data = node.data;
  if (isBlank(data)) {
    if (walk.line !== '') walk.line += ' ';
    return;
  }
  level.afterElement = false;
  const hidden = level.hidden !== 0 || level.closed;
  if (beginsRun(walk, hidden)) beginRun(walk, level.sink, hidden, pathOfLevel(walk, level));
  walk.line += takeText(walk, data);
}

/** The text of an element that holds nothing else, at whose start tag the walk stands. */
export function addLeafText(walk: Walk, parent: Level, text: string): void {
  if (isBlank(text)) {
    if (walk.line !== '' && text !== '') walk.line += ' ';
    return;
  }
  const hidden = walk.start.hidden !== 0;
  if (beginsRun(walk, hidden)) beginRun(walk, parent.sink, hidden, pathHere(walk, parent));
  walk.line += takeText(walk, text);
}

/** True when text that is now to come begins a run: none is open, or the open one is seen otherwise, and is ended. */
function beginsRun(walk: Walk, hidden: boolean): boolean {
  if (walk.line === '') return true;
  if (walk.lineHidden === hidden) return false;
  flush(walk);
  return true;
}

function beginRun(walk: Walk, sink: PageNode[], hidden: boolean, path: Path | undefined): void {
  walk.linePath = path;
  walk.lineHidden = hidden;
  walk.lineSink = sink;
}

/** Counts text against the limit and cuts what goes beyond it. */
export function takeText(walk: Walk, text: string): string {
  const left = walk.budget.limits.text - walk.budget.text;
  walk.budget.text += text.length;
  if (text.length <= left) return text;
  walk.gaps.add('too-large');
  return left > 0 ? text.slice(0, left) : '';
}

/** What an attribute says, tidied; it counts as text does. */
export function spokenText(walk: Walk, text: string): string {
  return text === '' ? '' : tidy(takeText(walk, text));
}

/** Ends the run of text; the line may go on with a control or a link. */
export function flush(walk: Walk): void {
  if (walk.line === '') return;
  const raw = walk.line;
  walk.line = '';
  const text = tidy(raw);
  if (text !== '') {
    const path = walk.linePath;
    push(
      walk,
      walk.lineSink,
      path === undefined ? { type: 'text', text } : { type: 'text', path, text },
      walk.lineHidden,
    );
    if (raw.charCodeAt(raw.length - 1) === 0x2028) walk.lineStarted = false;
  }
}

export function push(walk: Walk, sink: PageNode[], node: PageNode, hidden: boolean): void {
  if (hidden) node.hidden = true;
  if (walk.lineStarted) node.joined = true;
  walk.lineStarted = true;
  sink[sink.length] = node;
}

export function endLine(walk: Walk): void {
  if (walk.line !== '') flush(walk);
  walk.lineStarted = false;
}

/** Opens a heading, link, button or label: it has words of its own. What else stands in it comes after it, where it stands. */
export function openWords(
  walk: Walk,
  parent: Level,
  output: Extract<PageNode, { type: 'heading' | 'link' | 'button' | 'label' }>,
): void {
  flush(walk);
  const level = open(walk, parent, output.type);
  level.output = output;
  level.sink = [];
  level.outerStarted = walk.lineStarted;
  walk.lineStarted = false;
}
