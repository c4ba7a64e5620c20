import type { Place } from './place.ts';

/** Where a value came from. One shape for pages, files and entered values (design.md section 4). */
export type Source = PageSource | FileSource | EnteredSource;

export interface PageSource {
  from: 'page';
  /** '' for the top document, then '0', '0.1', …: index among the frames of each parent. */
  frame: string;
  /** The label as shown, empty where there is none. */
  label: string;
  /** Whole path of the element inside its frame (page/paths.ts); '' is the frame's root. */
  path: string;
}

export interface FileSource {
  from: 'file';
  /** File name as given, without folders. */
  name: string;
  sha256: string;
  place: Place;
  /** Character range inside the place. */
  range?: [start: number, end: number];
}

export interface EnteredSource {
  from: 'entered';
  /** Seat label, never a login. */
  who: string;
  when: string;
}
