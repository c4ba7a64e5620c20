import { followBackup } from '../exports/backup.ts';
import { render } from '../ui/preact.ts';
import '../ui/system.css';
import { applyLargeType } from '../ui/large.ts';
import { Panel } from './Panel.tsx';
import { followTab } from './state.ts';

/** `?window` in the address: the narrow window of browsers without a side panel. */
export function startPanel(document: Document, search: string): void {
  void applyLargeType(document.documentElement);
  const state = followTab(new URLSearchParams(search).has('window'));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !document.querySelector('dialog[open]')) state.hideMarks();
  });
  document.addEventListener('scroll', () => state.memory.scrolled(scrollY), { passive: true });
  const root = document.getElementById('root');
  if (root) render(<Panel state={state} backup={followBackup()} />, root);
}
