import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { isIsoDay } from '../base/dates.ts';
import type { CataloguePack } from '../standards/catalogue.ts';
import type { Command } from './command.ts';
import { UsageError } from './usage.ts';

/** Options that every command takes. */
const COMMON = {
  format: { type: 'string' },
  out: { type: 'string' },
  today: { type: 'string' },
  catalogue: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

/** What the commands write, unless they say otherwise. */
const FORMATS = ['pretty', 'json'];

/** Values of options as they are written: text, texts or true. */
export type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/** A command line, understood as far as all commands go. */
export interface CommandLine {
  words: string[];
  /** One of those that the command writes. */
  format: string;
  out: string | undefined;
  /** ISO day. */
  today: string;
  catalogue: CataloguePack;
  /** Values of the command's own options. */
  own: Values;
}

/**
 * Splits arguments into words and options. What is not written comes from the command's defaults; of an option that may be
 * written several times both count. @throws UsageError, and ProblemError for a catalogue that is none
 */
export async function readCommandLine(args: readonly string[], command: Command): Promise<CommandLine> {
  const { values: written, positionals } = parse(args, { ...command.options, ...COMMON });
  const values = together((await command.defaults?.(written)) ?? {}, written);
  const text = (name: keyof typeof COMMON): string | undefined => textOf(values, name);
  const formats = command.formats ?? FORMATS;
  const today = readToday(text('today'));
  return {
    words: positionals,
    format: oneOf('--format', text('format') ?? formats[0] ?? '', formats),
    out: text('out'),
    today,
    catalogue: await readCatalogue(text('catalogue'), today),
    own: values,
  };
}

/** The text that an option was given; undefined when it was not, or takes none. */
export function textOf(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** The texts that an option was given, one for each time. */
export function textsOf(values: Values, name: string): string[] {
  const value = values[name];
  return Array.isArray(value) ? value.map(String) : [];
}

function together(defaults: Values, written: Values): Values {
  const lists = Object.keys(defaults).filter((name) => Array.isArray(defaults[name]));
  return {
    ...defaults,
    ...written,
    ...Object.fromEntries(lists.map((name) => [name, [...textsOf(defaults, name), ...textsOf(written, name)]])),
  };
}

async function readCatalogue(path: string | undefined, today: string): Promise<CataloguePack> {
  if (path === undefined) return (await import('../standards/pack.ts')).BUILT_IN_CATALOGUE;
  return (await import('./catalogue.ts')).wholePack(path, today);
}

function parse(args: readonly string[], options: ParseArgsOptionsConfig) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const option = /'(?:-\w, )?(--?[^\s'<=]+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new UsageError('unknown-option', { option });
    if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw error;
    throw new UsageError(options[option.replace(/^--/, '')]?.type === 'boolean' ? 'no-value' : 'option-value', {
      option,
    });
  }
}

/** The value when it is one of the choices. */
export function oneOf<Choice extends string>(option: string, value: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new UsageError('bad-choice', { option, value, choices: choices.join('、') });
  return found;
}

function readToday(text: string | undefined): string {
  if (text === undefined) {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  }
  if (!isIsoDay(text)) throw new UsageError('bad-today', { value: text });
  return text;
}
