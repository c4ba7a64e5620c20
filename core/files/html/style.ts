/** What parts a style sheet: comments and texts are passed over whole, an escaped character is none of the others. */
const TOKENS = /\/\*[\s\S]*?(?:\*\/|$)|"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?|\\[\s\S]|[{};]/g;
/** Says whether something is seen, or holds a value that may say so. */
const MATTERS = /display|visib|\ball\s*:|--[\w-]+\s*:/i;
/** Blocks of these speak of no element. */
const APART = /^\s*@(?:-[a-z]+-)?(?:keyframes|font-face|page|property|counter-style)\b/i;

/** Blocks inside one another; style sheets have three or four. */
const DEEPEST = 16;

/**
 * The rules of a style sheet that may tell what is seen, at most so many; building rules out of text takes far longer than
 * looking over it, and nine in ten only tell how things look.
 */
export function rulesOfSight(sheet: string, most: number): { text: string; rules: number; cut: boolean } {
  /** Blocks that are open: what was kept of each, beginning with its own head. */
  const open: { kept: string; empty: boolean; apart: boolean }[] = [{ kept: '', empty: true, apart: false }];
  let rules = 0;
  let cut = false;
  let from = 0;
  for (const { 0: token, index } of sheet.matchAll(TOKENS)) {
    const block = open[open.length - 1];
    if (!block || !/^[{};]$/.test(token)) continue;
    const piece = sheet.slice(from, index);
    from = index + 1;
    if (token === '{') {
      open.push({ kept: `${piece}{`, empty: true, apart: block.apart || open.length > DEEPEST || APART.test(piece) });
      continue;
    }
    // Outside of blocks a statement loads or names something: neither is followed.
    if (open.length > 1 && MATTERS.test(piece)) {
      block.kept += `${piece};`;
      block.empty = false;
    }
    if (token !== '}' || open.length === 1) continue;
    open.pop();
    const outer = open[open.length - 1];
    if (!outer || block.empty || block.apart) continue;
    if (rules >= most) {
      cut = true;
      continue;
    }
    rules += 1;
    outer.kept += `${block.kept}}`;
    outer.empty = false;
  }
  return { text: open[0]?.kept ?? '', rules, cut };
}
