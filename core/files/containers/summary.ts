/** Name of the stream of an old Office file that says who wrote it and when. */
export const SUMMARY_STREAM = '\u0005SummaryInformation';

/** What an old Office file says of itself, where it is not empty; times as ISO 8601. */
export type Summary = Partial<Record<'title' | 'creator' | 'lastModifiedBy' | 'created' | 'modified', string>>;

const TEXTS = { 2: 'title', 4: 'creator', 8: 'lastModifiedBy' } as const;
const TIMES = { 12: 'created', 13: 'modified' } as const;
const CODE_PAGE = 1;
/** Types of values (OLE property sets): bytes in the code page, UTF-16, time. */
const BYTES = 30;
const WIDE = 31;
const TIME = 64;
/** Milliseconds from 1601, from where times are counted, to 1970. */
const EPOCH = 11_644_473_600_000;

/** Reads a property set as far as it can be read: what does not fit is left out. */
export function readSummary(stream: Uint8Array | undefined): Summary {
  const found: Summary = {};
  if (!stream || stream.length < 56) return found;
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const number = (at: number): number => (at + 4 <= stream.length ? view.getUint32(at, true) : 0);
  const start = number(44);
  const count = Math.min(number(start + 4), 100);
  const places = new Map<number, number>();
  for (let index = 0; index < count; index += 1)
    places.set(number(start + 8 + 8 * index), start + number(start + 12 + 8 * index));
  const page = places.get(CODE_PAGE);
  const encoding = encodingOf(page === undefined ? 0 : number(page + 4) & 0xffff);
  for (const [id, name] of Object.entries(TEXTS)) {
    const at = places.get(Number(id));
    if (at === undefined) continue;
    const type = number(at);
    const length = number(at + 4) * (type === WIDE ? 2 : 1);
    if ((type !== BYTES && type !== WIDE) || at + 8 + length > stream.length) continue;
    const raw = stream.subarray(at + 8, at + 8 + length);
    const text = new TextDecoder(type === WIDE ? 'utf-16le' : encoding)
      .decode(raw)
      .replace(/\0[\s\S]*$/, '')
      .trim();
    if (text !== '') found[name] = text;
  }
  for (const [id, name] of Object.entries(TIMES)) {
    const at = places.get(Number(id));
    if (at === undefined || number(at) !== TIME) continue;
    const since = (number(at + 8) * 2 ** 32 + number(at + 4)) / 10_000 - EPOCH;
    // Programs that do not know the time write the first day that can be written.
    if (since > 0 && since < 8.64e15) found[name] = new Date(since).toISOString();
  }
  return found;
}

/** The encoding of a code page of Windows; Chinese where it is not told. */
export function encodingOf(codePage: number): string {
  if (codePage === 65001) return 'utf-8';
  if (codePage === 1200) return 'utf-16le';
  if (codePage === 950) return 'big5';
  if (codePage === 932) return 'shift_jis';
  if (codePage === 949) return 'euc-kr';
  return (codePage >= 1250 && codePage <= 1258) || codePage === 874 ? `windows-${codePage}` : 'gb18030';
}
