import type { ChainHead } from '../../core/ledger/entry.ts';
import { headOf } from './database.ts';
import { restoringOf } from './restoring.ts';
import { chainOf, type Transaction } from './schema.ts';

/*
 * The chains of other installations stand in the same stores as this one's own, each under its name; a second branch of a chain
 * under a name made of that and a number. Nothing is ever appended to them but what a merge brings.
 */

/** Stands between the name of a chain and the number of a branch; no chain has it in its name. */
const BRANCH = '\u0000';

/** Whether a chain may have this name here. */
export const isChainName = (chain: string): boolean => chain !== '' && !chain.includes(BRANCH);

/** The name under which a branch of a chain is kept. */
export const branchName = (chain: string, branch: number): string => (branch === 0 ? chain : chain + BRANCH + branch);

/** The chain of which a name is. */
export const chainOfName = (name: string): string => name.split(BRANCH)[0] ?? name;

/** The first name behind another in a store that is kept by chain. */
async function nextName(
  transaction: Transaction,
  store: 'tail' | 'entryRows',
  after?: string,
): Promise<string | undefined> {
  const places = after === undefined ? null : IDBKeyRange.lowerBound([after, Number.MAX_SAFE_INTEGER], true);
  return (await transaction.objectStore(store).openKeyCursor(places))?.key[0];
}

/** The names of all chains of which something stands here. */
export async function allNames(transaction: Transaction): Promise<Set<string>> {
  const names = new Set<string>();
  for (const store of ['tail', 'entryRows'] as const) {
    let name = await nextName(transaction, store);
    for (; name !== undefined; name = await nextName(transaction, store, name)) names.add(name);
  }
  return names;
}

/** Where the chains of others end, in the order of their names; what is being restored is none of them. */
export async function otherHeads(transaction: Transaction): Promise<ChainHead[]> {
  const [own, restoring] = [await chainOf(transaction), await restoringOf(transaction)];
  const names = await allNames(transaction);
  const others = [...names].filter((name) => name !== own && name !== restoring?.chain).sort();
  const heads: ChainHead[] = [];
  for (const name of others) heads.push(await headOf(transaction, name));
  return heads;
}
