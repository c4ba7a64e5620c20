import { fillSlots } from '../base/text.ts';
import { labelOfRole } from '../document/glossary.ts';
import { ROLES, type Role } from '../document/vocabulary.ts';
import type { Disagreement, Version } from '../ledger/merge/differences.ts';
import type { MergeLog } from '../ledger/merge/merge.ts';
import { forksOf, tellClock, tellFork, tellQuestion, tellSource, tellSummary } from '../ledger/merge/tell.ts';
import { shownTime } from './about.ts';

/** Words of a merge for people, on the screen, in the command line and in the sheet. */
export const MERGE_WORDS = {
  is: { rating: '自报分不同', document: '同一份文件，内容不同', standing: '同一份证据，归入或撤回不同' },
  points: { title: '标题', factOn: '事实日期', indicators: '归入指标', withdrawn: '是否撤回' },
  score: '自报分',
  reason: '理由',
  noScore: '没有报分',
  stands: '算证据',
  withdrawn: '已撤回',
  nothing: '（没有）',
  version: '{actor} 第 {sequence} 号（{time}）：{says}',
  said: '{name} {value}',
  about: '{is}：{subject}',
} as const;

const isRole = (point: string): point is Role => (ROLES as readonly string[]).includes(point);

/** The names of what differs, one a value of each version. */
export function pointNames({ is, points }: Disagreement): string[] {
  if (is === 'rating') return [MERGE_WORDS.score, MERGE_WORDS.reason];
  const names: Readonly<Record<string, string>> = MERGE_WORDS.points;
  return points.map((point) => names[point] ?? (isRole(point) ? labelOfRole(point) : point));
}

/** What a version says, one a name of `pointNames`, for people. */
export function sayings({ is, points }: Disagreement, { says }: Version): string[] {
  return says.map((value, index) => {
    if (is === 'rating') return index === 0 && value === '' ? MERGE_WORDS.noScore : value;
    if (points[index] === 'withdrawn') return value === '' ? MERGE_WORDS.stands : MERGE_WORDS.withdrawn;
    return value === '' ? MERGE_WORDS.nothing : value;
  });
}

/** What a disagreement is about. */
export const aboutDisagreement = ({ is, points, versions }: Disagreement): string =>
  fillSlots(MERGE_WORDS.about, {
    is: MERGE_WORDS.is[is],
    subject: is === 'rating' ? (points[0] ?? '') : (versions[0]?.subject ?? ''),
  });

/** The whole of a merge, line by line. */
export function mergeLines(log: MergeLog): string[] {
  const disagreements = log.disagreements.flatMap((one) => {
    const names = pointNames(one);
    const versions = one.versions.map((version) => {
      const said = sayings(one, version).map((value, index) =>
        fillSlots(MERGE_WORDS.said, { name: names[index] ?? '', value }),
      );
      const slots = { actor: version.actor, sequence: version.sequence, time: shownTime(version.registeredAt) };
      return `  ${fillSlots(MERGE_WORDS.version, { ...slots, says: said.join('，') })}`;
    });
    return [aboutDisagreement(one), ...versions];
  });
  return [
    tellSummary(log),
    ...log.sources.flatMap(tellSource),
    ...log.questions.map(tellQuestion),
    ...forksOf(log).map(tellFork),
    ...log.clocks.map(tellClock),
    ...disagreements,
  ];
}
