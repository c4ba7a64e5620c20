import type { Source } from '../base/source.ts';

/** A standard named in a text. */
export interface Citation {
  /** Normal form: `GB/T 1.1—2020`, undated `GB/T 24421`. */
  designation: string;
  /** As written. */
  raw: string;
  /** Title written behind it, without 《》; '' when none. */
  title: string;
  /** Year, when the reference is dated. */
  year?: number;
  /** `（所有部分）` stands behind it. */
  allParts?: boolean;
  /** Index of the block it stands in, -1 for a form field. */
  block: number;
  source: Source;
}
