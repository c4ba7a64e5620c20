import axe from 'axe-core';
import { checkDocument } from '../../core/check/check.ts';
import { capture } from '../../core/page/capture.ts';
import { readPage } from '../../core/readers/index.ts';
import { RULES } from '../../core/rules/index.ts';
import { BUILT_IN_CATALOGUE } from '../../core/standards/pack.ts';

export interface CheckTimes {
  /** Milliseconds of each round. */
  check: number[];
  axe: number[];
}

/**
 * Capture, reading and all rules, beside all rules of axe-core on the same page, in turn. A round of ours repeats the work
 * `times` times and gives the mean: small pages are too quick for the clock of a page.
 * @public Called inside the page.
 */
export async function measure(rounds: number, warmUp: number, times: number): Promise<CheckTimes> {
  const result: CheckTimes = { check: [], axe: [] };
  let findings = 0;
  for (let round = -warmUp; round < rounds; round += 1) {
    const start = performance.now();
    for (let time = 0; time < times; time += 1) {
      const model = readPage(await capture(document));
      findings += checkDocument(model, { rules: RULES, today: '2026-11-23', catalogue: BUILT_IN_CATALOGUE }).findings
        .length;
    }
    const middle = performance.now();
    await axe.run(document);
    const end = performance.now();
    if (round < 0) continue;
    result.check.push((middle - start) / times);
    result.axe.push(end - middle);
  }
  if (findings < (rounds + warmUp) * times * RULES.length) throw new Error('the rules did not all run');
  return result;
}
