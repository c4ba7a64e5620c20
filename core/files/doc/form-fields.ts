import type { XmlElement } from '../containers/xml.ts';
import type { Elements } from '../word/elements.ts';
import { viewOf } from './bytes.ts';

/** Kinds of form fields whose state does not stand in the text. */
const TICK_BOX = 1;
const LIST = 2;
/** The result says nothing: the standard state counts. */
const STANDARD = 25;
const MOST_ENTRIES = 25;

/** The state of the form field whose facts stand at a place of the data stream, as w:ffData; undefined when none stands there. */
export function formField(data: Uint8Array, at: number, { make, val }: Elements): XmlElement | undefined {
  if (at + 12 > data.length) return undefined;
  const view = viewOf(data);
  const from = at + view.getUint16(at + 4, true);
  if (from + 12 > data.length || view.getUint32(from, true) !== 0xffffffff) return undefined;
  const bits = view.getUint16(from + 4, true);
  const kind = bits & 3;
  const result = (bits >> 2) & 0x1f;
  if (kind !== TICK_BOX && kind !== LIST) return undefined;
  let place = from + 10;
  /** A text with its length in front and, where it is alone, an end behind. */
  const text = (end: number): string => {
    const letters = view.getUint16(place, true);
    const found = new TextDecoder('utf-16le').decode(data.subarray(place + 2, place + 2 + 2 * letters));
    place += 2 + 2 * letters + end;
    return found;
  };
  text(2);
  const standard = view.getUint16(place, true);
  const state = result === STANDARD ? standard : result;
  if (kind === TICK_BOX) return make('w:ffData', {}, [make('w:checkBox', {}, [val('w:checked', state)])]);
  place += 2;
  // Its format, its help, what the status line says, and two macros.
  for (let index = 0; index < 5; index += 1) text(2);
  const count = Math.min(view.getUint16(place + 2, true), MOST_ENTRIES);
  place += 6;
  const entries = Array.from({ length: count }, () => val('w:listEntry', text(0)));
  return make('w:ffData', {}, [make('w:ddList', {}, [val('w:result', state), ...entries])]);
}
