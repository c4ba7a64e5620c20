import { describe, expect, it } from 'vitest';
import { sha256Now } from '../../base/hash.ts';
import { readDocument } from '../../files/read.ts';
import { BUILT_IN_CATALOGUE } from '../../standards/pack.ts';
import { RULES } from '../index.ts';
import { modelOfExample, runOf } from '../testing.ts';
import { CLEAN, SPOILT, type Spoilt } from './samples.ts';

/** What is said of a text: `rule reason severity`. */
async function saidOf(content: string, form: string): Promise<string[]> {
  const { findings } = runOf(RULES, await QUIET_FORMS[form as keyof typeof QUIET_FORMS](content), {
    catalogue: BUILT_IN_CATALOGUE,
  });
  return findings.flatMap(({ rule, reason, severity, outcome }) =>
    outcome === 'failed' || outcome === 'errored' ? [`${rule} ${reason} ${severity}`] : [],
  );
}

/** The same text as a file with heading styles, and as plain lines, in which nothing is marked as a heading or a table. */
const FORMS = {
  styled: (content: string) => modelOfExample({ language: 'text', content }),
  plain: (content: string) => asText(plainLines(content)),
};
/** Further ways in which lines come out of files, for texts that must be left alone. */
const QUIET_FORMS = {
  ...FORMS,
  // Numbers stand close to what follows, as in a text layer without spaces.
  glued: (content: string) => asText(plainLines(content).replace(/^((?:[A-Z]\.)?\d[\d.]*)\s/gmu, '$1')),
  spaced: (content: string) => asText(plainLines(content).replace(/^((?:[A-Z]\.)?\d[\d.]*)\s/gmu, '$1　　')),
  // Lines end with the width of a page.
  wrapped: (content: string) => asText(plainLines(content).replace(/^(.{36})(?=.{3})/gmu, '$1\n')),
  // A heading is only a paragraph, and one of the first level is none at all.
  half: (content: string) => modelOfExample({ language: 'text', content: content.replace(/^# (?=[4-9])/gmu, '') }),
  nested: (content: string) => modelOfExample({ language: 'text', content: content.replace(/^#/gmu, '##') }),
};

const plainLines = (content: string): string => content.replace(/^#+ /gmu, '').replaceAll('|', ' ');
const asText = (text: string) =>
  readDocument('sample.txt', new TextEncoder().encode(text), { uri: 'sample.txt', sha256: sha256Now(text) });
/** What every text of the time of the edition before is told. */
const IN_OLD_TIME = ['preface-basis edition-changed info'];

const textOf = (name: string): string => CLEAN[name]?.join('\n') ?? '';
function spoil({ in: name, from, to }: Spoilt): string {
  const text = textOf(name);
  return to === '' && text.split('\n').includes(from) ? text.replace(`${from}\n`, '') : text.replace(from, to);
}

describe.each(Object.keys(QUIET_FORMS))('standards without a fault, %s', (form) => {
  it.each(Object.keys(CLEAN))('are left alone: %s', async (name) => {
    expect(await saidOf(textOf(name), form)).toEqual(name.startsWith('old') ? IN_OLD_TIME : []);
  });
});

describe.each(Object.keys(FORMS))('standards, %s', (form) => {
  it.each(SPOILT.map((one) => [`${one.in}: ${one.says}`, one] as const))('spoilt, %s', async (_, one) => {
    expect(spoil(one)).not.toBe(textOf(one.in));
    const said = await saidOf(spoil(one), form);
    expect(said.map((text) => text.replace(/ \w+$/, ''))).toContain(one.says);
  });
});
