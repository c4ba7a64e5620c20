import type { NotePayload } from '../../../../../core/ledger/kinds/index.ts';
import type { JSX } from '../../../../ui/preact.ts';
import shared from '../../../workbench.module.css';
import { ENTRY } from '../words.ts';

export function NoteText({ payload: { text } }: { payload: NotePayload }): JSX.Element {
  return (
    <section class={shared.section}>
      <h2>{ENTRY.note.title}</h2>
      <p>{text}</p>
    </section>
  );
}
