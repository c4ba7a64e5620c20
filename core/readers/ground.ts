import type { FamilyKnowledge } from '../document/parts.ts';
import type { PageSnapshot } from '../page/snapshot.ts';
import { type Claim, winningClaim } from './claims.ts';
import { GENERIC } from './generic.ts';
import { type Survey, surveyPage } from './survey/survey.ts';

/** What a page is read on: the snapshot as its family sees it, what stands in it, and what the family knows of this form. */
export interface Ground {
  snapshot: PageSnapshot;
  survey: Survey;
  /** The family that claims the page, and why. */
  claim: Claim | undefined;
  reader: { id: string; name: string };
  knowledge: FamilyKnowledge | undefined;
}

export function groundOf(captured: PageSnapshot): Ground {
  const seen = surveyPage(captured);
  const claim = winningClaim(captured, seen);
  const family = claim?.family;
  const snapshot = family?.prepare?.(captured) ?? captured;
  const survey = snapshot === captured ? seen : surveyPage(snapshot);
  const form = family?.forms?.find(({ heading }) =>
    [...survey.headings.map(({ text }) => text), snapshot.title, ...snapshot.frames.map((frame) => frame.label)].some(
      (text) => heading.test(text),
    ),
  );
  return {
    snapshot,
    survey,
    claim,
    reader: family ? { id: family.id, name: family.name } : GENERIC,
    knowledge: family && { ...family, ...(form ? { expected: form.expected } : {}) },
  };
}
