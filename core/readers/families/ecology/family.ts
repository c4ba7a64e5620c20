import { changeNodes, isBoxControl } from '../../../page/nodes.ts';
import type { PageNode } from '../../../page/snapshot.ts';
import type { Family } from '../../reader.ts';

/**
 * 泛微 e-cology 8. A box that nobody can write in is drawn as `<span id=field5span>` with the words and a hidden
 * `<input id=field5>` with the number by which the server knows them.
 */
export const ecology: Family = {
  id: 'ecology',
  name: '泛微 e-cology 读法',
  signs: [
    { weight: 6, url: /\/workflow\/request\/(?:View|Add|Manage)Request\w*\.jsp/u },
    { weight: 3, control: 'requestid' },
    { weight: 4, control: 'requestname' },
    { weight: 4, control: 'nodetype' },
  ],
  prepare: (snapshot) => changeNodes(snapshot, withSilentTwin),
};

const TWIN = /^field\d+$/u;

/** A number whose words do not stand beside it: somebody or something is chosen, and what it is was not read. */
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
