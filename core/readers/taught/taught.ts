import { canonicalJson } from '../../base/canonical.ts';
import { sha256Now } from '../../base/hash.ts';
import { fillSlots } from '../../base/text.ts';
import { labelOfRole } from '../../document/glossary.ts';
import type { Note } from '../../document/model.ts';
import type { PageSnapshot } from '../../page/snapshot.ts';
import type { Overlay } from '../generic.ts';
import type { Survey } from '../survey/survey.ts';
import { READER_WORDS } from '../words.ts';
import { labelsOf } from './find.ts';
import { mappingFor } from './fit.ts';
import { type Laid, layOver } from './lay.ts';
import type { MappedField, Mapping } from './mapping.ts';

/** What was taught about a page. */
export interface TaughtOn {
  overlay?: Overlay;
  /** Who reads, with the mapping that is laid over. */
  readerOver(reader: { id: string; name: string }): { id: string; name: string };
  /** By which mapping it is read, or which does not fit any more. Complete once the overlay was laid. */
  notes(): Note[];
}

/** The mapping that fits a page, ready to be laid over its pairs. `laid` hears what became of each of its fields. */
export function taughtOn(
  snapshot: PageSnapshot,
  survey: Survey,
  mappings: readonly Mapping[],
  laid: (fields: readonly Laid[]) => void = () => {},
): TaughtOn {
  const fit = mappingFor(snapshot, survey, mappings);
  const readerOver: TaughtOn['readerOver'] = (reader) => reader;
  if (fit === undefined) return { readerOver, notes: () => [] };
  const { mapping } = fit;
  const { id, name } = mapping;
  if (!fit.fits) {
    const changed = fit.why === 'changed';
    const text = fillSlots(changed ? READER_WORDS.unfitForm : READER_WORDS.otherForm, { name });
    const note: Note = changed ? { kind: 'unfit', text, mapping: id } : { kind: 'reader', text };
    return { readerOver, notes: () => [note] };
  }
  let unread: readonly Laid[] = [];
  return {
    overlay: {
      labels: labelsOf(mapping),
      over(pairs) {
        const over = layOver(mapping, snapshot, survey, pairs);
        unread = over.laid.filter((one) => 'why' in one && one.field.role !== null);
        laid(over.laid);
        return over.pairs;
      },
    },
    readerOver: (reader) => ({
      // The same words over the same page by another mapping are another reading.
      id: `${reader.id}+${id}@${sha256Now(canonicalJson(mapping)).slice(0, 8)}`,
      name: fillSlots(READER_WORDS.taughtOver, { base: reader.name, name }),
    }),
    notes: () => [
      { kind: 'reader', text: fillSlots(READER_WORDS.taught, { name }), mapping: id },
      ...(unread.length === 0 ? [] : [unfitNote(mapping, unread)]),
    ],
  };
}

function unfitNote({ id, name }: Mapping, unread: readonly Laid[]): Note {
  const labels = [...new Set(unread.map(({ field }) => nameOfField(field)))].join('、');
  return { kind: 'unfit', text: fillSlots(READER_WORDS.unfitFields, { name, labels }), mapping: id };
}

/** What a person calls a taught field: the label that it has on the form, else the word for its role. */
export function nameOfField({ role, locators }: MappedField): string {
  const [first] = locators;
  return first?.by === 'label' ? first.label : role === null ? '' : labelOfRole(role);
}
