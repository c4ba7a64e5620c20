const MARK = '%PDF-';
/** Some bytes may stand in front of the mark. */
const WITHIN = 1024;

/** True for a PDF. */
export function isPdf(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, WITHIN + MARK.length);
  return Array.from(head, (byte) => String.fromCharCode(byte))
    .join('')
    .includes(MARK);
}
