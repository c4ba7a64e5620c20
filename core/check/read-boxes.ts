import type { Source } from '../base/source.ts';
import { labelOfRole, roleOfLabel } from '../document/glossary.ts';
import type { DocumentModel, Field } from '../document/model.ts';
import type { Role } from '../document/vocabulary.ts';

/** One box of the document as a person would list it. */
export interface ReadBox {
  /** The label as shown; the product's word for the role where nothing is written. */
  label: string;
  state: 'present' | 'blank' | 'unreadable';
  /** What stands in it; '' unless present, and for a signature that is only a picture. */
  text: string;
  /** A picture stands there: somebody signed, nothing proves who. */
  picture: boolean;
}

/**
 * Every box that stands in sight, each once: those with a role first, in the order of the roles, then the other labels
 * (申请时间, 培训地点) in reading order. What has no box is not listed. The one list behind 读到几个栏目.
 */
export function readBoxes({ fields, pairs }: Pick<DocumentModel, 'fields' | 'pairs'>): ReadBox[] {
  const inSight = new Set(pairs.filter((pair) => !pair.hidden).map((pair) => placeOf(pair.source)));
  // What may stand in a part that was not read, or is out of sight, is no box that anybody sees.
  const boxed = fields
    .filter(isBoxed)
    .filter((field) => field.state !== 'unreadable' || placesOf(field).some((place) => inSight.has(place)));
  const roles = new Set<Role>(boxed.map((field) => field.role));
  const places = new Set(boxed.flatMap((field) => [field, ...(field.others ?? [])]).flatMap(placesOf));
  const others = new Map<string, ReadBox>();
  for (const pair of pairs) {
    const role = roleOfLabel(pair.label)?.role;
    if (pair.hidden || places.has(placeOf(pair.source)) || (role !== undefined && roles.has(role))) continue;
    const state = pair.state === 'filled' ? 'present' : pair.state === 'empty' ? 'blank' : 'unreadable';
    others.set(`${pair.label}\n${pair.value}`, {
      label: pair.label,
      state,
      text: pair.value,
      picture: pair.picture === true,
    });
  }
  return [...boxed.map(boxOfField), ...others.values()];
}

type BoxedField = Field & { state: ReadBox['state'] };

const isBoxed = (field: Field): field is BoxedField => field.state !== 'absent';

function boxOfField(field: BoxedField): ReadBox {
  const { role, state, value, label, written } = field;
  const picture = Array.isArray(value) && value.length === 0;
  const text = typeof value === 'string' ? value.replace('T', ' ') : Array.isArray(value) ? value.join('、') : written;
  return { label: label || labelOfRole(role), state, text: state === 'present' ? text : '', picture };
}

const placesOf = ({ sources }: { sources: readonly Source[] }): string[] => sources.map(placeOf);

const placeOf = (source: Source): string =>
  source.from === 'page' ? `${source.frame} ${source.path}` : JSON.stringify(source);
