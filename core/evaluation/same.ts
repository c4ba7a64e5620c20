import { v } from '../base/schema.ts';
import type { SameContent } from './evaluate.ts';

/** Of a merge log what the sheet needs. */
const schema = v.object({ identical: v.array(v.array(v.object({ hash: v.string() }))) });

/** Which entries a merge found to have the same content; none without a log, or in one that cannot be read. */
export function sameContent(log: Uint8Array | undefined): SameContent {
  const same = new Map<string, string>();
  for (const group of groupsIn(log)) for (const { hash } of group) same.set(hash, group[0]?.hash ?? hash);
  return same;
}

function groupsIn(log: Uint8Array | undefined): { hash: string }[][] {
  try {
    const read = v.safeParse(schema, JSON.parse(new TextDecoder().decode(log ?? new Uint8Array())));
    return read.success ? read.output.identical : [];
  } catch {
    return [];
  }
}
