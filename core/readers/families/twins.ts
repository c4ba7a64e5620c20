import { changeNodes, isBoxControl } from '../../page/nodes.ts';
import type { PageNode, PageSnapshot } from '../../page/snapshot.ts';

const TWIN = /^field\d+$/u;

/**
 * Systems that number the fields of their forms keep beside the words of a box a hidden one with what the server knows them by.
 * Such a number whose words do not stand beside it: somebody or something is chosen, and what it is was not read.
 */
export function withSilentTwins(snapshot: PageSnapshot): PageSnapshot {
  return changeNodes(snapshot, withSilentTwin);
}

function withSilentTwin(nodes: readonly PageNode[]): readonly PageNode[] {
  const twin = nodes.some(
    (node) => node.type === 'control' && node.control === 'hidden' && TWIN.test(node.name ?? '') && node.value !== '',
  );
  return twin && !nodes.some(showsValue) ? [...nodes, { type: 'embed', name: '编号', box: true }] : nodes;
}

function showsValue(node: PageNode): boolean {
  if (node.type === 'picture') return node.mark !== 'required' && node.mark !== 'icon';
  return node.type !== 'button' && (node.type !== 'control' || isBoxControl(node));
}
