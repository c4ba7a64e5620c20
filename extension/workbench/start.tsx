import { render } from '../ui/preact.ts';
import '../ui/system.css';
import { applyLargeType } from '../ui/large.ts';
import { followWorkbench } from './state.ts';
import { Workbench } from './Workbench.tsx';

export function startWorkbench(document: Document): void {
  void applyLargeType(document.documentElement);
  const root = document.getElementById('root');
  if (root) render(<Workbench state={followWorkbench(window)} />, root);
}
