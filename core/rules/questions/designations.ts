import type { Block } from '../../base/block.ts';
import { ALL_PARTS, type FoundDesignation, findDesignations, readDesignation } from '../../standards/designation.ts';
import { oncePerDocument } from './once.ts';

/**
 * The numbers of standards in each block that has any, with their places in its text. The reader has found them before:
 * only where each stands is looked for here.
 */
export const designationsOf = oncePerDocument((document): ReadonlyMap<Block, readonly FoundDesignation[]> => {
  const byBlock = new Map<Block, FoundDesignation[]>();
  const byRaw = new Map<string, FoundDesignation | undefined>();
  const readOnce = (raw: string): FoundDesignation | undefined => {
    if (!byRaw.has(raw)) byRaw.set(raw, readDesignation(raw));
    return byRaw.get(raw);
  };
  for (const { block: index, raw, designation } of document.citations) {
    const block = document.blocks[index];
    if (!block) continue;
    const known = byBlock.get(block) ?? [];
    byBlock.set(block, known);
    const start = block.text.indexOf(raw, known.at(-1)?.end ?? 0);
    const found = start < 0 ? undefined : readOnce(raw);
    if (found?.raw === raw && found.text === designation && !found.grouped) {
      const parts = ALL_PARTS.exec(block.text.slice(start + raw.length))?.[0] ?? '';
      known.push({ ...found, allParts: parts !== '', start, end: start + raw.length + parts.length });
    } else byBlock.set(block, findDesignations(block.text));
  }
  return byBlock;
});
