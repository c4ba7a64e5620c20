import { labelKey } from '../../base/text.ts';
import type { GroupNode, PageNode } from '../../page/snapshot.ts';
import { linesOf } from './lines.ts';

/** Tabs that a page has at most; more are a menu. */
const MOST_TABS = 20;

const isPanel = (node: PageNode): node is GroupNode => node.type === 'group' && node.role === 'tab';

/**
 * Captions of the tabs that nobody has opened yet, so that their panels are not there or are empty: a bar of tabs is the
 * menu in front of a run of panels. None where no panel shows anything: then the tabs choose what stands elsewhere.
 * @param nodes siblings
 */
export function unopenedTabs(nodes: readonly PageNode[]): string[] {
  const unopened: string[] = [];
  for (let at = 1; at < nodes.length; at += 1) {
    const bar = nodes[at - 1];
    if (bar?.type !== 'group' || bar.role !== 'navigation' || bar.hidden) continue;
    const end = nodes.findIndex((node, index) => index >= at && !isPanel(node));
    unopened.push(...unopenedOf(bar, nodes.slice(at, end < 0 ? nodes.length : end).filter(isPanel)));
  }
  return unopened;
}

function unopenedOf(bar: GroupNode, panels: readonly GroupNode[]): string[] {
  if (!panels.some((panel) => !panel.hidden && panel.nodes.length > 0)) return [];
  const captions = linesOf(bar.nodes, false);
  if (captions.length > MOST_TABS) return [];
  const isOpen = (panel: GroupNode | undefined): boolean =>
    panel !== undefined && (!panel.hidden || panel.nodes.length > 0);
  const named = (caption: string): GroupNode | undefined =>
    panels.find(({ label = '' }) => labelKey(label) === labelKey(caption));
  if (panels.every(({ label }) => label !== undefined)) return captions.filter((caption) => !isOpen(named(caption)));
  return captions.length === panels.length ? captions.filter((_, at) => !isOpen(panels[at])) : [];
}
