import { fillSlots } from '../../core/base/text.ts';
import { LATER } from './later.ts';
import type { JSX } from './preact.ts';
import { RemarkForm } from './RemarkForm.tsx';
import { COMMON } from './words.ts';

/** What can be said of an entry later by one sentence. */
export type Later = 'withdraw' | 'restore' | 'note';

/** The form in which it is said. */
export function LaterForm(props: {
  what: Later;
  /** Of the entry. */
  sequence: number;
  /** Characters of the longest sentence. */
  most: number;
  onAction(text: string): Promise<unknown>;
  onClose(): void;
}): JSX.Element {
  const { open: _, done: __, title, ...words } = LATER[props.what];
  return (
    <RemarkForm
      {...words}
      title={fillSlots(title, { sequence: props.sequence })}
      lines={props.what === 'note' ? 3 : 1}
      most={props.most}
      onAction={props.onAction}
      otherwise={COMMON.cancel}
      onOtherwise={props.onClose}
      onClose={props.onClose}
    />
  );
}
