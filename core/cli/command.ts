import type { ParseArgsOptionsConfig } from 'node:util';
import type { CommandLine } from './options.ts';

/** What a command gives back: text for standard output (or --out), and the exit code. */
export interface Outcome {
  output: string;
  code: 0 | 1 | 2;
}

export interface Command {
  /** Options beside those that every command takes. */
  options: ParseArgsOptionsConfig;
  /** @throws UsageError for wrong use, ProblemError for what a person is told; both make the exit 2 */
  run(line: CommandLine): Promise<Outcome>;
}
