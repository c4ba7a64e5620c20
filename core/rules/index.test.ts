import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { severityCap } from '../check/check.ts';
import { DOCUMENT_KINDS } from '../document/vocabulary.ts';
import { BUILT_IN_CATALOGUE } from '../standards/pack.ts';
import { SAMPLE_UNIT } from '../unit/sample.ts';
import type { Standing } from './basis.ts';
import { RULES } from './index.ts';
import { PAGE_HEADINGS, readRulePage } from './page.ts';
import type { Rule } from './rule.ts';
import { modelOfExample, runOf } from './testing.ts';

// The examples are read as pages, and the first of them starts the reader.
vi.setConfig({ testTimeout: 60_000 });

const room = import.meta.dirname;
const folders = readdirSync(room, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const files = folders.flatMap((folder) =>
  readdirSync(`${room}/${folder}`).map((name) => ({ folder, name, path: `${room}/${folder}/${name}` })),
);
const sources = files.filter(({ name }) => name.endsWith('.ts') && !name.endsWith('.test.ts'));

const isRule = (value: unknown): value is Rule =>
  typeof value === 'object' && value !== null && 'check' in value && 'reasons' in value && 'id' in value;

/** Every rule that some file of the folders exports, with its place. */
const exported = await Promise.all(
  sources.map(async (source) => {
    const module: Record<string, unknown> = await import(source.path);
    return Object.entries(module).flatMap(([name, value]) =>
      isRule(value) ? [{ ...source, exportName: name, rule: value }] : [],
    );
  }),
).then((found) => found.flat());

const camelCase = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const pageOf = (rule: Rule) => {
  const place = exported.find((one) => one.rule === rule);
  return readRulePage(readFileSync(`${room}/${place?.folder}/${rule.id}.md`, 'utf8'));
};

function standingLine({ rank, inForce: { from = '', to = '' }, basis }: Standing): string {
  const days = from + to === '' ? '' : ` ${from}–${to}`;
  return `${rank}${days}: ${basis.map(({ clause }) => clause).join('; ')}`;
}

/** The rule as its line in rules.md says it. */
function lineOf(rule: Rule): string {
  const kinds = rule.kinds.length === DOCUMENT_KINDS.length ? 'all' : rule.kinds.join(' ');
  const reasons = Object.entries(rule.reasons).map(([id, { outcome, severity, actor, quiet }]) => {
    const says = outcome === 'failed' ? (severity ?? rule.severity) : quiet ? 'quiet' : outcome;
    return `${id}=${says}${actor && actor !== rule.actor ? `/${actor}` : ''}`;
  });
  const rank = rule.earlier ? `${standingLine(rule)} / ${standingLine(rule.earlier)}` : standingLine(rule);
  const indicators = rule.indicators.join(' ') || '–';
  const place = `${exported.find((one) => one.rule === rule)?.folder}/${rule.id}`;
  return `- ${[place, rule.severity, rule.actor, rank, indicators, kinds, reasons.join(' ')].join(' · ')}`;
}

describe('the list of rules', () => {
  it('is what stands in the folders', () => {
    expect(exported.length).toBeGreaterThanOrEqual(10);
    expect(RULES.map((rule) => rule.id).sort()).toEqual(exported.map(({ rule }) => rule.id).sort());
    expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
  });

  it.each(exported.map((one) => [one.rule.id, one] as const))(
    '%s: file, export, test and page are named alike',
    (id, { folder, name, exportName }) => {
      expect(name).toBe(`${id}.ts`);
      expect(exportName).toBe(camelCase(id));
      const beside = files.filter((file) => file.folder === folder).map((file) => file.name);
      expect(beside).toContain(`${id}.test.ts`);
      expect(beside).toContain(`${id}.md`);
    },
  );

  it('is told by rules.md, a line a rule in the same order: nothing of it changes unseen', () => {
    const lines = readFileSync(`${room}/rules.md`, 'utf8').split('\n');
    expect(RULES.map(lineOf)).toEqual(lines.filter((line) => line.startsWith('- ')));
  });

  it('has no page or test without its rule', () => {
    const ids = new Set(exported.map(({ folder, rule }) => `${folder}/${rule.id}`));
    const pages = files
      .filter(({ name }) => name.endsWith('.md'))
      .map(({ folder, name }) => `${folder}/${name.slice(0, -3)}`);
    expect(pages.filter((page) => !ids.has(page))).toEqual([]);
  });
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it('is well made', () => {
    expect(rule.title).toMatch(/^[^。！？]*\p{Script=Han}[^。！？]*$/u);
    expect(rule.kinds.filter((kind) => !DOCUMENT_KINDS.includes(kind))).toEqual([]);
    expect(rule.basis.length).toBeGreaterThan(0);
    for (const { document, clause } of rule.basis) expect(document !== '' && clause !== '').toBe(true);
    for (const indicator of rule.indicators) expect(indicator).toMatch(/^C([1-9]|1\d|2[0-7])$/);
    expect(JSON.parse(JSON.stringify(rule.reasons))).toEqual(rule.reasons);
  });

  it('speaks in whole Chinese sentences, and not louder than its basis allows', () => {
    const cap = severityCap(rule);
    for (const [id, reason] of Object.entries(rule.reasons)) {
      expect(id).toMatch(/^[a-z][a-z-]*$/);
      expect(reason.message, id).toMatch(/\p{Script=Han}.*。$/u);
      if (cap === 'info') expect(reason.severity ?? rule.severity, id).toBe('info');
      if (reason.outcome !== 'failed') expect(reason.severity, id).toBeUndefined();
      if (reason.outcome !== 'cannot-tell') expect(reason.quiet, id).toBeUndefined();
    }
    expect(Object.values(rule.reasons).some((reason) => reason.outcome === 'failed')).toBe(true);
  });

  it('has a page with its title, the fixed headings, and every clause of its basis', () => {
    const page = pageOf(rule);
    expect(page.title).toBe(rule.title);
    expect(page.sections.map((section) => section.heading)).toEqual([...PAGE_HEADINGS]);
    for (const { heading, text } of page.sections) expect(text, heading).toMatch(/\p{Script=Han}/u);
    const why = page.sections.find((section) => section.heading === '为什么')?.text ?? '';
    for (const { clause } of [...rule.basis, ...(rule.earlier?.basis ?? [])]) expect(why).toContain(clause);
  });

  it('does on the examples of its page what the page says', async () => {
    const { examples } = pageOf(rule);
    expect(examples.filter((example) => example.under === '错的').length).toBeGreaterThan(0);
    expect(examples.filter((example) => example.under === '对的').length).toBeGreaterThan(0);
    expect(examples.filter((example) => example.under === '什么时候不查').length).toBeGreaterThan(0);
    for (const example of examples) {
      const { findings } = runOf([rule], await modelOfExample(example), {
        catalogue: BUILT_IN_CATALOGUE,
        ...(example.unit && { unit: SAMPLE_UNIT }),
      });
      const failed = findings.filter((finding) => finding.outcome === 'failed').map((finding) => finding.reason);
      const reasons = findings.map((finding) => finding.reason);
      if (example.under === '错的') expect(failed, example.content).toContain(example.reason ?? failed[0] ?? 'a fault');
      else {
        expect(failed, example.content).toEqual([]);
        expect(reasons, example.content).toContain(example.reason ?? 'passed');
      }
    }
  });
});
