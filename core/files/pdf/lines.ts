/** A piece of text as it stands on a page: points from the top left, `y` of the line that the letters stand on. */
export interface Run {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

/** Runs that stand side by side, as one text. */
export interface Line {
  text: string;
  x: number;
  y: number;
  /** Where it ends. */
  end: number;
  size: number;
}

/** Runs on one line stand this much of their size apart at most: digits of another font, a raised mark. */
const SAME_LINE = 0.45;
/** From this gap on, in sizes, two runs are two words: wider beside Chinese, which is spread over a line. */
const GAP_OF_LETTERS = 0.18;
const GAP_OF_HAN = 0.6;
const WIDE =
  /[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\u3000-\u303f\u201c\u201d\u2018\u2019\u2014\u2026]/u;
/** Letters of a heading or label that are spread over its width: 通 知 单. The frame of a date is left as it is. */
const SPREAD = /(?<![^\s])(?!年 月 日)\p{Script=Han}(?: \p{Script=Han}){2,}(?![^\s:：])/gu;

const WIDE_WORD = /^[（《〈“‘「【〔]*.[，。、；：！？）》〉”’」】〕]*/u;
const NARROW_WORD = /^[^\s\u2e80-\u9fff]+/u;
const HAS_SPACE = /\s/u;
const SPACES = /\s+/gu;

/** How wide a letter stands, in sizes, near enough to cut a run or to measure a word. */
export const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + (WIDE.test(letter) ? 1 : 0.5), 0);

/** The lines of some runs, from top to bottom. */
export function linesOf(runs: readonly Run[]): Line[] {
  const sorted = [...runs].sort((left, right) => left.y - right.y || left.x - right.x);
  const groups: { y: number; size: number; runs: Run[] }[] = [];
  for (const run of sorted) {
    const last = groups.at(-1);
    if (last && run.y - last.y <= SAME_LINE * Math.max(last.size, run.size)) {
      last.runs.push(run);
      // The biggest letters say where the line stands.
      if (run.size > last.size) [last.y, last.size] = [run.y, run.size];
    } else groups.push({ y: run.y, size: run.size, runs: [run] });
  }
  return groups.flatMap(({ y, size, runs }) => lineOf(runs, y, size) ?? []);
}

function lineOf(runs: readonly Run[], y: number, size: number): Line | undefined {
  const sorted = [...runs].sort((left, right) => left.x - right.x);
  let text = '';
  let end = Number.NEGATIVE_INFINITY;
  let before: Run | undefined;
  for (const run of sorted) {
    // Bold letters are drawn twice, a little apart.
    if (before && before.text === run.text && Math.abs(before.x - run.x) < 0.15 * run.size) continue;
    if (before && isApart(before, run, run.x - end)) text += ' ';
    text += run.text;
    end = Math.max(end, run.x + run.width);
    before = run;
  }
  const shown = HAS_SPACE.test(text) ? text.replace(SPACES, ' ').trim().replace(SPREAD, together) : text;
  const [first] = sorted;
  return shown === '' || first === undefined ? undefined : { text: shown, x: first.x, y, end, size };
}

const together = (letters: string): string => letters.replaceAll(' ', '');

/** How wide the first word of a line is, in points: a line above that had room for it is the last of its paragraph. */
export const firstWidth = ({ text, size }: Line): number => widthOf(firstWord(text)) * size;

function isApart(before: Run, run: Run, gap: number): boolean {
  const isHan = WIDE.test(before.text.slice(-1)) || WIDE.test(run.text.slice(0, 1));
  return gap > (isHan ? GAP_OF_HAN : GAP_OF_LETTERS) * Math.max(before.size, run.size);
}

/** What cannot be parted at the end of a line: one Chinese letter with the marks behind it, or one word of others. */
function firstWord(text: string): string {
  const word = WIDE.test(text.slice(0, 1)) ? WIDE_WORD : NARROW_WORD;
  return word.exec(text)?.[0] ?? text.slice(0, 1);
}

/** Two lines of one paragraph as one text: words of letters keep a space between them, Chinese has none. */
export function joinLines(above: string, below: string): string {
  const isHan = WIDE.test(above.slice(-1)) || WIDE.test(below.slice(0, 1));
  const isSplit = /[-/—–]$/u.test(above);
  return isHan || isSplit ? above + below : `${above} ${below}`;
}

/** A run cut where the rulings of a table cross it. */
export function cutRun(run: Run, edges: readonly number[]): Run[] {
  const letters = Array.from(run.text);
  const whole = widthOf(run.text) || 1;
  const pieces: Run[] = [];
  let x = run.x;
  for (const letter of letters) {
    const width = (widthOf(letter) / whole) * run.width;
    const last = pieces.at(-1);
    const middle = x + width / 2;
    if (last && !edges.some((edge) => edge > last.x && edge <= middle)) {
      last.text += letter;
      last.width += width;
    } else pieces.push({ ...run, text: letter, x, width });
    x += width;
  }
  return pieces.filter(({ text }) => text.trim() !== '');
}
