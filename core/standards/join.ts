import { sha256Now } from '../base/hash.ts';
import { compareText } from '../base/text.ts';
import type { CataloguePack, CatalogueRow } from './catalogue.ts';

/** What a row says, whoever says it. */
const factsOf = ({ title, publishedOn, effectiveOn, withdrawnOn, replacedBy, status }: CatalogueRow): string =>
  JSON.stringify([title, publishedOn, effectiveOn, withdrawnOn, replacedBy?.toSorted() ?? [], status]);

const tellsEnd = ({ withdrawnOn, replacedBy = [], status }: CatalogueRow): boolean =>
  withdrawnOn !== undefined || replacedBy.length > 0 || status === 'replaced' || status === 'withdrawn';

/**
 * The row that counts of an earlier and a later pack: the later one. What nobody confirmed takes the place of what was
 * confirmed only where it tells of an end, for an old list would bring back to life what is known to be replaced.
 */
function laterOf(earlier: CatalogueRow, later: CatalogueRow): CatalogueRow {
  if (later.verified || !earlier.verified)
    return earlier.verified && factsOf(earlier) === factsOf(later) ? earlier : later;
  return tellsEnd(later) && !tellsEnd(earlier) ? later : earlier;
}

/**
 * Several packs as one: of a standard that several have, the row of the pack that was issued last counts, and of two of one
 * day that of the later in the list. Each row lapses with its own pack. One pack alone is itself.
 */
export function joinPacks(packs: readonly [CataloguePack, ...CataloguePack[]]): CataloguePack {
  const [first, ...more] = packs.toSorted((left, right) => compareText(left.issuedOn, right.issuedOn));
  if (first === undefined || more.length === 0) return packs[0];
  const sorted = [first, ...more];
  const lapsesOn =
    sorted
      .map((pack) => pack.lapsesOn)
      .sort()
      .at(-1) ?? first.lapsesOn;
  const rows = new Map<string, CatalogueRow>();
  for (const pack of sorted) {
    for (const row of pack.rows) {
      const own = pack.lapsesOn === lapsesOn ? row : { ...row, lapsesOn: pack.lapsesOn };
      const known = rows.get(row.designation);
      rows.set(row.designation, known === undefined ? own : laterOf(known, own));
    }
  }
  return {
    schema: 'duibiao/catalogue@1',
    id: sorted.map(({ id }) => id).join('+'),
    version: sorted.map(({ version }) => version).join('+'),
    issuedOn: sorted.at(-1)?.issuedOn ?? first.issuedOn,
    lapsesOn,
    rows: [...rows.values()],
    digest: sha256Now(JSON.stringify(sorted.map(digestOf))),
  };
}

/** SHA-256 of all that a pack says: the one that it carries, else taken now. */
export const digestOf = (pack: CataloguePack): string => pack.digest ?? sha256Now(JSON.stringify(pack));
