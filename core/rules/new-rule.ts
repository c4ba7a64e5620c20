/**
 * npm run new:rule -- signoff/some-rule
 * Writes a rule, its test and its page, and adds it to the list and to `rules.md`. All fail until they are filled in.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportName, withModule } from '../base/module-list.ts';
import { PAGE_HEADINGS } from './page.ts';

const ruleText = (id: string): string => `import { defineRule } from '../rule.ts';

export const ${exportName(id)} = defineRule({
  id: '${id}',
  title: '',
  severity: 'warning',
  actor: 'author',
  kinds: [],
  basis: [],
  indicators: [],
  reasons: {
    wrong: { outcome: 'failed', message: '' },
  },
  check() {
    throw new Error('${id} is not written yet');
  },
});
`;

const testText = (id: string): string => `import { describeRule } from '../testing.ts';
import { ${exportName(id)} } from './${id}.ts';

describeRule(${exportName(id)}, [
  { name: 'must not fire', document: {}, reasons: ['passed'] },
  { name: 'must fire', document: {}, reasons: ['wrong'] },
]);
`;

const pageText = (): string => `# \n${PAGE_HEADINGS.map((heading) => `\n## ${heading}\n`).join('')}`;

/** The table with a line more, at the end as in the list; what the line has to say, the test of the table tells. */
const withLine = (table: string, folder: string, id: string): string => `${table.trimEnd()}\n- ${folder}/${id}\n`;

/** Writes the three files below `room`, the new list and the new table. Returns their paths. Throws with a sentence when it cannot. */
export function newRule(room: string, name: string): string[] {
  const [, folder, id] = /^([a-z]+)\/([a-z]+(?:-[a-z]+)+)$/.exec(name) ?? [];
  if (!folder || !id)
    throw new Error(`"${name}" is no name of a rule: write folder/thing-what-holds, as in signoff/drafter-required`);
  const folders = readdirSync(room, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== 'questions',
  );
  if (!folders.some((entry) => entry.name === folder))
    throw new Error(`there is no folder "${folder}"; there are ${folders.map((entry) => entry.name).join(', ')}`);
  const list = join(room, 'index.ts');
  const table = join(room, 'rules.md');
  const taken = folders.find((entry) => existsSync(join(room, entry.name, `${id}.ts`)));
  if (taken) throw new Error(`the rule ${taken.name}/${id} exists`);
  const files = [
    [join(room, folder, `${id}.ts`), ruleText(id)],
    [join(room, folder, `${id}.test.ts`), testText(id)],
    [join(room, folder, `${id}.md`), pageText()],
    [
      list,
      withModule(readFileSync(list, 'utf8'), { name: exportName(id), path: `./${folder}/${id}.ts`, list: 'RULES' }),
    ],
    [table, withLine(readFileSync(table, 'utf8'), folder, id)],
  ] as const;
  for (const [path, text] of files) writeFileSync(path, text);
  return files.map(([path]) => path);
}

if (process.argv[1] === import.meta.filename) {
  try {
    for (const path of newRule(import.meta.dirname, process.argv[2] ?? '')) console.log(path);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
