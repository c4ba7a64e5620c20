import { labelKey } from '../../base/text.ts';
import { assemble } from '../../document/assemble.ts';
import { isKnownLabel } from '../../document/glossary.ts';
import { type DocumentModel, fieldOf } from '../../document/model.ts';
import type { FieldState, Role } from '../../document/vocabulary.ts';
import type { PageSnapshot } from '../../page/snapshot.ts';
import type { LabelledValue, PairKind } from '../../pairing/pair.ts';
import { isLabelOf, partsOfPage } from '../generic.ts';
import { groundOf } from '../ground.ts';
import { labelledValues } from '../pairs/pairs.ts';
import { patternOf } from './address.ts';
import type { Unfound } from './find.ts';
import type { Laid } from './lay.ts';
import { MAPPING_LIMITS } from './limits.ts';
import { betweenLabels, labelsTaught } from './look.ts';
import type { MappedField, Mapping } from './mapping.ts';
import { keyOfSpot, spotsOf } from './spots.ts';
import { nameOfField, taughtOn } from './taught.ts';

/** The share of its labels by which a form is known again: some boxes come and go with the step of the flow. */
const SHARE = 0.7;

/** Ways in which markup itself ties a label to its value: such a label is one, also where nobody knows its word. */
const TIED: ReadonlySet<PairKind> = new Set([
  'label-for',
  'label-wrapped',
  'form-item',
  'definition',
] satisfies PairKind[]);

export interface DraftAbout {
  id: string;
  name: string;
  /** Day. */
  on: string;
  by?: string;
}

/** The mapping of the form on this page with these fields: its address, its labels, and where values without a label stand. */
export function draftOf(captured: PageSnapshot, fields: readonly MappedField[], about: DraftAbout): Mapping {
  const { snapshot, survey, knowledge } = groundOf(captured);
  const taught = labelsTaught(fields);
  const pairs = labelledValues(snapshot, survey, isLabelOf(knowledge, taught)).filter((pair) => !pair.hidden);
  const signs = pairs.flatMap((pair) => signOf(pair, taught));
  // A form whose labels are drawn is known by what stands above it.
  const all = new Set([...taught, ...(signs.length > 0 ? signs : survey.headings.map(keyOfSpot).filter(Boolean))]);
  const spots = spotsOf(snapshot, survey);
  const { id, name, on, by } = about;
  return {
    schema: 'duibiao/mapping@1',
    id,
    name,
    address: patternOf(addressOf(snapshot, pairs)).slice(0, MAPPING_LIMITS.address),
    signature: { labels: [...all].slice(0, MAPPING_LIMITS.labels), share: SHARE },
    fields: fields.map((field) => betweenLabels(field, spots, all)),
    made: { on, ...(by === undefined || by === '' ? {} : { by }) },
  };
}

/** A label by which a form is known: no label that only looks like one in a running text. */
function signOf({ label, kind }: LabelledValue, taught: ReadonlySet<string>): string[] {
  const key = labelKey(label);
  const sure = taught.has(key) || isKnownLabel(label) || TIED.has(kind);
  return sure && key !== '' && key.length <= MAPPING_LIMITS.label && !/\d/.test(key) ? [key] : [];
}

/** The address of the frame in which most of the form stands. */
function addressOf({ frames, url }: PageSnapshot, pairs: readonly LabelledValue[]): string {
  const counts = new Map<string, number>();
  for (const { source } of pairs)
    if (source.from === 'page') counts.set(source.frame, (counts.get(source.frame) ?? 0) + 1);
  const [best] = [...counts].sort(([, left], [, right]) => right - left);
  const frame = frames.find(({ path }) => path === best?.[0]);
  return frame && URL.canParse(frame.url) && /^https?:/.test(frame.url) ? frame.url : url;
}

/** What a mapping reads on a page for one of its fields. */
export interface TriedField {
  role: Role | null;
  label: string;
  /** How it is read; `why` it is not. */
  state: FieldState | Unfound;
  text: string;
}

/** A page as it would be read with this mapping, and what of each of its fields; no fields where it does not fit. */
export function tryMapping(captured: PageSnapshot, mapping: Mapping): { model: DocumentModel; fields: TriedField[] } {
  const { snapshot, survey, reader, knowledge } = groundOf(captured);
  let laid: readonly Laid[] = [];
  const taught = taughtOn(snapshot, survey, [mapping], (fields) => {
    laid = fields;
  });
  const model = assemble(partsOfPage(snapshot, survey, reader, knowledge, taught.overlay));
  return { model, fields: laid.map((one) => triedField(one, model)) };
}

function triedField(laid: Laid, model: DocumentModel): TriedField {
  const { role } = laid.field;
  const label = nameOfField(laid.field);
  if ('why' in laid) return { role, label, state: laid.why, text: '' };
  const { value, state } = laid.pair;
  if (role === null) return { role, label, state: state === 'filled' ? 'present' : 'blank', text: value };
  const field = fieldOf(model, role);
  const own = [field, ...(field.others ?? [])].find(
    ({ confidence, sources }) => confidence === 'taught' && sources.some((one) => sameSource(one, laid.pair)),
  );
  return { role, label, state: own?.state ?? 'blank', text: value };
}

const sameSource = (source: LabelledValue['source'], { source: other }: LabelledValue): boolean =>
  source.from === 'page' && other.from === 'page' && source.frame === other.frame && source.path === other.path;
