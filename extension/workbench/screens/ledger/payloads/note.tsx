import { fillSlots } from '../../../../../core/base/text.ts';
import type { NotePayload } from '../../../../../core/ledger/kinds/index.ts';
import type { JSX } from '../../../../ui/preact.ts';
import shared from '../../../workbench.module.css';
import { hashOfEntry } from '../place.ts';
import { ENTRY } from '../words.ts';

export function NoteText({ payload: { text, about } }: { payload: NotePayload }): JSX.Element {
  return (
    <section class={shared.section}>
      <h2>{about === undefined ? ENTRY.note.title : ENTRY.note.aboutTitle}</h2>
      <p>{text}</p>
      {about === undefined ? null : (
        <p>
          {ENTRY.note.about} <a href={hashOfEntry(about)}>{fillSlots(ENTRY.number, { sequence: about })}</a>
        </p>
      )}
    </section>
  );
}
