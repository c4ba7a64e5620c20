import { labelKey } from '../base/text.ts';
import type { PageSnapshot } from '../page/snapshot.ts';
import { FAMILIES } from './families/index.ts';
import { CLAIM, type Family } from './reader.ts';
import type { Survey } from './survey/survey.ts';

/** Longest text by which a family is known. */
const LONGEST_SIGN = 40;

/** Any text by which some family is known: most texts of a page are none, and are asked once. */
const ANY_SIGN = new RegExp(
  FAMILIES.flatMap(({ signs }) => signs.flatMap(({ text }) => (text ? [`(?:${text.source})`] : []))).join('|'),
  'u',
);

/** Texts of a page by which a family may be known. */
function captionsOf(survey: Survey): string[] {
  const captions: string[] = [];
  for (const { text } of survey.texts) {
    if (text.length > LONGEST_SIGN) continue;
    const caption = text.trim();
    if (ANY_SIGN.test(caption)) captions.push(caption);
  }
  return captions;
}

/** How strongly a family claims a page: the weights of its signs that are there, each sign once. */
export function claimOf(
  family: Family,
  snapshot: PageSnapshot,
  survey: Survey,
  captions: readonly string[] = captionsOf(survey),
): number {
  return family.signs
    .filter(
      ({ url, control, label, text }) =>
        (url === undefined || snapshot.frames.some((frame) => url.test(frame.url))) &&
        (control === undefined || survey.controls.has(control)) &&
        (label === undefined || survey.labels.has(labelKey(label))) &&
        (text === undefined || captions.some((caption) => text.test(caption))),
    )
    .reduce((sum, sign) => sum + sign.weight, 0);
}

/** The family that claims a page most strongly; undefined when none does, or two claim it alike. */
export function familyOf(snapshot: PageSnapshot, survey: Survey): Family | undefined {
  const captions = captionsOf(survey);
  const claims = FAMILIES.map((family) => ({ family, claim: claimOf(family, snapshot, survey, captions) }))
    .filter(({ claim }) => claim >= CLAIM)
    .sort((left, right) => right.claim - left.claim);
  const [best, next] = claims;
  return best && best.claim !== next?.claim ? best.family : undefined;
}
