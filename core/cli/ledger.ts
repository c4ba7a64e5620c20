import { basename } from 'node:path';
import { verifyBundle } from '../ledger/bundle/verify.ts';
import type { Command } from './command.ts';
import { streamBytes } from './disk.ts';
import { jsonText } from './json.ts';
import { printable, UsageError } from './usage.ts';

/** `ledger verify FILE`: exit 0 when the bundle is whole, 1 when something in it was changed. */
export const ledger: Command = {
  options: { witness: { type: 'string' } },
  async run({ words: [verb, file, ...more], format, own }) {
    if (verb === 'merge') throw new UsageError('later-command', { command: 'ledger merge', commands: 'ledger verify' });
    if (verb !== 'verify') throw new UsageError('unknown-subcommand', { command: 'ledger', commands: 'verify' });
    if (file === undefined || more.length > 0) throw new UsageError('one-file', { command: 'ledger verify' });
    const witness = typeof own.witness === 'string' ? own.witness : undefined;
    const report = await verifyBundle(streamBytes(file), basename(file), witness);
    const output =
      format === 'json'
        ? jsonText({ schema: 'duibiao/verify@1', ...report })
        : `${printable(report.message)}\n${printable(report.limits)}\n`;
    return { output, code: report.ok ? 0 : 1 };
  },
};
