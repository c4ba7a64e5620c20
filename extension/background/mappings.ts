import { v } from '../../core/base/schema.ts';
import type { DocumentModel } from '../../core/document/model.ts';
import { type Mapping, parseMapping } from '../../core/readers/taught/mapping.ts';
import { browser } from '../browser.ts';
import type { InstalledMapping } from '../messages/settings.ts';
import { createInstalled } from './installed.ts';

/** The forms that were taught. */
export const mappings = createInstalled<Mapping>({
  key: 'mappings',
  most: 200,
  tooMany: 'mappings-too-many',
  parse: parseMapping,
});

/** When each mapping was last laid over a page, and when its form was last seen changed: days, and nothing of the pages. */
const FITS = 'mappingFits';
const fitsSchema = v.record(
  v.string(),
  v.strictObject({ fittedOn: v.exactOptional(v.string()), changedOn: v.exactOptional(v.string()) }),
);
type Fits = v.InferOutput<typeof fitsSchema>;

async function loadFits(): Promise<Fits> {
  const read = v.safeParse(fitsSchema, (await browser.storage.local.get(FITS))[FITS]);
  return read.success ? read.output : {};
}

/** Every mapping that is in use. One made here goes before what is handed out for the same form: it was made for what is seen here. */
export async function loadMappings(): Promise<InstalledMapping[]> {
  const [all, fits] = [await mappings.all(), await loadFits()];
  return all
    .toSorted((left, right) => Number(left.from === 'policy') - Number(right.from === 'policy'))
    .map(({ item, from }) => ({ mapping: item, from, ...(Object.hasOwn(fits, item.id) ? fits[item.id] : {}) }));
}

/** Notes by which mapping a page was read, and which one does not fit its form any more. */
export async function noteFits({ notes }: Pick<DocumentModel, 'notes'>, today: string): Promise<void> {
  const about = notes.flatMap(({ mapping, kind }) =>
    mapping === undefined ? [] : [{ mapping, day: kind === 'unfit' ? ('changedOn' as const) : ('fittedOn' as const) }],
  );
  if (about.length === 0) return;
  const fits = await loadFits();
  const next: Fits = { ...fits };
  for (const { mapping, day } of about) next[mapping] = { ...next[mapping], [day]: today };
  // A form that is whole again has not changed.
  for (const { mapping } of about)
    if (!about.some((one) => one.mapping === mapping && one.day === 'changedOn')) delete next[mapping]?.changedOn;
  if (JSON.stringify(next) !== JSON.stringify(fits)) await browser.storage.local.set({ [FITS]: next });
}

/** Takes a mapping away, and when it was seen. */
export async function removeMapping(id: string): Promise<void> {
  await mappings.remove(id);
  const { [id]: _, ...fits } = await loadFits();
  await browser.storage.local.set({ [FITS]: fits });
}
