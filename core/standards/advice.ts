import { fillSlots } from '../base/text.ts';
import type { StatusAnswer } from './catalogue.ts';
import type { Citation } from './citations.ts';
import { undated } from './designation.ts';
import { successorsOf } from './status.ts';
import { type TitleDifference, tellDifferences, titleDifferences } from './title.ts';

/** What to do about a reference: leave it, leave out its year, or have a person look. */
export type AdviceOutcome = 'keep' | 'undate' | 'look';

/** Each way in which a reference can stand, with what to do and how it is told. `since` is '' where no day is known. */
const REASONS = {
  current: { outcome: 'keep', message: '现行有效，不用改。' },
  'current-unconfirmed': { outcome: 'keep', message: '目录里是现行的，这一条未经核对。' },
  'new-edition': {
    outcome: 'undate',
    message: '{designation}已被{newer}代替{since}。不涉及具体条款，可以改为不注日期引用{number}。',
  },
  clause: {
    outcome: 'look',
    message: '{designation}已被{newer}代替{since}。引用的是具体条款，请对照新版的条款再改。',
  },
  'clause-unseen': {
    outcome: 'look',
    message:
      '{designation}已被{newer}代替{since}。请看引用的是不是具体条款：不是的，可以改为不注日期引用{number}；是的，请对照新版再改。',
  },
  'other-number': { outcome: 'look', message: '{designation}已被{newer}代替{since}，编号变了，请核对内容是否对应。' },
  replaced: { outcome: 'look', message: '{designation}已被代替{since}，目录里没有写明新的标准，请查证。' },
  withdrawn: { outcome: 'look', message: '{designation}已废止{since}，没有代替的标准，请确定还要不要引用。' },
  upcoming: { outcome: 'look', message: '{designation}还没有实施{since}，请确定现在能不能引用。' },
  'replaced-unconfirmed': {
    outcome: 'look',
    message: '{designation}可能已被{newer}代替{since}，目录中这一条未经核对，请查证。',
  },
  unconfirmed: { outcome: 'look', message: '{designation}可能已不是现行标准（目录中这一条未经核对），请查证。' },
  unknown: { outcome: 'look', message: '目录里没有{designation}在这一天的状态，请查证。' },
  'not-in-catalogue': { outcome: 'look', message: '目录里没有{designation}，请查证编号和状态。' },
  title: {
    outcome: 'look',
    message: '{designation}的名称是“{title}”，写的是“{found}”{difference}。请核对编号和名称。',
  },
  'title-unconfirmed': {
    outcome: 'look',
    message: '目录里{designation}的名称是“{title}”（未经核对），写的是“{found}”{difference}。请核对编号和名称。',
  },
} as const satisfies Record<string, { outcome: AdviceOutcome; message: string }>;
export type AdviceReason = keyof typeof REASONS;

/** Behind a successor of which nobody has confirmed number, title and status. */
const UNCONFIRMED = '（未经核对）';

/** What is advised about one reference. */
export interface Advice {
  outcome: AdviceOutcome;
  reason: AdviceReason;
  /** A Chinese sentence that says why. */
  message: string;
  /** Where the title as written differs from the catalogue's; [] when none was written or it is right. */
  differences: TitleDifference[];
}

/** What the advice depends on. */
export type CitedAs = Pick<Citation, 'designation' | 'title'> &
  Partial<Pick<Citation, 'allParts'>> & {
    /** A clause of it is meant; `unseen`: nobody knows whether. */
    clause?: true | 'unseen';
  };

/**
 * What to do about a reference of which the catalogue gives this answer. Number and title both have to be those of the
 * catalogue: with another title nobody knows which standard is meant, and a person looks first.
 */
export function adviseOn(answer: StatusAnswer, cited: Omit<CitedAs, 'designation'>): Advice {
  const right = answer.row?.title ?? '';
  const compared = cited.title !== '' && right !== '' && !cited.allParts;
  const differences = compared ? titleDifferences(cited.title, right) : [];
  const wrongTitle = answer.verified ? 'title' : 'title-unconfirmed';
  const reason = differences.length > 0 ? wrongTitle : reasonOf(answer, cited);
  const told = tellDifferences(differences);
  const message = fillSlots(REASONS[reason].message, {
    designation: answer.designation,
    number: undated(answer.designation),
    newer: successorsOf(answer)
      .map(({ designation, verified }) => (verified ? designation : `${designation}${UNCONFIRMED}`))
      .join('、'),
    since: sinceOf(answer),
    title: right,
    found: cited.title,
    difference: told === '' ? '' : `（${told}）`,
  });
  return { outcome: REASONS[reason].outcome, reason, message, differences };
}

function reasonOf(answer: StatusAnswer, { clause }: Pick<CitedAs, 'clause'>): AdviceReason {
  const { status, verified } = answer;
  if (status === 'current') return verified ? 'current' : 'current-unconfirmed';
  if (status === 'unknown' || status === 'not-in-catalogue') return status;
  const newer = successorsOf(answer);
  if (!verified) return status === 'replaced' && newer.length > 0 ? 'replaced-unconfirmed' : 'unconfirmed';
  if (status !== 'replaced') return status;
  if (newer.length === 0) return 'replaced';
  const number = undated(answer.designation);
  const same = newer
    .map(({ designation }) => undated(designation))
    .every((one) => one === number || one.startsWith(`${number}.`));
  if (!same) return 'other-number';
  if (clause === 'unseen') return 'clause-unseen';
  return clause ? 'clause' : 'new-edition';
}

function sinceOf({ row, status }: StatusAnswer): string {
  const day = status === 'upcoming' ? row?.effectiveOn : row?.withdrawnOn;
  return day === undefined ? '' : `（${day}起${status === 'upcoming' ? '实施' : ''}）`;
}
