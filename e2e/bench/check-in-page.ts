import axe from 'axe-core';
import { checkDocument } from '../../core/check/check.ts';
import { capture } from '../../core/page/capture.ts';
import { readPage } from '../../core/readers/index.ts';
import { RULES } from '../../core/rules/index.ts';
import { BUILT_IN_CATALOGUE } from '../../core/standards/pack.ts';
import { fairWalk } from './capture-in-page.ts';

export interface CheckTimes {
  /** Milliseconds of each round. */
  check: number[];
  axe: number[];
  /** The walk that the capture is measured against. */
  walk: number[];
}

const REST = 50;
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, REST));

/**
 * Capture, reading and all rules, beside all rules of axe-core on the same page, in turn, each with a rest before it, so that
 * neither pays for what the other left behind. A round of ours repeats the work `times` times and gives the mean: small pages
 * are too quick for the clock of a page. Ours is warmed up once in any case; one run of axe-core is long enough to warm itself.
 * @public Called inside the page.
 */
export async function measure(rounds: number, warmUp: number, times: number): Promise<CheckTimes> {
  const result: CheckTimes = { check: [], axe: [], walk: [] };
  let findings = 0;
  const mean = async (work: () => unknown, repeats: number): Promise<number> => {
    const start = performance.now();
    for (let time = 0; time < repeats; time += 1) await work();
    return (performance.now() - start) / repeats;
  };
  const check = async (): Promise<void> => {
    const model = readPage(await capture(document));
    findings += checkDocument(model, { rules: RULES, today: '2026-11-23', catalogue: BUILT_IN_CATALOGUE }).findings
      .length;
  };
  await mean(check, times);
  for (let round = -warmUp; round < rounds; round += 1) {
    await rest();
    const own = await mean(check, times);
    await rest();
    const walk = await mean(fairWalk, times);
    await rest();
    const reference = await mean(() => axe.run(document), 1);
    if (round < 0) continue;
    result.check.push(own);
    result.walk.push(walk);
    result.axe.push(reference);
  }
  if (findings < (rounds + warmUp + 1) * times * RULES.length) throw new Error('the rules did not all run');
  return result;
}
