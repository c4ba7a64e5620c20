import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { isRealDay } from '../base/dates.ts';
import type { CataloguePack } from '../standards/catalogue.ts';
import { readJson } from './disk.ts';
import { UsageError } from './usage.ts';

/** Options that every command takes. */
const COMMON = {
  format: { type: 'string' },
  out: { type: 'string' },
  today: { type: 'string' },
  catalogue: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

/** Formats of design.md section 5 that are not written yet: refused by name and not as a slip of the pen. */
const LATER_FORMATS = ['sarif', 'html', 'xlsx'];
const FORMATS = ['pretty', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** A command line, understood as far as all commands go. */
export interface CommandLine {
  words: string[];
  format: Format;
  out: string | undefined;
  /** ISO day. */
  today: string;
  catalogue: CataloguePack;
  /** Values of the command's own options: text, texts or true. */
  own: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
}

/** Splits arguments into words and options. @throws UsageError, and ProblemError for a catalogue that is none */
export async function readCommandLine(args: readonly string[], own: ParseArgsOptionsConfig): Promise<CommandLine> {
  const { values, positionals } = parse(args, { ...own, ...COMMON });
  const text = (name: keyof typeof COMMON): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const format = text('format') ?? 'pretty';
  if (LATER_FORMATS.includes(format)) throw new UsageError('later-format', { format });
  const catalogue = text('catalogue');
  return {
    words: positionals,
    format: oneOf('--format', format, FORMATS),
    out: text('out'),
    today: readToday(text('today')),
    catalogue: await readCatalogue(catalogue),
    own: values,
  };
}

async function readCatalogue(path: string | undefined): Promise<CataloguePack> {
  if (path === undefined) return (await import('../standards/pack.ts')).BUILT_IN_CATALOGUE;
  const { parseCatalogue } = await import('../standards/parse.ts');
  return parseCatalogue(readJson(path, 'catalogue-invalid'));
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
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (!isRealDay(Number(year), Number(month), Number(day))) throw new UsageError('bad-today', { value: text });
  return text;
}
