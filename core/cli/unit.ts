import { basename } from 'node:path';
import { printable } from '../base/printable.ts';
import { fillSlots } from '../base/text.ts';
import { jsonText } from '../exports/json.ts';
import { parseUnit } from '../unit/parse.ts';
import type { Command } from './command.ts';
import { readText } from './disk.ts';
import { UsageError } from './usage.ts';
import { WORDS } from './words.ts';

/** `unit import FILE` checks a profile and prints it as the product understands it; where it is kept is the extension's matter. */
export const unit: Command = {
  options: {},
  async run({ words: [verb, file, ...more], format }) {
    if (verb !== 'import') throw new UsageError('unknown-subcommand', { command: 'unit', commands: 'import' });
    if (file === undefined || more.length > 0) throw new UsageError('one-file', { command: 'unit import' });
    const profile = parseUnit(readText(file), basename(file));
    if (format === 'json') return { output: jsonText(profile), code: 0 };
    const counts = {
      name: profile.name,
      people: profile.people.length,
      services: profile.services.length,
      standards: profile.standards.length,
      windows: profile.windows?.length ?? 0,
    };
    return { output: `${printable(fillSlots(WORDS.unitGood, counts))}\n`, code: 0 };
  },
};
