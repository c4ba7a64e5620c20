import { fillSlots, halfWidth, squeeze } from '../../../core/base/text.ts';
import type { ServiceMatch } from '../../../core/unit/services.ts';
import { DUTIES } from './words.ts';

/** Whose duties those of a service are, seen from this seat; `note`: where it is handled, when that is not here. */
export function dutiesOf({ windows }: Pick<ServiceMatch, 'windows'>, seat: string): { title: string; note: string } {
  const slots = { windows: windows.join('、'), seat };
  if (windows.length === 0) return { title: DUTIES.unknown, note: '' };
  if (windows.some((window) => isAt(seat, window))) return { title: fillSlots(DUTIES.here, slots), note: '' };
  return { title: fillSlots(DUTIES.elsewhere, slots), note: seat === '' ? '' : fillSlots(DUTIES.notHere, slots) };
}

/** A seat is called by its window, with a name behind it perhaps: 综合窗口1（王芳） is no 综合窗口12. */
function isAt(seat: string, window: string): boolean {
  const [own, whole] = [seat, window].map((text) => halfWidth(squeeze(text))) as [string, string];
  return own.startsWith(whole) && !/^\d/.test(own.slice(whole.length));
}
