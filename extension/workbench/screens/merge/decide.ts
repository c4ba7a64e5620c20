import { fillSlots } from '../../../../core/base/text.ts';
import { PILOT_SCORECARD } from '../../../../core/evaluation/scorecard.ts';
import type { Disagreement, Version } from '../../../../core/ledger/merge/differences.ts';
import { ask } from '../../../messages/ask.ts';
import { MERGE } from './words.ts';

/** How another version is put right: what `correct` is asked. */
interface Target {
  sequence: number;
  chain?: string;
  hash: string;
}

/** `own` is the name of this computer's chain. */
const targetOf = ({ chain, sequence, hash }: Version, own: string): Target => ({
  sequence,
  hash,
  ...(chain === own ? {} : { chain }),
});

/** Whether a version can be taken here: a rating only of the scorecard that is in use. */
export const canTake = ({ is, scorecard }: Disagreement): boolean =>
  is !== 'rating' || scorecard === PILOT_SCORECARD.id;

/** Decides for one version, by entries of this computer's own chain. Rejects with a coded problem. */
export async function takeVersion(one: Disagreement, version: Version, own: string): Promise<void> {
  const reason = fillSlots(MERGE.apart.reason, { actor: version.actor, sequence: version.sequence });
  if (one.is === 'rating') {
    const [score = '', said = ''] = version.says;
    const [indicator = ''] = one.points;
    await ask('rate', {
      ...{ scorecard: one.scorecard ?? '', indicator },
      ...{ score: score === '' ? null : Number(score), reason: said === '' ? reason : said },
    });
    return;
  }
  for (const other of one.versions) {
    if (other === version) continue;
    const target = targetOf(other, own);
    if (one.is === 'document') await ask('correct', { ...target, withdrawn: true, reason });
    else await alignStanding(one, version, target, reason);
  }
}

/** Makes another version count for what the chosen one does. */
async function alignStanding(one: Disagreement, version: Version, target: Target, reason: string): Promise<void> {
  for (const [index, point] of one.points.entries()) {
    const said = version.says[index] ?? '';
    if (point === 'withdrawn') await ask('correct', { ...target, withdrawn: said !== '', reason });
    else await ask('correct', { ...target, indicators: said === '' ? [] : said.split('、'), reason });
  }
}

/** Says that the versions were looked at and all stay. */
export async function keepAll({ versions }: Disagreement, own: string): Promise<void> {
  const [first] = versions;
  if (first !== undefined) await ask('correct', { ...targetOf(first, own), reason: MERGE.apart.kept });
}
