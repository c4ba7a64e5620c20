import type { CDPSession, Frame, Page } from '@playwright/test';

/** Our one element in a page. */
export const OURS = 'duibiao-marks';

/** A node of a page, as the browser itself tells it. */
export interface Node {
  nodeId: number;
  backendNodeId: number;
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

/** Looks at a page, or at a frame in a process of its own (one of another site), with the browser's own eyes. */
export async function withBrowser<Value>(at: Page | Frame, look: (cdp: CDPSession) => Promise<Value>): Promise<Value> {
  const cdp = await ('context' in at ? at : at.page()).context().newCDPSession(at);
  try {
    return await look(cdp);
  } finally {
    await cdp.detach().catch(() => undefined);
  }
}

/** Looks at all nodes. What we draw stands in a closed root: the browser itself is asked. */
export const withTree = <Value>(
  at: Page | Frame,
  look: (cdp: CDPSession, nodes: Node[]) => Promise<Value>,
): Promise<Value> =>
  withBrowser(at, async (cdp) => {
    const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
    return look(cdp, below(root as Node));
  });
