import type { Comparison } from '../../../../core/ledger/bundle/compare.ts';
import type { Unfinished } from './state.ts';

/** What can be done with a bundle that was compared, and the numbers that its sentence tells. */
export type Decision =
  | { may: 'restore' | 'go-on'; missing: number; done: number }
  | { may: 'nothing'; why: Exclude<Comparison['standing'] | NonNullable<Comparison['hindrance']>, 'empty' | 'shorter'> }
  | { may: 'finish-other-first' };

/** Decides what a person is offered: pure. A restore of another bundle that is not done has to be finished or left first. */
export function decide({ bundle, own, standing, hindrance }: Comparison, unfinished: Unfinished | undefined): Decision {
  if (hindrance !== undefined) return { may: 'nothing', why: hindrance };
  if (unfinished !== undefined) {
    const same = unfinished.fingerprint === bundle.fingerprint && unfinished.hash === bundle.head.hash;
    if (!same) return { may: 'finish-other-first' };
    return { may: 'go-on', missing: bundle.count - unfinished.done, done: unfinished.done };
  }
  if (standing !== 'empty' && standing !== 'shorter') return { may: 'nothing', why: standing };
  return { may: 'restore', missing: bundle.count - own.sequence, done: own.sequence };
}
