import type { ParseArgsOptionsConfig } from 'node:util';
import type { CommandLine, Values } from './options.ts';

/** What a command gives back: text or bytes for standard output (or --out), and the exit code. */
export interface Outcome {
  output: string | Uint8Array;
  code: 0 | 1 | 2;
  /** The output is for standard output even with --out, into which the command wrote something else itself. */
  printed?: true;
}

export interface Command {
  /** Options beside those that every command takes. */
  options: ParseArgsOptionsConfig;
  /** What it can write, the usual first; pretty and json when left out. */
  formats?: readonly string[];
  /** Values of options that were not written. @throws as `run` */
  defaults?(written: Values): Promise<Values>;
  /** @throws UsageError for wrong use, ProblemError for what a person is told; both make the exit 2 */
  run(line: CommandLine): Promise<Outcome>;
}
