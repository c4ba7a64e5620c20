import { entryNames } from './zip.ts';

/** Parts of documents that are zip archives themselves: Office, OFD, OpenDocument, books, programs. */
const OF_A_DOCUMENT =
  /^(?:\[content_types\]\.xml|_rels\/|word\/|xl\/|ppt\/|ofd\.xml|mimetype$|meta-inf\/|androidmanifest\.xml)/;

/** A zip archive that is no document, but holds files. */
export function isZipOfFiles(bytes: Uint8Array): boolean {
  // PK, then the head of an entry or the end of an archive without any.
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || (bytes[2] !== 3 && bytes[2] !== 5)) return false;
  try {
    return !entryNames(bytes).some((name) =>
      OF_A_DOCUMENT.test(name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()),
    );
  } catch {
    return false;
  }
}

/** First bytes of archives that are not opened: RAR, 7-Zip, gzip, bzip2, xz. */
const MARKS = [
  [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07],
  [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
  [0x1f, 0x8b, 0x08],
  [0x42, 0x5a, 0x68],
  [0xfd, 0x37, 0x7a, 0x58, 0x5a],
] as const;
/** `ustar`, in the head of the first file of a tar archive. */
const TAR = { at: 257, mark: [0x75, 0x73, 0x74, 0x61, 0x72] } as const;

export const isOtherArchive = (bytes: Uint8Array): boolean =>
  MARKS.some((mark) => mark.every((byte, at) => bytes[at] === byte)) ||
  TAR.mark.every((byte, at) => bytes[TAR.at + at] === byte);
