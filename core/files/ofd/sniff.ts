import { entryNames } from '../containers/zip.ts';

/** A zip with the entry part of an OFD file. */
export function isOfd(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  try {
    return entryNames(bytes).some((name) => /^[\\/]?ofd\.xml$/i.test(name));
  } catch {
    return false;
  }
}
