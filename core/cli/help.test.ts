import { describe, expect, it } from 'vitest';
import { check } from './check.ts';
import type { Command } from './command.ts';
import { type CommandName, helpOf } from './help.ts';
import { ledger } from './ledger.ts';
import { rules } from './rules.ts';
import { standards } from './standards.ts';
import { unit } from './unit.ts';
import { COMMAND_HELP } from './words.ts';

const COMMANDS: Readonly<Record<CommandName, Command>> = { check, standards, rules, unit, ledger };

describe('helpOf', () => {
  it.each(Object.entries(COMMANDS))('names exactly the options that %s takes', (name, { options }) => {
    const told = COMMAND_HELP[name as CommandName].options.map(([written]) => /^--([\w-]+)/.exec(written)?.[1]);
    expect(told.sort()).toEqual(Object.keys(options).sort());
    for (const option of Object.keys(options)) expect(helpOf(name as CommandName)).toContain(`  --${option}`);
  });

  it('says of an option that takes a value what stands there', () => {
    for (const [name, { options }] of Object.entries(COMMANDS)) {
      for (const [written] of COMMAND_HELP[name as CommandName].options) {
        const [, option = ''] = /^--([\w-]+)/.exec(written) ?? [];
        expect(/ <.+>$/.test(written), written).toBe(options[option]?.type === 'string');
      }
    }
  });

  it('has an example for every command', () => {
    for (const name of Object.keys(COMMANDS)) expect(helpOf(name as CommandName)).toMatch(/\n {2}duibiao /);
  });
});
