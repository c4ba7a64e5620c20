import { squeeze } from '../../../core/base/text.ts';
import { labelOfRole, roleOfLabel } from '../../../core/document/glossary.ts';
import { ROLES, type Role } from '../../../core/document/vocabulary.ts';
import { ROLE_INITIALS } from './initials.ts';
import { TEACH } from './words.ts';

/** What a box can be said to be; null: nothing that has a role. */
export interface Choice {
  role: Role | null;
  label: string;
}

const NONE: Choice = { role: null, label: TEACH.noRole };
const ALL: readonly Choice[] = ROLES.map((role) => ({ role, label: labelOfRole(role) }));

/**
 * The choices that fit what was typed, the likeliest first: by the words of the product, by any word that forms use for it
 * (起草人), by the initials of its pinyin (ngr). Nothing typed: all of them, what the label of the box means in front. The last is
 * always that it has no role.
 */
export function choicesFor(typed: string, label: string): Choice[] {
  const words = squeeze(typed).toLowerCase();
  const meant = (words === '' ? roleOfLabel(label) : roleOfLabel(words))?.role;
  const ranked = ALL.map((choice) => ({ choice, rank: rankOf(choice, words, meant) })).filter(({ rank }) => rank > 0);
  return [...ranked.sort((left, right) => right.rank - left.rank).map(({ choice }) => choice), NONE];
}

/** 0 where it does not fit. */
function rankOf({ role, label }: Choice, words: string, meant: Role | undefined): number {
  if (role !== null && role === meant) return 5;
  if (words === '') return 1;
  const initials = role === null ? '' : ROLE_INITIALS[role];
  if (label.startsWith(words) || initials === words) return 4;
  if (initials.startsWith(words)) return 3;
  return label.includes(words) ? 2 : initials.includes(words) ? 1 : 0;
}
