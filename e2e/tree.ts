import type { CDPSession, Frame, Page } from '@playwright/test';

/** Our one element in a page. */
export const OURS = 'duibiao-marks';

/** A node of a page, as the browser itself tells it. */
export interface Node {
  nodeId: number;
  nodeName: string;
  nodeValue: string;
  attributes?: string[];
  children?: Node[];
  shadowRoots?: Node[];
  contentDocument?: Node;
}

/** A node and everything in it, through closed roots and frames of the page's own process. */
export const below = (node: Node): Node[] => [
  node,
  ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(below),
  ...(node.contentDocument ? below(node.contentDocument) : []),
];

/** Looks at all nodes of a page, or of a frame in a process of its own (one of another site). What we draw stands in a closed root: the browser itself is asked. */
export async function withTree<Value>(
  at: Page | Frame,
  look: (cdp: CDPSession, nodes: Node[]) => Promise<Value>,
): Promise<Value> {
  const cdp = await ('context' in at ? at : at.page()).context().newCDPSession(at);
  try {
    const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
    return await look(cdp, below(root as Node));
  } finally {
    await cdp.detach().catch(() => undefined);
  }
}
