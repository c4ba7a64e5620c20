import { render } from '../ui/preact.ts';
import '../ui/system.css';
import { applyLargeType } from '../ui/large.ts';
import { Options } from './Options.tsx';

export function startOptions(document: Document): void {
  void applyLargeType(document.documentElement);
  const root = document.getElementById('root');
  if (root) render(<Options />, root);
}
