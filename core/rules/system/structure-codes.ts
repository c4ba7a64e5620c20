import type { Block } from '../../base/block.ts';
import { halfWidth, squeeze } from '../../base/text.ts';
import type { DocumentModel } from '../../document/model.ts';
import { codeAbove, isPartOf } from '../../unit/codes.ts';
import { cellFor } from '../questions/records.ts';
import { PLACE_COLUMN, registerRowsOf, registersOf } from '../questions/registers.ts';
import { orUnread, partUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type Verdict } from '../rule.ts';

const REASONS = {
  twice: { outcome: 'failed', message: '体系编号{code}用了{count}次，应当一个标准一个编号。' },
  'not-in-structure': { outcome: 'failed', message: '明细表里的体系编号{code}在体系图里找不到。' },
  unused: { outcome: 'failed', message: '体系图里的{code}在明细表里没有标准。' },
  unread: { outcome: 'cannot-tell', message: '体系图和明细表没有读全，编号请目视核对。' },
  'no-structure': { outcome: 'cannot-tell', quiet: true, message: '这份文件里没有读到体系图的编号，没有对照。' },
  none: { outcome: 'not-applicable', message: '明细表里没有体系编号。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

/** JC 101.2, BZ203, 201.3.1: a code of a system of standards. */
const CODE = /^([A-Z]{0,4})[\s-]?(\d{1,4}(?:\.\d{1,3}){0,4})$/;
/** In a drawing a code stands in front of what it is of: JC101 标准化导则. */
const CODE_IN_FRONT = /^([A-Z]{0,4}[\s-]?\d{1,4}(?:\.\d{1,3}){0,4})\s*(?=\p{Script=Han})/u;
const STRUCTURE = /体系(?:结构|框架)?图|体系框架|体系结构/u;
/** Fewer codes are no scheme. */
const FEWEST = 3;

export const structureCodes = defineRule({
  id: 'structure-codes',
  title: '体系图和明细表的编号一致',
  severity: 'error',
  actor: 'administrator',
  kinds: ['table'],
  basis: ['handout-1-c6', 'handout-1-c7'],
  indicators: ['C6', 'C7'],
  reasons: REASONS,
  check({ document }) {
    const rows = registerRowsOf(document).flatMap(({ row, table }) => {
      const code = codeIn(cellFor(row, PLACE_COLUMN) ?? '');
      return code === undefined ? [] : [{ code, source: table.block.source }];
    });
    if (rows.length === 0) return orUnread<ReasonId>(document, [{ reason: 'none' }], { reason: 'unread' });
    const sources = [...new Set(rows.map(({ source }) => source))];
    const groups = Map.groupBy(rows, ({ code }) => code);
    // A code for a sub-system is meant for all of its standards; one for each standard is seldom used again.
    const single = [...groups.values()].filter((same) => same.length === 1).length;
    const twice = [...groups].flatMap(([code, same]): Verdict<ReasonId>[] =>
      same.length > 1 && single >= FEWEST && single * 3 >= groups.size * 2
        ? [{ reason: 'twice', slots: { code, count: same.length }, subject: code, sources }]
        : [],
    );
    if (partUnread(document)) return [...twice, { reason: 'unread' }];
    return [...twice, ...compare(structureOf(document), [...groups.keys()], sources)];
  },
});

function codeIn(text: string): string | undefined {
  const [, letters, number] = CODE.exec(halfWidth(squeeze(text))) ?? [];
  return number === undefined || (letters === '' && !number.includes('.') && number.length < 3)
    ? undefined
    : `${letters}${number}`;
}

/** The codes of the drawing: what stands behind its caption and is no register. */
function structureOf(document: DocumentModel): string[] {
  const registers = new Set<Block>(registersOf(document).map(({ block }) => block));
  const shown = document.blocks.filter(({ hidden }) => !hidden);
  const start = shown.findIndex(({ text, rows }) => !rows && STRUCTURE.test(text));
  const rest = start < 0 ? [] : shown.slice(start + 1);
  const end = rest.findIndex((block) => registers.has(block));
  const texts = rest
    .slice(0, end < 0 ? undefined : end)
    .flatMap(({ rows, text }) => (rows ? rows.flat() : [text]).flatMap((one) => one.split('\n')));
  return [...new Set(texts.flatMap((text) => codeIn(CODE_IN_FRONT.exec(halfWidth(text.trim()))?.[1] ?? '') ?? []))];
}

function compare(
  structure: readonly string[],
  used: readonly string[],
  sources: Verdict['sources'],
): Verdict<ReasonId>[] {
  const all = new Set(structure);
  const above = new Set(structure.map((code) => codeAbove(code, all)));
  const leaves = structure.filter((code) => !above.has(code));
  // A standard may stand in a box that has others below it.
  const known = used.filter((code) => structure.includes(code) || leaves.some((leaf) => isPartOf(code, leaf)));
  // Two schemes that have nothing in common are not compared.
  if (leaves.length < FEWEST || known.length * 2 < used.length) return [{ reason: 'no-structure' }];
  const say = (reason: ReasonId, code: string): Verdict<ReasonId> => ({
    reason,
    slots: { code },
    subject: code,
    sources: sources ?? [],
  });
  const strange = used.filter((code) => !known.includes(code)).map((code) => say('not-in-structure', code));
  const unused = leaves.filter((leaf) => !used.some((code) => isPartOf(code, leaf))).map((code) => say('unused', code));
  return [...strange, ...unused];
}
