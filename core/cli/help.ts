import { displayWidth, fillSlots } from '../base/text.ts';
import { STAGES } from '../document/vocabulary.ts';
import { REPORT_FORMAT_IDS } from '../exports/check/formats.ts';
import { FORMATS, type Format } from '../files/formats.ts';
import { COMMAND_HELP, type CommandHelp, HELP } from './words.ts';

/** Names of the commands that there are. */
export type CommandName = keyof typeof COMMAND_HELP;

const COMMANDS: Readonly<Record<CommandName, CommandHelp>> = COMMAND_HELP;

type Rows = readonly (readonly [string, string])[];

/** Rows of two columns, the second aligned. */
function aligned(rows: Rows, width: number): string {
  return rows
    .map(([name, text]) => `  ${name}${' '.repeat(Math.max(2, width - displayWidth(name)))}${text}`)
    .join('\n');
}

const widthOf = (rows: Rows): number => Math.max(0, ...rows.map(([name]) => displayWidth(name))) + 2;

/** The whole explanation: every command with its options. */
export function helpText(): string {
  const list = (formats: readonly Format[]): string =>
    formats.map(({ name, endings }) => `${name}（${endings.join('、')}）`).join('、');
  const named = FORMATS.filter(({ endings }) => endings.length > 0);
  const usage = Object.values(COMMANDS).flatMap((command) => command.usage);
  return sections(
    HELP.product,
    HELP.usage,
    aligned(usage, widthOf(usage)),
    fillSlots(HELP.formats, {
      read: list(named.filter((format) => 'read' in format)),
      refused: list(named.filter((format) => 'refusal' in format)),
    }),
    ...Object.keys(COMMANDS).map((name) => optionsOf(name as CommandName)),
    commonOptions(),
    fillSlots(HELP.exit, { codes: COMMANDS.check.exit }),
    HELP.more,
  );
}

/** The explanation of one command. */
export function helpOf(name: CommandName): string {
  const { usage, examples, exit } = COMMANDS[name];
  return sections(
    aligned(
      usage.map(([written, text]) => [`duibiao ${written}`, text] as const),
      widthOf(usage) + displayWidth('duibiao '),
    ),
    optionsOf(name),
    commonOptions(),
    [HELP.examples, ...examples.map((example) => `  ${example}`)].join('\n'),
    fillSlots(HELP.exit, { codes: exit }),
  );
}

function optionsOf(name: CommandName): string {
  const rows = COMMANDS[name].options.map(
    ([option, text]) =>
      [option, fillSlots(text, { stages: STAGES.join('、'), formats: REPORT_FORMAT_IDS.join('、') })] as const,
  );
  return rows.length === 0
    ? ''
    : `${fillSlots(HELP.optionsOf, { command: name })}\n${aligned(rows, widthOf(HELP.commonOptions))}`;
}

const commonOptions = (): string => `${HELP.common}\n${aligned(HELP.commonOptions, widthOf(HELP.commonOptions))}`;

const sections = (...parts: string[]): string => `${parts.filter((part) => part !== '').join('\n\n')}\n`;
