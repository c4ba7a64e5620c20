import { basename } from 'node:path';
import { printable, printableJson } from '../base/printable.ts';
import { jsonText } from '../exports/json.ts';
import { verifyBundle } from '../ledger/bundle/read.ts';
import type { Command } from './command.ts';
import { streamBytes } from './disk.ts';
import { textsOf } from './options.ts';
import { UsageError } from './usage.ts';

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
    // All of it may hold what somebody else wrote into the bundle.
    const output =
      format === 'json'
        ? printableJson(jsonText({ schema: 'duibiao/verify@1', ...report }))
        : [report.message, ...report.notes, report.limits].map((sentence) => `${printable(sentence)}\n`).join('');
    return { output, code: report.ok ? 0 : 1 };
  },
};
