import { expect, it } from 'vitest';
import { faultOf } from './faults.ts';
import type { TextPiece } from './page.ts';

const piece = (text: string, turned?: true): TextPiece => ({
  text,
  x: 0,
  y: 0,
  width: 1,
  fontSize: 1,
  ...(turned && { turned }),
});
const picture = { x: 0, y: 0, width: 9, height: 9 };

it.each([
  [undefined, [piece('正文')], [], 0],
  [undefined, [], [], 59],
  ['picture', [], [], 60],
  ['picture', [piece('斜', true)], [picture], 0],
  ['turned', [piece('横放的文字'.repeat(6), true)], [picture], 0],
  ['garbled', [piece('\ue001\ue002\ue003\ue004文'), piece('.'.repeat(200))], [], 0],
  ['garbled', [piece('\u0001\u0002\u0003')], [], 0],
  // Marks of lists in a font of their own, in Chinese and in English.
  [undefined, [piece('\uf06c 培训对象和时间')], [], 0],
  [undefined, [piece('\uf0b7 The quick brown fox jumps over it')], [], 0],
] as const)('%j', (fault, pieces, pictures, shapes) => {
  expect(faultOf({ pieces: [...pieces], pictures: [...pictures] }, shapes)).toBe(fault);
});
