import { Dialog } from '../ui/parts.tsx';
import type { JSX } from '../ui/preact.ts';
import css from './panel.module.css';
import { SHORTCUTS } from './words.ts';

/** What can be done by keys. */
export function Shortcuts({ close }: { close: () => void }): JSX.Element {
  return (
    <Dialog title={SHORTCUTS.title} onClose={close}>
      <dl class={css.keys}>
        {SHORTCUTS.rows.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

/** Whether a key was pressed to ask for the list, and not to write a question mark somewhere. */
export function asksForShortcuts(event: KeyboardEvent): boolean {
  const { key, target } = event;
  const writes = target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
  return (key === '?' || key === '？') && !writes && document.querySelector('dialog[open]') === null;
}
