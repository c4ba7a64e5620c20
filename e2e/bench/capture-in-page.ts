import { capture } from '../../core/page/capture.ts';

/** The least that reading a page can cost: one pass over the text nodes that reads every text. */
function readAllText(): number {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) text += (node as Text).data;
  return text.length;
}

interface Kept {
  tag: string;
  class: string;
  text: string;
}

/**
 * What the capture is measured against: a walk that visits every element once and keeps an object with its tag, its class
 * and its own text. It decides nothing, pairs nothing and asks nothing about sight.
 */
export function fairWalk(): number {
  const kept: Kept[] = [];
  const open: Kept[] = [];
  const root = document.documentElement;
  let node: Node | null = root;
  while (node !== null) {
    if (node.nodeType === 1) {
      const element = node as Element;
      const one = { tag: element.localName, class: element.className, text: '' };
      kept.push(one);
      const first: Node | null = node.firstChild;
      if (first !== null) {
        open.push(one);
        node = first;
        continue;
      }
    } else if (node.nodeType === 3) (open[open.length - 1] as Kept).text += (node as Text).data;
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      open.pop();
    }
    node = node === null || node === root ? null : node.nextSibling;
  }
  return kept.length;
}

export interface CaptureTimes {
  elements: number;
  /** Milliseconds of each round. */
  capture: number[];
  walk: number[];
  text: number[];
}

/**
 * All three on the same page, in turn, each with a rest before it. Small pages are too quick for the clock of a page: a round
 * repeats the work `times` times and gives the mean.
 * @public Called inside the page.
 */
export async function measure(rounds: number, times: number): Promise<CaptureTimes> {
  const elements = document.getElementsByTagName('*').length;
  if (fairWalk() !== elements) throw new Error('the walk missed an element');
  const result: CaptureTimes = { elements, capture: [], walk: [], text: [] };
  const rest = () => new Promise((resolve) => setTimeout(resolve, 20));
  const mean = async (work: () => unknown): Promise<number> => {
    await rest();
    const start = performance.now();
    for (let time = 0; time < times; time += 1) await work();
    return (performance.now() - start) / times;
  };
  for (let round = -3; round < rounds; round += 1) {
    const text = await mean(readAllText);
    const walk = await mean(fairWalk);
    const own = await mean(() => capture(document));
    // The first rounds warm up.
    if (round < 0) continue;
    result.text.push(text);
    result.walk.push(walk);
    result.capture.push(own);
  }
  return result;
}
