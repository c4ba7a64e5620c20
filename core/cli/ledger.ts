import { basename } from 'node:path';
import { printable, printableJson } from '../base/printable.ts';
import { fillSlots } from '../base/text.ts';
import { jsonText } from '../exports/json.ts';
import { readBundle, verifyBundle } from '../ledger/bundle/read.ts';
import type { StoredRecord } from '../ledger/entry.ts';
import type { Command } from './command.ts';
import { streamBytes } from './disk.ts';
import { textsOf } from './options.ts';
import { UsageError } from './usage.ts';
import { WORDS } from './words.ts';

/** The last moment of a day, wherever on the earth: what is registered later was registered by a wrong clock. */
const endOf = (day: string): string => `${day}T23:59:59.999Z`;

/** `ledger verify FILE`: exit 0 when the bundle is whole, 1 when something in it was changed. `ledger merge`: see there. */
export const ledger: Command = {
  options: { witness: { type: 'string', multiple: true }, accept: { type: 'boolean' } },
  async run(line) {
    const { words, format, today, own } = line;
    const [verb, file, ...more] = words;
    if (verb === 'merge') return (await import('./merge.ts')).mergeBundles(words.slice(1), line);
    if (verb !== 'verify') throw new UsageError('unknown-subcommand', { command: 'ledger', commands: 'verify、merge' });
    if (file === undefined || more.length > 0) throw new UsageError('one-file', { command: 'ledger verify' });
    const witness = textsOf(own, 'witness').at(-1);
    const report = await verifyBundle(streamBytes(file), basename(file), { witness, now: endOf(today) });
    const wanted = report.ok && report.chains.some(({ checkpoints }) => checkpoints.withSm3 > 0);
    const sm3 = wanted ? await checkSm3Of(file) : undefined;
    const told =
      sm3 === undefined ? [] : [fillSlots(sm3.wrongAt === undefined ? WORDS.sm3Right : WORDS.sm3Wrong, { ...sm3 })];
    // All of it may hold what somebody else wrote into the bundle.
    const output =
      format === 'json'
        ? printableJson(jsonText({ schema: 'duibiao/verify@1', ...report, ...(sm3 && { sm3 }) }))
        : [report.message, ...told, ...report.notes, report.limits]
            .map((sentence) => `${printable(sentence)}\n`)
            .join('');
    return { output, code: report.ok && sm3?.wrongAt === undefined ? 0 : 1 };
  },
};

/** The SM3s of a bundle that is in order, computed anew. Their library is loaded only where there are any. */
async function checkSm3Of(file: string) {
  const { checkSm3 } = await import('../ledger/sm3.ts');
  async function* batches(): AsyncGenerator<StoredRecord[]> {
    for await (const part of readBundle(streamBytes(file), basename(file)))
      if (part.is === 'records')
        yield part.records.map(({ stored, payload }) => ({
          entry: stored,
          ...(payload === undefined ? {} : { payload }),
        }));
  }
  return checkSm3(batches());
}
