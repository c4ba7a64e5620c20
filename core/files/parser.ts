import type { Problem } from '../base/problems.ts';
import type { DocumentParts } from '../document/parts.ts';
import type { Register } from '../document/register.ts';
import type { Stage } from '../document/vocabulary.ts';
import type { Mapping } from '../readers/taught/mapping.ts';

/** Bytes of what was saved beside a page, by reference relative to the page; undefined when it is not inside its folder. */
export type Beside = (reference: string) => Uint8Array | undefined;

/** What stands in the same file as a page, by its whole address. */
export interface Within {
  /** The page's own address; '' where it is not told. */
  address: string;
  bytesOf(address: string): Uint8Array | undefined;
}

export interface ReadOptions {
  /** How the file is called in the result: a path or an address. */
  uri: string;
  /** SHA-256 of the bytes. */
  sha256: string;
  /** Reads what was saved beside a page; without it no frame of another file is followed. */
  beside?: Beside;
  /** The stage as the user names it. */
  stage?: Stage;
  /** Forms that were taught, for saved pages. */
  mappings?: readonly Mapping[];
}

/** A file as its kind is told: its name without folders, for sentences and sources, and its bytes. */
export interface NamedBytes {
  name: string;
  bytes: Uint8Array;
}

/** A file in an archive, by its path in it: its bytes, or why there are none. */
export type Member = { name: string } & ({ bytes: Uint8Array } | { problem: Problem });

/** What the parser of a format is given. */
export interface FileInput extends NamedBytes, ReadOptions {
  /** Of a page whose frames and style sheets stand in its own file; then nothing is looked for beside it. */
  within?: Within;
}

/** What the parser of a format gives back: what stands in the file. The rest is the same for all and is laid under it. */
export type FileParts = Pick<DocumentParts, 'title' | 'pairs' | 'blocks'> &
  Partial<DocumentParts> & {
    /** A list page: its register, and the parts of the page without it. */
    listed?: { register: Register; rest: FileParts };
  };
