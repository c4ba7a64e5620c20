import { changeRuns } from './nodes.ts';
import type { FrameSnapshot, PageNode, PageSnapshot } from './snapshot.ts';

/** Puts a frame's own snapshot in the place of the unreadable frame with that path. */
export function graft(whole: PageSnapshot, path: string, part: PageSnapshot): PageSnapshot {
  const at = whole.frames.findIndex((frame) => frame.path === path);
  const old = whole.frames[at];
  const [root, ...below] = part.frames;
  if (old === undefined || root === undefined) return whole;
  const { reason: _reason, ...kept } = old;
  const place = (inner: string): string => (inner === '' ? path : `${path}.${inner}`);
  const rename = (frame: FrameSnapshot): FrameSnapshot => ({
    ...frame,
    path: place(frame.path),
    // A frame is out of sight with the one that holds it.
    ...(old.hidden ? { hidden: true } : {}),
    nodes: renameFrames(frame.nodes, place),
  });
  const rooted: FrameSnapshot = {
    ...kept,
    state: 'read',
    url: root.url,
    ...(root.signs ? { signs: root.signs } : {}),
    nodes: renameFrames(root.nodes, place),
  };
  return {
    ...whole,
    frames: [...whole.frames.slice(0, at), rooted, ...below.map(rename), ...whole.frames.slice(at + 1)],
    gaps: [...whole.gaps, ...part.gaps.map((gap) => ({ ...gap, frame: place(gap.frame) }))],
  };
}

/** Frame nodes inside a grafted part point to their new place. */
function renameFrames(nodes: readonly PageNode[], place: (path: string) => string): PageNode[] {
  return changeRuns(nodes, (run) =>
    run.map((node) => (node.type === 'frame' ? { ...node, frame: place(node.frame) } : node)),
  );
}
