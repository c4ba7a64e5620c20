import { chinaDay } from '../../core/base/dates.ts';
import type { LedgerEntry } from '../../core/ledger/entry.ts';
import type { EntryFilter } from '../../core/ledger/search.ts';
import type { CataloguePack } from '../../core/standards/catalogue.ts';
import { readDesignation } from '../../core/standards/designation.ts';
import { exactBefore, type Found, none } from '../../core/standards/finder.ts';
import type { UnitProfile } from '../../core/unit/profile.ts';
import { type FoundInUnit, findInUnit } from '../../core/unit/search.ts';
import { listStandards, type StandardsList, type StandardsQuestion } from '../../core/unit/standards-list.ts';
import { catalogueInUse, keptCatalogues } from '../storage/catalogues.ts';
import type { ChainReader, LedgerReader } from '../storage/ledger-reader.ts';

/** What is told of the catalogue that standards are judged by. */
export interface CatalogueInUse extends Pick<CataloguePack, 'issuedOn' | 'lapsesOn'> {
  /** Rows in all. */
  count: number;
  /** Packs that were imported, besides the one that comes with the tool. */
  imported: number;
}

/** An entry that was found; the name of its chain where that is not this computer's own. */
export interface FoundEntry {
  entry: LedgerEntry;
  chain?: string;
}

export interface FoundEverywhere extends FoundInUnit {
  /** Evidence, newest first. */
  evidence: Found<FoundEntry>;
  /** There may be more evidence than was counted. */
  more: boolean;
}

/**
 * Search, on behalf of one page. Whoever asks anew while a question of the same kind is open wants no answer to that any more:
 * it is undefined.
 */
export interface SearchWork {
  /** Whose register, services, windows and people are searched from now on. */
  searchFor(unit: UnitProfile | undefined): Promise<void>;
  /** The first `most` standards that fit, and the catalogue in which they were looked for. */
  standards(
    question: StandardsQuestion,
    most: number,
  ): Promise<(StandardsList & { catalogue: CatalogueInUse }) | undefined>;
  /** The first `most` of each list in which the words stand, and of the evidence. */
  everywhere(words: string, most: number): Promise<FoundEverywhere | undefined>;
}

/** Entries that are counted; of more it is told that there are more. */
const COUNTED = 200;

/** Evidence with these words; a number that stands alone is found however a document writes it. */
function filterOf(words: string): EntryFilter {
  const number = readDesignation(words);
  const isWhole = number !== undefined && number.start === 0 && number.end === words.length;
  return { kinds: ['evidence'], ...(isWhole ? { standard: number.text } : { words }) };
}

/** Counts questions of one kind: tells whether one is still the newest. */
function createNewest(): () => () => boolean {
  let newest = 0;
  return () => {
    newest += 1;
    const mine = newest;
    return () => mine === newest;
  };
}

export function createSearchWork(reader: LedgerReader, now: () => Date = () => new Date()): SearchWork {
  let unit: UnitProfile | undefined;
  const [askStandards, askEverywhere] = [createNewest(), createNewest()];

  /** Evidence of every chain that has the words, as long as `wanted`; what comes near is of the own chain. */
  async function evidenceWith(words: string, most: number, wanted: () => boolean) {
    if (words === '') return { evidence: none<FoundEntry>(), more: false };
    const found: FoundEntry[] = [];
    const filter = filterOf(words);
    const chains: [chain: string | undefined, reader: ChainReader][] = [
      [undefined, reader],
      ...(await reader.others()).map(({ chain }): [string, ChainReader] => [chain, reader.beside(chain)]),
    ];
    for (const [chain, one] of chains) {
      for await (const page of one.search(filter)) {
        found.push(...page.map((entry) => ({ entry, ...(chain !== undefined && { chain }) })));
        if (found.length > COUNTED || !wanted()) break;
      }
      if (found.length > COUNTED || !wanted()) break;
    }
    const isNear = found.length === 0 && wanted();
    const items = isNear ? (await reader.near(filter, most)).map((entry): FoundEntry => ({ entry })) : found;
    const count = Math.min(items.length, COUNTED);
    return { evidence: { items: items.slice(0, most), count, near: isNear && count > 0 }, more: items.length > count };
  }

  return {
    searchFor: async (given) => {
      unit = given;
    },
    standards: async (question, most) => {
      const isWanted = askStandards();
      const catalogue = await catalogueInUse();
      const imported = (await keptCatalogues()).length;
      if (!isWanted()) return undefined;
      const { rows, issuedOn, lapsesOn } = catalogue;
      return {
        ...listStandards({ catalogue, unit }, question, most),
        catalogue: { count: rows.length, issuedOn, lapsesOn, imported },
      };
    },
    everywhere: async (words, most) => {
      const isWanted = askEverywhere();
      const catalogue = await catalogueInUse();
      if (!isWanted()) return undefined;
      const asked = words.trim();
      const inUnit = findInUnit({ catalogue, unit }, asked, chinaDay(now().toISOString()), most);
      const { evidence, more } = await evidenceWith(asked, most, isWanted);
      return isWanted() ? { ...exactBefore({ ...inUnit, evidence }), more } : undefined;
    },
  };
}
