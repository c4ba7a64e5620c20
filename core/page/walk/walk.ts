import type { RootOf } from '../paths.ts';
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

  constructor(document: Document, framePath: string, budget: Budget, rootOf: RootOf, hidden: boolean) {
    const walk = new Walk(document, framePath, budget, rootOf, hidden);
    this.#walk = walk;
    if (walk.root) enter(walk, null, walk.root);
  }

  /** What kept the reading from being whole. */
  get gaps(): ReadonlySet<CaptureGap['kind']> {
    return this.#walk.gaps;
  }

  /** What was met of that by which a family of systems is known, in the order of the page. */
  get signs(): string[] {
    return [...this.#walk.signs];
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
    let node = level ? level.next : null;
    while (level) {
      if (node === null || walk.full) {
        leave(walk, level);
        level = walk.level = level.parent;
        node = level ? level.next : null;
        continue;
      }
      const kind: unknown = level.elements ? 1 : node.nodeType;
      let next: Node | null = level.elements ? (node as Element).nextElementSibling : node.nextSibling;
      if (kind === 3) addText(walk, level, node as Text);
      // A form with a control named `nodeType` answers with that control.
      else if (kind === 1 || typeof kind !== 'number') {
        level.index += 1;
        enter(walk, level, node as Element);
        if (walk.start.tag === 'form') next = native(node, level.elements ? 'nextElementSibling' : 'nextSibling');
        if (walk.level !== level) {
          level.next = next;
          level = walk.level as Level;
          next = level.next;
        }
      }
      node = next;
      beat += 1;
      if ((beat & 127) === 0 && !more()) {
        level.next = node;
        return false;
      }
    }
    return true;
  }

  /** Leaves everything that is still open and gives what was read. */
  finish(): PageNode[] {
    const walk = this.#walk;
    for (let level = walk.level; level; level = level.parent) leave(walk, level);
    walk.level = null;
    endLine(walk);
    if (walk.visibility?.tired) walk.gaps.add('styles');
    believeLabels(walk);
    return walk.nodes;
  }
}
