import type { Role } from '../document/vocabulary.ts';

/** What stands in a box: one line when it is left out. choice: a word of `choices`, or another one. */
export type BoxType = 'text' | 'long' | 'date' | 'people' | 'number' | 'choice';

/** A box that a record has: by role where there is one, else by its label. */
export interface RecordBox {
  /** The word by which the product speaks of it; under it what stands in it is kept. */
  name: string;
  /** Further labels that mean it, separated by a space. */
  words?: string;
  role?: Role;
  /** Many records of this type have it and some do not: its emptiness is no fault. */
  optional?: true;
  /** May stand empty in a table: signed by hand on the printed page. */
  signed?: true;
  type?: BoxType;
  /** Words that usually stand in it, separated by a space. */
  choices?: string;
  /** One short sentence or an example for the person who fills it in. */
  hint?: string;
  /** Name of the box that tells by when this one is filled in: until then its emptiness is no fault. */
  waits?: string;
  /** One record may tell of several at once, each with this box of its own: receivers, windows. */
  each?: true;
}

/** What belongs with a record. */
export interface RecordLink {
  /** Id of the other type. */
  to: string;
  /**
   * then: each of these is followed by one of those; if-found: only where something was found wrong;
   * with: the two belong together, and each names the other; any: that there is one of those at all is enough.
   */
  how: 'then' | 'if-found' | 'with' | 'any';
  /** Boxes of this type and of the other that name the same thing: where they agree, the two belong together. */
  by?: readonly [own: string, other: string];
  /** Box that tells by when the other one is due: a day, a month, a quarter, a year. Left out: as soon as this one is there. */
  due?: string;
  /** Months after this one's own day in which the other one is due. */
  months?: number;
  /** Box that tells whether something was found wrong. */
  found?: string;
  /** The other one is due only where a record of this type about the same thing (`by`) came before. */
  where?: string;
  /** The other one is due only where this box differs from an earlier record of this type about the same thing. */
  changed?: string;
}

/** Groups in which types are chosen, in their order. */
export const RECORD_GROUPS = {
  organisation: '组织和制度',
  standards: '标准文件',
  training: '培训',
  improve: '检查和改进',
  service: '办件和群众',
  archive: '归档',
} as const;

/**
 * A type of record that offices keep, and the least that it has to say (domain.md 4.4). Plain JSON: forms, payloads of
 * the ledger and templates are made from it, as rules are.
 */
export interface RecordType {
  /** File name. */
  id: string;
  /** Chinese, as offices call it. */
  name: string;
  group: keyof typeof RECORD_GROUPS;
  /**
   * Tells it by the document's title: source of a regular expression with the flag u. Left out: no page and no file is read as
   * one of these, for there it is a 公文 or a case; a person enters it.
   */
  title?: string;
  /** A title as offices write it, where there is a `title`. */
  example?: string;
  /** The kind of document that it is judged as; a record where it is left out. */
  kind?: 'case';
  boxes: readonly RecordBox[];
  /** Names of the boxes that tell what one of these is about, best first; none is about a person. */
  about: readonly string[];
  /** Box that tells the fact's own day. Left out: none does, and the person says it apart. */
  day?: string;
  /** Items of the score table for which it is evidence (C10); topics where the source gives no item (A3.train). */
  indicators: readonly string[];
  links: readonly RecordLink[];
  /** A record with every box filled in as it should be: the example of the template, and of tests. */
  sample: Readonly<Record<string, string>>;
}
