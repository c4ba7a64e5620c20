import about from '../../package.json' with { type: 'json' };
import { printable } from '../base/printable.ts';
import { problemOf } from '../base/problems.ts';
import type { Command } from './command.ts';
import { writeResult } from './disk.ts';
import type { CommandName } from './help.ts';
import { readCommandLine } from './options.ts';
import { UsageError } from './usage.ts';

/** Each is loaded when it is asked for: what the others need costs nothing. */
const COMMANDS: Readonly<Record<CommandName, () => Promise<Command>>> = {
  check: async () => (await import('./check.ts')).check,
  standards: async () => (await import('./standards.ts')).standards,
  rules: async () => (await import('./rules.ts')).rules,
  unit: async () => (await import('./unit.ts')).unit,
  ledger: async () => (await import('./ledger.ts')).ledger,
};
/** Commands of design.md section 5 that are not written yet: refused by name and not as a slip of the pen. */
const LATER_COMMANDS = ['evaluate'];

/** Runs one command line and gives the exit code: 0 fine, 1 something found, 2 wrong use or nothing readable. */
async function main(args: readonly string[]): Promise<0 | 1 | 2> {
  const [name = '', ...rest] = args;
  const commands = Object.keys(COMMANDS).join('、');
  try {
    if (name === '--help' || name === 'help') return write(await help(rest));
    if (name === '--version') return write(version(rest));
    if (name === '') throw new UsageError('no-command', { commands });
    if (LATER_COMMANDS.includes(name)) throw new UsageError('later-command', { command: name, commands });
    if (!isCommand(name)) throw new UsageError('unknown-command', { command: name, commands });
    if (rest.includes('--help')) return write(await help([name]));
    const command = await COMMANDS[name]();
    const line = await readCommandLine(rest, command);
    const { output, code, printed } = await command.run(line);
    if (line.out === undefined || printed) write(output);
    else writeResult(line.out, output);
    return code;
  } catch (error) {
    const { message } = error instanceof UsageError ? error : problemOf(error);
    process.stderr.write(`${message.split('\n').map(printable).join('\n')}\n`);
    return 2;
  }
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);

/** The explanation of the command that is named, or of all. @throws UsageError for any other word */
async function help([name, ...more]: readonly string[]): Promise<string> {
  const { helpOf, helpText } = await import('./help.ts');
  if (name === undefined) return helpText();
  if (!isCommand(name))
    throw new UsageError('unknown-help', { command: name, commands: Object.keys(COMMANDS).join('、') });
  if (more.length > 0) throw new UsageError('too-many-words', { command: `help ${name}`, more: more.join(' ') });
  return helpOf(name);
}

function version(more: readonly string[]): string {
  if (more.length > 0) throw new UsageError('too-many-words', { command: '--version', more: more.join(' ') });
  return `duibiao ${about.version}\n`;
}

function write(text: string | Uint8Array): 0 {
  process.stdout.write(text);
  return 0;
}

// A reader that has seen enough (head, less) closes the pipe: no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
