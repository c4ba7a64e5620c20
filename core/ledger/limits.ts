const MEGABYTE = 1_000_000;

/**
 * What a ledger and the files made of it may hold. Everything is read and written as a stream, so these bound what is in
 * memory at one time, and with it what a hostile file can ask for. What is over a limit is refused with a sentence.
 */
export const LIMITS = {
  /** Entries of one bundle, all chains together. */
  entries: 2_000_000,
  chains: 1_000,
  /** Parts of one chain in a bundle, and members of the archive. */
  parts: 10_000,
  members: 2_100_000,
  /** Bytes of a part: a batch of entries with their payloads. */
  part: 64 * MEGABYTE,
  /** Blobs of one entry. */
  blobs: 200,
  /** Things of one chain that are not there and that no redaction explains yet. */
  missing: 1_000_000,
  /** Bytes of one payload and of one blob: nothing larger is kept. */
  payload: 32 * MEGABYTE,
  blob: 64 * MEGABYTE,
  /** Bytes of a line of a bundle: a blob in base64, and a little around it. */
  line: 90 * MEGABYTE,
  /** Bytes of the first line, which tells the format before anything else is read, and of the last one. */
  firstLine: 64_000,
  jsonLine: 4 * MEGABYTE,
  /** Bytes of an entry, and of a payload that verification itself has to read. */
  entry: MEGABYTE,
  /** Bytes of a payload of which the shape is looked at: it is parsed for that. A larger one is said to be unlooked at. */
  shape: 4 * MEGABYTE,
  /** Doubts of one chain that are kept with their sentences; the rest are counted. */
  doubts: 20,
  /** Bytes, and then characters, of a bundle of the first format, which is one text and has to be held whole. */
  firstFormat: 500 * MEGABYTE,
  firstFormatText: 128 * 1024 * 1024,
} as const;
