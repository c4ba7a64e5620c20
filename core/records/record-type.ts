import type { Role } from '../document/vocabulary.ts';

/** A box that a record has: by role where there is one, else by its label. */
export interface RecordBox {
  /** The word by which the product speaks of it. */
  name: string;
  /** Further labels that mean it, separated by a space. */
  words?: string;
  role?: Role;
  /** Many records of this type have it and some do not: its emptiness is no fault. */
  optional?: true;
  /** May stand empty in a table: signed by hand on the printed page. */
  signed?: true;
}

/** What belongs with a record. */
export interface RecordLink {
  /** Id of the other type. */
  to: string;
  /**
   * then: each of these is followed by one of those; if-found: only where something was found wrong;
   * with: the two belong together, and each names the other.
   */
  how: 'then' | 'if-found' | 'with';
}

/**
 * A type of record that offices keep, and the least that it has to say (domain.md 4.4). Plain JSON: forms, payloads of
 * the ledger and templates are made from it, as rules are.
 */
export interface RecordType {
  /** File name. */
  id: string;
  /** Chinese, as offices call it. */
  name: string;
  /** Tells it by the document's title: source of a regular expression with the flag u. */
  title: string;
  /** A title as offices write it. */
  example: string;
  boxes: readonly RecordBox[];
  /** Names of the boxes that tell what one of these is about, best first; none is about a person. */
  about: readonly string[];
  /** Items of the score table for which it is evidence (C10); topics where the source gives no item (A3.train). */
  indicators: readonly string[];
  links: readonly RecordLink[];
}
