import type { CaptureGap, PageNode } from '../snapshot.ts';
import { native } from './dom.ts';
import { enter } from './enter.ts';
import { believeLabels } from './labels.ts';
import { leave } from './leave.ts';
import { type Budget, type FoundFrame, type Level, Walk } from './state.ts';
import { addText, endLine } from './text.ts';

/**
 * Reads one document in one pass, in portions: `run` goes on until it is done or the time is up.
 * Everything is found on the way down or up; nothing is searched twice and nothing is asked about layout.
 */
export class FrameWalk {
  readonly #walk: Walk;

  constructor(document: Document, framePath: string, budget: Budget, hidden: boolean) {
    const walk = new Walk(document, framePath, budget, hidden);
    this.#walk = walk;
    if (walk.root) enter(walk, null, walk.root);
  }

  /** What kept the reading from being whole. */
  get gaps(): ReadonlySet<CaptureGap['kind']> {
    return this.#walk.gaps;
  }

  /** Frame elements that were met, to be read after this document. */
  get found(): readonly FoundFrame[] {
    return this.#walk.found;
  }

  /** Goes on for as long as `more()` says; true when the document is done. */
  run(more: () => boolean): boolean {
    const walk = this.#walk;
    let beat = 0;
    let level = walk.level;
    while (level) {
      const node: Node | null = level.next;
      if (node === null) {
        leave(walk, level);
        level = walk.level = level.parent;
        continue;
      }
      const kind: unknown = level.elements ? 0 : node.nodeType;
      if (kind === 0) {
        level.next = (node as Element).nextElementSibling;
        level.index += 1;
        enter(walk, level, node as Element);
        level = walk.level as Level;
      } else if (kind === 3) {
        level.next = node.nextSibling;
        addText(walk, level, node as Text);
      } else if (kind === 1) {
        level.next = node.nextSibling;
        level.index += 1;
        enter(walk, level, node as Element);
        level = walk.level as Level;
      } else if (typeof kind !== 'number') {
        // A form with a control named nodeType.
        level.index += 1;
        level.next = native(node, 'nextSibling');
        enter(walk, level, node as Element);
        level = walk.level as Level;
      } else {
        level.next = node.nextSibling;
      }
      beat += 1;
      if ((beat & 127) === 0 && !more()) return false;
    }
    return true;
  }

  /** Leaves everything that is still open and gives what was read. */
  finish(): PageNode[] {
    const walk = this.#walk;
    for (let level = walk.level; level; level = level.parent) leave(walk, level);
    walk.level = null;
    endLine(walk);
    believeLabels(walk);
    return walk.nodes;
  }
}
