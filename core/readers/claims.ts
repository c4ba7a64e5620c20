import { fillSlots, labelKey } from '../base/text.ts';
import type { PageSnapshot } from '../page/snapshot.ts';
import { FAMILIES } from './families/index.ts';
import { CLAIM, type Family, type Sign } from './reader.ts';
import type { Survey } from './survey/survey.ts';
import { READER_WORDS } from './words.ts';

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

/** How strongly a family claims a page. */
export interface Claim {
  family: Family;
  /** Sum of the weights of its signs that are there, each sign once. */
  weight: number;
  /** What those signs are, as words for a person, each once. */
  reasons: string[];
}

/** How strongly a family claims a page, and by what. */
function claimOf(family: Family, snapshot: PageSnapshot, survey: Survey, captions: readonly string[]): Claim {
  const met = family.signs.filter(
    ({ url, frame, mark, control, label, text }) =>
      (url === undefined || snapshot.frames.some((one) => url.test(one.url))) &&
      (frame === undefined ||
        snapshot.frames.some(
          ({ label: name, owner }) => owner !== undefined && (frame.test(name) || frame.test(owner)),
        )) &&
      (mark === undefined || snapshot.frames.some(({ signs }) => signs?.includes(mark))) &&
      (control === undefined || survey.controls.has(control)) &&
      (label === undefined || survey.labels.has(labelKey(label))) &&
      (text === undefined || captions.some((caption) => text.test(caption))),
  );
  return {
    family,
    weight: met.reduce((sum, sign) => sum + sign.weight, 0),
    reasons: [...new Set(met.map(reasonOf))],
  };
}

function reasonOf({ url, label, text }: Sign): string {
  if (url) return READER_WORDS.byAddress;
  if (label !== undefined) return fillSlots(READER_WORDS.byLabel, { label });
  return text ? READER_WORDS.byText : READER_WORDS.byStructure;
}

/** Every family that has any sign on a page, the strongest claim first. */
export function claimsOn(snapshot: PageSnapshot, survey: Survey): Claim[] {
  const captions = captionsOf(survey);
  return FAMILIES.map((family) => claimOf(family, snapshot, survey, captions))
    .filter(({ weight }) => weight > 0)
    .sort((left, right) => right.weight - left.weight);
}

/** The claim of the family that is to read a page: the strongest, strong enough, and alone; undefined when there is none. */
export function winningClaim(snapshot: PageSnapshot, survey: Survey): Claim | undefined {
  const [best, next] = claimsOn(snapshot, survey);
  return best && best.weight >= CLAIM && best.weight !== next?.weight ? best : undefined;
}
