import { itemsOf, PILOT_SCORECARD } from '../evaluation/scorecard.ts';

const NAMES: ReadonlyMap<string, string> = new Map(
  itemsOf(PILOT_SCORECARD).flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])),
);

/** An indicator with its name, for people: `C10 标准体系文件`; alone where no text was obtained, or nothing is known of it. */
export const indicatorName = (id: string): string => `${id} ${NAMES.get(id) ?? ''}`.trim();
