import { describe, expect, it } from 'vitest';
import type { Block } from '../base/block.ts';
import { sha256Now } from '../base/hash.ts';
import { problem } from '../base/problems.ts';
import type { FileSource, PageSource, Source } from '../base/source.ts';
import { checkDocument } from '../check/check.ts';
import type { CheckRun, Finding } from '../check/run.ts';
import { assemble } from '../document/assemble.ts';
import { labelOfRole } from '../document/glossary.ts';
import {
  type Attachment,
  absentField,
  type DocumentModel,
  type Field,
  type Note,
  type TrailStep,
} from '../document/model.ts';
import { type FieldValue, ROLES, type Role } from '../document/vocabulary.ts';
import { readDocument } from '../files/read.ts';
import type { LabelledValue } from '../pairing/pair.ts';
import type { CataloguePack, CatalogueRow } from '../standards/catalogue.ts';
import { findCitations } from '../standards/citations.ts';
import type { UnitProfile } from '../unit/profile.ts';
import type { Example } from './page.ts';
import type { Beside, Rule, Severity } from './rule.ts';

/** Tools for the tests of rules. Imported by tests only. */

/** The day on which tests take place. */
export const TODAY = '2026-11-23';

/** A box in a test: a value (present), `''` (blank), or the parts of a field that matter. */
export type FieldSketch = FieldValue | (Partial<Field> & Pick<Field, 'state'>);

export interface DocumentSketch
  extends Partial<Omit<DocumentModel, 'fields' | 'pairs' | 'trail' | 'blocks' | 'notes' | 'attachments'>> {
  fields?: Partial<Record<Role, FieldSketch>>;
  /** Boxes that have no role, by label: a value, `''` (empty), or what else matters. */
  pairs?: Readonly<Record<string, string | Partial<LabelledValue>>>;
  /** Paragraphs of the document's own text; a heading is `# 1 范围` (as many # as its level), a table row `|甲|乙|`. */
  text?: readonly string[];
  blocks?: Block[];
  trail?: readonly (Partial<TrailStep> & Pick<TrailStep, 'step'>)[];
  attachments?: readonly (Partial<Attachment> & Pick<Attachment, 'name'>)[];
  notes?: readonly (Partial<Note> & Pick<Note, 'kind'>)[];
}

/** A document model out of the few facts that a test is about; the rest is absent, empty or `official`. */
export function documentFrom(sketch: DocumentSketch = {}): DocumentModel {
  const { fields, pairs, text, blocks, trail, attachments, notes, ...rest } = sketch;
  const body = blocks ?? blocksFrom(text ?? []);
  return {
    uri: 'test.docx',
    sha256: sha256Now('test'),
    key: 'test',
    from: 'file',
    reader: { id: 'test', name: '测试' },
    kind: 'official',
    kindReason: '测试',
    kindWord: '通知',
    direction: 'unknown',
    stage: 'unknown',
    stageReason: '测试',
    title: '',
    isDocument: true,
    citations: findCitations(body),
    ...rest,
    fields: ROLES.map((role) => fieldFrom(role, fields?.[role])),
    pairs: Object.entries(pairs ?? {}).map(([label, box]) => pairFrom(label, box)),
    blocks: body,
    trail: (trail ?? []).map((step, index) => ({
      actors: [],
      state: 'done',
      source: pageSource(step.step, `#step-${index}`),
      ...step,
    })),
    attachments: (attachments ?? []).map((attachment, index) => ({
      how: 'attached',
      source: pageSource('附件', `#attachment-${index}`),
      ...attachment,
    })),
    notes: (notes ?? []).map((note) => ({ text: '', ...note })),
  };
}

function fieldFrom(role: Role, sketch: FieldSketch | undefined): Field {
  if (sketch === undefined) return absentField(role);
  const label = labelOfRole(role);
  const found: Pick<Field, 'role' | 'sources' | 'reader' | 'confidence'> = {
    role,
    sources: [pageSource(label, `#${role}`)],
    reader: 'test',
    confidence: 'exact',
  };
  if (sketch === '') return { ...found, state: 'blank', label, written: '' };
  if (typeof sketch === 'object' && 'state' in sketch) return { ...found, label, written: '', ...sketch };
  return { ...found, state: 'present', value: sketch, label, written: shown(sketch) };
}

function pairFrom(label: string, box: string | Partial<LabelledValue>): LabelledValue {
  const value = typeof box === 'string' ? box : (box.value ?? '');
  return {
    label,
    value,
    state: value === '' ? 'empty' : 'filled',
    kind: 'cell-left',
    box: 'cell',
    source: pageSource(label, `[data-label="${label}"]`),
    ...(typeof box === 'string' ? {} : box),
  };
}

function shown(value: FieldValue): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.join('、') : `${value.amount}${value.unit}`;
}

function pageSource(label: string, path: string): PageSource {
  return { from: 'page', frame: '', label, path };
}

/** Blocks of a document's own text out of plain lines. */
export function blocksFrom(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  lines.forEach((line, index) => {
    const heading = /^(#+) (.*)$/.exec(line);
    const source: FileSource = {
      from: 'file',
      name: 'test.docx',
      sha256: sha256Now('test'),
      place: { paragraph: index + 1 },
    };
    if (line.startsWith('|')) {
      const cells = line.split('|').slice(1, -1);
      const table = blocks.at(-1);
      if (table?.kind === 'table' && table.rows) {
        table.rows.push(cells);
        table.text += `\n${cells.join('\t')}`;
      } else blocks.push({ kind: 'table', text: cells.join('\t'), rows: [cells], region: 'body', source });
    } else if (heading)
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '', region: 'body', source });
    else blocks.push({ kind: 'paragraph', text: line, region: 'body', source });
  });
  return blocks;
}

/** A catalogue for tests; rows need only what the test is about. */
export function catalogueFrom(
  rows: readonly (Partial<CatalogueRow> & Pick<CatalogueRow, 'designation'>)[],
): CataloguePack {
  return {
    schema: 'duibiao/catalogue@1',
    id: 'test',
    version: '2026-11-01',
    issuedOn: '2026-11-01',
    lapsesOn: '2027-11-01',
    rows: rows.map((row) => ({ title: '', verified: true, source: '测试', checkedOn: '2026-11-01', ...row })),
  };
}
const NO_CATALOGUE = catalogueFrom([]);

export interface RunSketch {
  today?: string;
  unit?: UnitProfile;
  catalogue?: CataloguePack;
  severities?: Record<string, Severity | 'off'>;
  beside?: Beside;
}

/** Runs these rules over a document, as the product does. */
export function runOf(rules: readonly Rule[], document: DocumentModel, sketch: RunSketch = {}): CheckRun {
  return checkDocument(document, {
    today: TODAY,
    catalogue: NO_CATALOGUE,
    rules,
    runId: 'test',
    at: `${TODAY}T00:00:00Z`,
    clock: () => 0,
    ...sketch,
  });
}

/** What one rule says about a document. */
export function findingsOf(rule: Rule, document: DocumentSketch, sketch: RunSketch = {}): Finding[] {
  return runOf([rule], documentFrom(document), sketch).findings;
}

/** The reasons that one rule gives, for short tables of cases: `['blank']`, `['passed']`. */
export function reasonsOf(rule: Rule, document: DocumentSketch, sketch: RunSketch = {}): string[] {
  return findingsOf(rule, document, sketch).map((finding) => finding.reason);
}

/** The document of an example, read as the product reads it: a page through capture and reader, a text as a file's paragraphs. */
export async function modelOfExample({
  language,
  content,
}: Pick<Example, 'language' | 'content'>): Promise<DocumentModel> {
  const sha256 = sha256Now(content);
  if (language === 'html') {
    const page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><body>${content}`;
    return readDocument('example.html', new TextEncoder().encode(page), { uri: 'example.html', sha256 });
  }
  return assemble({
    uri: 'example.docx',
    sha256,
    from: 'file',
    reader: { id: 'test', name: '测试' },
    title: '',
    pairs: [],
    blocks: blocksFrom(content.split('\n').filter((line) => line.trim() !== '')),
  });
}

/** One case of a rule's table: what stands in the document, and every reason that the rule then gives. */
export interface RuleCase extends RunSketch {
  name: string;
  document: DocumentSketch;
  /** `['passed']` where it holds. */
  reasons: string[];
  /** What each finding tells word for word, where that is what the case is about. */
  told?: readonly Told[];
}

/** The sentence of a finding, its boxes, its places and what may be copied, as a test writes them. */
export type Told = readonly [message: string, fields: string, places: string, fix: string];

export const toldOf = ({ message, fields, sources, fix }: Finding): Told => [
  message,
  fields.join(' '),
  sources.map(placeOf).join(' '),
  fix ? `${fix.label}：${fix.from} → ${fix.to}` : '',
];

/** Lines of the text are counted from 1; a box of a form is named. */
const placeOf = (source: Source): string =>
  source.from === 'file' ? String(source.place.paragraph) : source.from === 'page' ? source.label : '';

/**
 * The test of one rule: its table of cases, and what every rule promises. Each reason has a case, the sentences are
 * whole, there are cases that must fire and cases that must not, and hiding a box or the whole document never
 * makes a fault and never makes it fine.
 */
export function describeRule(rule: Rule, cases: readonly RuleCase[]): void {
  describe(rule.id, () => {
    it.each(cases.map((one) => [one.name, one] as const))('%s', (_, { document, reasons, told, ...sketch }) => {
      const findings = findingsOf(rule, document, sketch);
      expect(findings.map(({ reason }) => reason)).toEqual(reasons);
      if (told) expect(findings.map(toldOf)).toEqual(told);
    });

    it('has a case for every reason, cases that must fire and cases that must not', () => {
      const seen = new Set(cases.flatMap((one) => one.reasons));
      expect(Object.keys(rule.reasons).filter((reason) => !seen.has(reason))).toEqual([]);
      expect(seen.has('passed')).toBe(true);
      expect(new Set(cases.map((one) => one.name)).size).toBe(cases.length);
    });

    it('speaks in whole sentences', () => {
      for (const { document, reasons: _, told: __, name, ...sketch } of cases)
        for (const { message } of findingsOf(rule, document, sketch)) {
          expect(message, name).toMatch(/\p{Script=Han}.*。$/u);
          expect(message, name).not.toMatch(/[{}]|undefined|NaN|null|\[object/);
        }
    });

    it('never blames or clears what it cannot see', { timeout: 60_000 }, () => {
      for (const { document, reasons: _, told: __, name, ...sketch } of cases) {
        const whole = documentFrom(document);
        const fewer = [behindFrame(whole), ...ROLES.map((role) => withoutSight(whole, [role]))];
        expect(brokenBySight([rule], whole, fewer, sketch), name).toEqual([]);
        expect(brokenBySight([rule], whole, pieceByPiece(whole), sketch), name).toEqual([]);
      }
    });
  });
}

/** A document of which a part is not seen. */
export interface PartlySeen {
  model: DocumentModel;
  /** What is not seen, for the person who reads the failure. */
  without: string;
  /** The same without the piece that is out of sight: what nobody sees makes no fault and no rule content. */
  gone?: DocumentModel;
  /** Whether a rule applies may itself hang on what is not seen: the document's date, its number. */
  mayApplyAnew?: boolean;
}

/**
 * What these rules say wrongly of a document of which a part is not seen: a fault that the whole document did not
 * show, or that only the piece out of sight shows; `fine` of a rule that was not content with the whole, or would not
 * be without that piece. [] when all is well.
 */
export function brokenBySight(
  rules: readonly Rule[],
  whole: DocumentModel,
  parts: readonly PartlySeen[],
  sketch: RunSketch = {},
): string[] {
  const before = byRule(runOf(rules, whole, sketch));
  return parts.flatMap(({ model, without, gone, mayApplyAnew }) => {
    const left = gone && byRule(runOf(rules, gone, sketch));
    return [...byRule(runOf(rules, model, sketch))].flatMap(([rule, after]) => {
      const told = before.get(rule) ?? [];
      if (mayApplyAnew && told.every(({ outcome }) => outcome === 'not-applicable')) return [];
      const others = left ? [told, left.get(rule) ?? []] : [told];
      const blamed = after.filter(
        ({ outcome, id }) => outcome === 'failed' && !others.every((one) => hasFault(one, id)),
      );
      const cleared = isFine(after) && !others.every(isFine);
      const said = [...blamed.map(({ message }) => message), ...(cleared ? ['fine'] : [])];
      return said.map((text) => `${rule} without ${without}: ${text}`);
    });
  });
}

const hasFault = (findings: readonly Finding[], id: string): boolean =>
  findings.some((finding) => finding.id === id && finding.outcome === 'failed');

const byRule = ({ findings }: CheckRun): Map<string, Finding[]> => Map.groupBy(findings, ({ rule }) => rule);
const isFine = (findings: readonly Finding[]): boolean => findings.every((finding) => finding.outcome === 'passed');

/**
 * The same document with each of its blocks, boxes, steps and files in turn out of sight, and in turn in a part that
 * was not read.
 */
export function pieceByPiece(whole: DocumentModel): PartlySeen[] {
  const { blocks, pairs, trail, attachments } = whole;
  const notes = [UNREAD];
  const named = (what: string, text: string): string => `${what} ${text.slice(0, 20)}`;
  const unseen = (without: string, away: DocumentModel, gone: DocumentModel): PartlySeen[] => [
    { without: `sight of ${without}`, model: away, gone },
    { without, model: { ...gone, notes } },
  ];
  return [
    ...blocks.flatMap((block, at): PartlySeen[] => {
      const left = blocks.toSpliced(at, 1);
      const gone = { ...whole, blocks: left, citations: findCitations(left) };
      const away = { ...whole, blocks: blocks.with(at, { ...block, hidden: true }) };
      const without = named('the block', block.text);
      return [
        ...unseen(without, away, gone),
        { without: `${without} in a control`, model: { ...gone, notes: [NO_TEXT] } },
      ];
    }),
    ...pairs.flatMap((pair, at): PartlySeen[] => {
      const away = { ...whole, pairs: pairs.with(at, { ...pair, hidden: true }) };
      return unseen(named('the box', pair.label), away, { ...whole, pairs: pairs.toSpliced(at, 1) });
    }),
    ...trail.flatMap((step, at): PartlySeen[] => {
      const without = named('the step', step.step);
      return [
        // A record that is folded away counts all the same.
        { without: `sight of ${without}`, model: { ...whole, trail: trail.with(at, { ...step, hidden: true }) } },
        { without, model: { ...whole, notes, trail: trail.toSpliced(at, 1) } },
      ];
    }),
    ...attachments.flatMap(({ name }, at): PartlySeen[] => [
      { without: named('the file', name), model: { ...whole, notes, attachments: attachments.toSpliced(at, 1) } },
    ]),
  ];
}

/** The same document, whose boxes for these roles give no text. */
export function withoutSight(model: DocumentModel, roles: readonly Role[]): PartlySeen {
  const hide = (field: Field): Field => {
    if (!roles.includes(field.role) || field.state === 'absent') return field;
    const { value: _, others: __, unverified: ___, ...rest } = field;
    return { ...rest, state: 'unreadable' };
  };
  const without = `sight of ${roles.join()}`;
  return { without, model: { ...model, fields: model.fields.map(hide) }, mayApplyAnew: true };
}

/** The text stands in a control that gives none: boxes and steps were read all the same. */
const NO_TEXT: Note = { kind: 'unreadable', text: '', problem: problem('embed-unreadable', { control: '' }) };
const UNREAD: Note = { kind: 'unreadable', text: '一个框架没读到。', source: pageSource('', '#frame') };

/** The same document, of which the boxes for these roles stand in a frame that was not read; without roles, all of it. */
export function behindFrame(model: DocumentModel, roles?: readonly Role[]): PartlySeen {
  const notes = [UNREAD];
  const fields = model.fields.map((field) => (!roles || roles.includes(field.role) ? absentField(field.role) : field));
  const without = roles?.join() ?? 'all';
  if (roles) return { without, model: { ...model, fields, notes }, mayApplyAnew: true };
  const { classified: _, askBeforeKeeping: __, ...rest } = model;
  const empty = { pairs: [], trail: [], blocks: [], citations: [], attachments: [] };
  return { without, model: { ...rest, fields, notes, ...empty }, mayApplyAnew: true };
}
