import type { PageSource } from '../../../core/base/source.ts';
import type { CheckRun, Finding } from '../../../core/check/run.ts';
import { type Group, groupsOf, type Item, type Line, threeLines } from '../../../core/check/summary.ts';
import { type Standings, standingsOf } from '../../../core/check/verdicts.ts';
import { MOST_MARKS } from '../../messages/settings.ts';
import type { ReadyView } from '../../messages/view.ts';

/** One line of the list, with the number by which the page, the list and a copied text call it. */
export interface Numbered {
  number: number;
  item: Item;
  /** Tells it from the others, over runs too. */
  key: string;
  /** Where on the page it is about, each place once. */
  places: PageSource[];
}

export interface NumberedGroup extends Pick<Group, 'id' | 'word'> {
  items: Numbered[];
}

/** What the part 检查 shows of a view. Shown, known and accepted together are everything that was found: nothing is lost. */
export interface List {
  /** The lines that stand first; [] where the list is as short as they would be. */
  lines: Line[];
  groups: NumberedGroup[];
  /** What the person does not want to be reminded of. */
  known: Group[];
  /** What was accepted as it is. */
  accepted: Finding[];
  /** How the findings stand after what people said of them. */
  standings: Standings;
}

/** A list this short is read at one look: lines before it would say the same once more. */
const SHORT = 3;

type Shown = Pick<ReadyView, 'document' | 'run' | 'muted' | 'verdicts'>;

/** The list of a view, and apart from it what was muted, and what was accepted. */
export function listOf({ document, run, muted, verdicts }: Shown): List {
  const asked = remindedOf({ run, muted, verdicts });
  const standings = standingsOf(run.findings, verdicts);
  const isAccepted = ({ id }: Finding): boolean => standings.of.get(id)?.standing === 'accepted';
  const isKnown = (finding: Finding): boolean => muted.includes(finding.id) && !isAccepted(finding);
  const known = groupsOf({ ...run, findings: run.findings.filter(isKnown) }, { notes: [] });
  let number = 0;
  const groups = groupsOf(asked, document).map(({ id, word, items }) => ({
    id,
    word,
    items: items.map((item): Numbered => {
      number += 1;
      return { number, item, key: keyOf(item), places: placesOf(item) };
    }),
  }));
  const isShort = number > 0 && number < SHORT;
  const accepted = run.findings.filter(isAccepted);
  // Where all that was found is known or accepted, nothing is 没问题.
  const isPutAside = number === 0 && known.length + accepted.length > 0;
  const lines = isShort || isPutAside ? [] : threeLines(asked, document);
  return { lines, groups, known, accepted, standings };
}

/** A run without what is muted in it or was accepted, for what is said and shown of it only. */
export function remindedOf({ run, muted, verdicts }: Pick<Shown, 'run' | 'muted' | 'verdicts'>): CheckRun {
  const { of } = standingsOf(run.findings, verdicts);
  const isAsked = ({ id }: Finding): boolean => !muted.includes(id) && of.get(id)?.standing !== 'accepted';
  return { ...run, findings: run.findings.filter(isAsked) };
}

/** The places of these items with their numbers, as many as are marked at once. */
export function marksOf(items: readonly Numbered[]): { number: number; source: PageSource }[] {
  return items.flatMap(({ number, places }) => places.map((source) => ({ number, source }))).slice(0, MOST_MARKS);
}

function keyOf({ finding, note, text }: Item): string {
  if (finding) return finding.id;
  return note.source?.from === 'page' ? `${text} ${note.source.frame} ${note.source.path}` : text;
}

/** The places of an item on the page, each once. */
export function placesOf({ finding, note }: Item): PageSource[] {
  const sources = finding ? finding.sources : note.source ? [note.source] : [];
  const places = new Map<string, PageSource>();
  for (const source of sources) {
    if (source.from !== 'page') continue;
    const place = `${source.frame} ${source.path}`;
    if (!places.has(place)) places.set(place, source);
  }
  return [...places.values()];
}
