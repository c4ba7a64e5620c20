import { halfWidth, squeeze } from '../../../../core/base/text.ts';

/** Points as typed: a number in halves from 0 to `most`, null for nothing typed, undefined for anything else. */
export function readScore(text: string, most: number): number | null | undefined {
  const plain = halfWidth(squeeze(text)).replace('。', '.');
  if (plain === '') return null;
  if (!/^\d{1,3}(?:\.[05]?)?$/.test(plain)) return undefined;
  const score = Number(plain);
  return score <= most ? score : undefined;
}

/** A score as it stands in its box. */
export function showScore(score: number | null | undefined): string {
  return score === null || score === undefined ? '' : String(score);
}
