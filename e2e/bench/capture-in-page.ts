import { capture } from '../../core/page/capture.ts';

/** What the capture is measured against: one pass over the text nodes that reads every text. */
export function readAllText(): number {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) text += (node as Text).data;
  return text.length;
}

export interface CaptureTimes {
  elements: number;
  /** Milliseconds of each round. */
  capture: number[];
  reference: number[];
}

/**
 * Both on the same page, in turn, each with a rest before it. Small pages are too quick for the clock of a page: a round
 * repeats the work `times` times and gives the mean.
 * @public Called inside the page.
 */
export async function measure(rounds: number, times: number): Promise<CaptureTimes> {
  const result: CaptureTimes = { elements: document.getElementsByTagName('*').length, capture: [], reference: [] };
  const rest = () => new Promise((resolve) => setTimeout(resolve, 20));
  for (let round = -3; round < rounds; round += 1) {
    await rest();
    let start = performance.now();
    for (let time = 0; time < times; time += 1) readAllText();
    const reference = (performance.now() - start) / times;
    await rest();
    start = performance.now();
    for (let time = 0; time < times; time += 1) await capture(document);
    const own = (performance.now() - start) / times;
    // The first rounds warm up.
    if (round >= 0) {
      result.reference.push(reference);
      result.capture.push(own);
    }
  }
  return result;
}
