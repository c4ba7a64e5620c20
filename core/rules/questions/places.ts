import type { Block } from '../../base/block.ts';
import type { Source } from '../../base/source.ts';
import { shorten } from '../../base/text.ts';
import { type Chapter, clauseNumber } from './clauses.ts';

/** Where in a standard's text something stands, as people call the place. */

/** A paragraph with the clause it stands in. */
export interface Place {
  name: string;
  block: Block;
}

export const chapterName = ({ number, title }: Chapter): string =>
  number === '' ? title : /^\d/.test(number) ? `第${number}章` : `附录${number}`;

const known = new WeakMap<Chapter, readonly Place[]>();

/** The paragraphs of a chapter, each with the clause it stands in. */
export function placesOf(chapter: Chapter): readonly Place[] {
  const before = known.get(chapter);
  if (before) return before;
  const places = placesIn(chapter);
  known.set(chapter, places);
  return places;
}

function placesIn(chapter: Chapter): Place[] {
  let name = chapterName(chapter);
  return chapter.blocks
    .filter(({ kind }) => kind !== 'header' && kind !== 'footer')
    .map((block) => {
      name = clauseNumber(block.text) || name;
      return { name, block };
    });
}

const MANY = 6;

/** Places in brief, for one finding that stands for all of them: how many, the first of their names, their sources. */
export function inBrief(places: readonly Place[]): { count: number; places: string; sources: Source[] } {
  const names = [...new Set(places.map(({ name }) => name))];
  const named = names.slice(0, MANY).join('、');
  const sources = [...new Set(places.map(({ block }) => block))].slice(0, MANY).map(({ source }) => source);
  return { count: places.length, places: shorten(names.length > MANY ? `${named}等` : named, 60), sources };
}
