import type { CataloguePack, CatalogueRow, StatusAnswer } from '../../../../core/standards/catalogue.ts';
import { searchStandards } from '../../../../core/standards/search.ts';
import type { UnitProfile } from '../../../../core/unit/profile.ts';
import { registerOf, statusWithUnit } from '../../../../core/unit/standards.ts';

/** Which lists are searched. */
export type Scope = 'all' | 'catalogue' | 'unit';

export interface StandardRow {
  designation: string;
  title: string;
  publishedOn?: string;
  effectiveOn?: string;
  /** Status on the day asked for. */
  answer: StatusAnswer;
  /** In the unit's own register. */
  ours: boolean;
  /** Where the unit keeps its copy. */
  place?: string;
}

export interface StandardsQuestion {
  /** '' lists everything. */
  words: string;
  scope: Scope;
  /** ISO day. */
  on: string;
}

const found = (pack: CataloguePack, words: string): readonly CatalogueRow[] =>
  words.trim() === '' ? pack.rows : searchStandards(pack, words, pack.rows.length);

/** Standards that fit, each once, the unit's own first, with their status on a day. */
export function listStandards(
  catalogue: CataloguePack,
  unit: UnitProfile | undefined,
  { words, scope, on }: StandardsQuestion,
): StandardRow[] {
  const ask = statusWithUnit(catalogue, unit);
  const ours = new Map(unit?.standards.map((standard) => [standard.designation, standard]));
  const rows = [
    ...(unit === undefined || scope === 'catalogue' ? [] : found(registerOf(unit), words)),
    ...(scope === 'unit' ? [] : found(catalogue, words)),
  ];
  const unique = new Map<string, CatalogueRow>();
  for (const row of rows) if (!unique.has(row.designation)) unique.set(row.designation, row);
  return [...unique.values()].map(({ designation, title, publishedOn, effectiveOn }) => {
    const own = ours.get(designation);
    return {
      designation,
      title,
      ...(publishedOn === undefined ? {} : { publishedOn }),
      ...(effectiveOn === undefined ? {} : { effectiveOn }),
      answer: ask(designation, on),
      ours: own !== undefined,
      ...(own?.place === undefined ? {} : { place: own.place }),
    };
  });
}
