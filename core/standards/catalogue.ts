/** Status of a standard on a date (design.md section 5). `unknown`: the pack has lapsed or the row does not say. */
export type StandardStatus = 'current' | 'upcoming' | 'replaced' | 'withdrawn' | 'not-in-catalogue' | 'unknown';

/** One row of a catalogue pack. Facts only, each with where it is from. */
export interface CatalogueRow {
  /** Normal form, dated: `GB/T 24421.2—2009`. */
  designation: string;
  title: string;
  publishedOn?: string;
  effectiveOn?: string;
  /** First day on which it no longer applies. */
  withdrawnOn?: string;
  /** Designations of the rows that take its place. */
  replacedBy?: string[];
  /** What is known of the status now, when dates do not tell. */
  status?: 'current' | 'replaced' | 'withdrawn' | 'unknown';
  /** A public source confirmed number, title and status. An unverified row never speaks louder than info. */
  verified: boolean;
  source: string;
  checkedOn: string;
  note?: string;
  /** From this day on the row no longer answers with certainty, where that is another day than its pack's. */
  lapsesOn?: string;
}

export interface CataloguePack {
  schema: 'duibiao/catalogue@1';
  id: string;
  /** Version and day of the pack: 2026-11-01. */
  version: string;
  issuedOn: string;
  /** From this day on the pack no longer answers with certainty. */
  lapsesOn: string;
  rows: CatalogueRow[];
  /** SHA-256 of all that it says, of one that is kept or was joined. */
  digest?: string;
}

/** What is told of a kept pack without reading its rows. */
export interface KeptCatalogue extends Pick<CataloguePack, 'id' | 'version' | 'issuedOn' | 'lapsesOn'> {
  /** The file that it came from. */
  name: string;
  /** ISO date-time UTC. */
  importedAt: string;
  rows: number;
  digest: string;
}

/** The answer for one designation on one date. */
export interface StatusAnswer {
  designation: string;
  on: string;
  status: StandardStatus;
  /** The row that was found. For an undated reference the newest edition in force. */
  row?: CatalogueRow;
  /** The chain of replacement from that row to what applies now; empty when there is none. */
  replacedBy: CatalogueRow[];
  verified: boolean;
}
