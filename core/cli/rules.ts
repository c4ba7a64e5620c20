import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KIND_WORDS } from '../document/words.ts';
import { ACTOR_WORDS, SEVERITY_WORDS } from '../exports/check/words.ts';
import { jsonText } from '../exports/json.ts';
import { RULES } from '../rules/index.ts';
import { readRulePage } from '../rules/page.ts';
import type { Rule } from '../rules/rule.ts';
import type { Command } from './command.ts';
import { toolOf } from './tool.ts';
import { UsageError } from './usage.ts';
import { WORDS } from './words.ts';

/** `rules` lists, `rules ID` explains. */
export const rules: Command = {
  options: {},
  async run({ words: [id, ...more], format, catalogue }) {
    if (more.length > 0) throw new UsageError('unknown-rule', { rule: [id, ...more].join(' ') });
    const chosen = id === undefined ? RULES : RULES.filter((rule) => rule.id === id);
    if (id !== undefined && chosen.length === 0) throw new UsageError('unknown-rule', { rule: id });
    if (format === 'json') {
      const list = chosen.map(({ check: _, ...facts }) =>
        id === undefined ? facts : { ...facts, page: pageOf(facts.id) },
      );
      return { output: jsonText({ schema: 'duibiao/rules@1', tool: toolOf(catalogue), rules: list }), code: 0 };
    }
    const lines = chosen.map((rule) =>
      id === undefined ? `${rule.id}  ${SEVERITY_WORDS[rule.severity]}  ${rule.title}` : explain(rule),
    );
    return { output: `${lines.join('\n')}\n`, code: 0 };
  },
};

function explain(rule: Rule): string {
  const list = (words: readonly string[]): string => (words.length === 0 ? WORDS.none : words.join('、'));
  const rows: [string, string][] = [
    [WORDS.ruleSeverity, SEVERITY_WORDS[rule.severity]],
    [WORDS.ruleKinds, list(rule.kinds.map((kind) => KIND_WORDS[kind]))],
    [
      WORDS.ruleBasis,
      list(
        [...rule.basis, ...(rule.earlier?.basis ?? [])].map(({ document, clause }) => `${document} ${clause}`.trim()),
      ),
    ],
    [WORDS.ruleIndicators, list(rule.indicators)],
    [WORDS.ruleActor, ACTOR_WORDS[rule.actor]],
  ];
  const reasons = Object.values(rule.reasons).map(({ message }) => `  - ${message.replace(/\{\w+\}/g, '…')}`);
  return [
    `${rule.id}  ${rule.title}`,
    ...rows.map(([word, text]) => `${word}：${text}`),
    `${WORDS.ruleReasons}：`,
    ...reasons,
    ...readRulePage(pageOf(rule.id)).sections.map(({ heading, text }) => `\n${heading}\n${plainText(text)}`),
  ].join('\n');
}

/** The page of explanation that stands beside a rule. `id` is that of a rule, so it is a plain file name. */
function pageOf(id: string): string {
  const folder = import.meta.dirname;
  const [path] = globSync(`../rules/*/${id}.md`, { cwd: folder });
  return path === undefined ? '' : readFileSync(join(folder, path), 'utf8');
}

/** Examples set in, their fences taken off. */
function plainText(markdown: string): string {
  const example = /^```.*\n([\s\S]*?)^```$/gm;
  return markdown.replace(example, (_, content: string) => content.trimEnd().replace(/^/gm, '    '));
}
