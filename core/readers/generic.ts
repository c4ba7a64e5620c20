import { problem } from '../base/problems.ts';
import { cleanText, fillSlots, labelKey, rowOf, squeeze } from '../base/text.ts';
import { isKnownLabel, roleOfStep } from '../document/glossary.ts';
import type { Attachment, Note, TrailStep } from '../document/model.ts';
import type { DocumentParts, FamilyKnowledge, StageHints, Unreadable } from '../document/parts.ts';
import { isStateWord } from '../document/stage.ts';
import { trailOfArrows, trailOfLines, trailOfStrip } from '../document/trail.ts';
import { labelledValues } from '../page/pairs.ts';
import type { CaptureGap, PageSnapshot } from '../page/snapshot.ts';
import { stepsOfStrip } from '../pairing/grid.ts';
import type { LabelledValue } from '../pairing/pair.ts';
import { blocksOfPage } from './blocks.ts';
import { isHiddenFrame, placeKey, type Survey } from './survey.ts';
import { FRAME_REASONS, READER_WORDS } from './words.ts';

/** The reading that every page gets; a family lays its words over it. */
export const GENERIC = { id: 'generic', name: '通用读法' } as const;

/** Buttons of a search form, and of a form that sends or decides. */
const SEARCHES = /^(?:查询|搜索|检索|查找|高级查询|高级搜索|筛选)$/u;
const WRITES =
  /^(?:提交.*|立即提交|保存.*|暂存.*|送审|发起.*|同意|通过|批准|签发|退回.*|办理|处理|受理|确认提交|呈报)$/u;

/** A page's parts, by its snapshot and what stands on it. @param family words of the family that claimed it */
export function partsOfPage(
  snapshot: PageSnapshot,
  sha256: string,
  survey: Survey,
  reader: { id: string; name: string },
  family: FamilyKnowledge | undefined,
): DocumentParts {
  const isLabel = (text: string): boolean => rowOf(family?.labels, labelKey(text)) !== undefined || isKnownLabel(text);
  const searching = isSearch(survey);
  const pairs = withStepNames(labelledValues(snapshot, isLabel)).filter((pair) => {
    if (pair.source.from !== 'page') return true;
    const place = placeKey(pair.source.frame, pair.source.path);
    // What the text itself prints is found in the blocks.
    if (survey.outside.has(place) || (survey.body.has(place) && isPrinted(pair))) return false;
    return !(searching && pair.box === 'control' && !pair.readOnly);
  });
  const notDocument = survey.hasPassword
    ? 'login'
    : pairs.length > 0
      ? undefined
      : searching
        ? 'search'
        : isListPage(survey)
          ? 'list'
          : undefined;
  return {
    uri: snapshot.url,
    sha256,
    from: 'page',
    reader,
    title: snapshot.title,
    heading: pageHeading(survey),
    pairs,
    blocks: blocksOfPage(snapshot),
    tables: survey.tables.filter((table) => table.sort === 'record'),
    trail: trailOfPage(survey, family),
    attachments: attachmentsOf(survey),
    notes: [
      ...notesOfFrames(snapshot),
      ...notesOfEmbeds(survey),
      ...snapshot.gaps.map(noteOfGap),
      ...(notDocument === undefined ? [] : [{ kind: 'reader' as const, text: READER_WORDS[notDocument] }]),
    ],
    hints: hintsOf(survey, family),
    unreadable: unreadableOf(snapshot, survey),
    ...(snapshot.gaps.some((gap) => gap.kind !== 'too-large') ? { unfinished: true } : {}),
    ...(family === undefined ? {} : { family }),
    ...(notDocument === undefined ? {} : { notDocument: READER_WORDS[notDocument] }),
  };
}

const isPrinted = (pair: LabelledValue): boolean => pair.kind === 'inline-text' || pair.kind === 'same-cell';

/** Labels whose value is the name of a step, and the name of a step is a label too: 当前环节 | 审核. */
const STEP_LABELS = /^(?:当前|所处|流程)?(?:环节|节点|步骤|状态|阶段)$/u;

function withStepNames(pairs: readonly LabelledValue[]): LabelledValue[] {
  return pairs.flatMap((pair, index) => {
    const [before, next] = [pairs[index - 1], pairs[index + 1]];
    if (
      before &&
      before.state === 'empty' &&
      pair.state === 'empty' &&
      STEP_LABELS.test(labelKey(before.label)) &&
      isStep(pair)
    )
      return [];
    return pair.state === 'empty' && STEP_LABELS.test(labelKey(pair.label)) && next?.state === 'empty' && isStep(next)
      ? [{ ...pair, value: next.label, state: 'filled' }]
      : [pair];
  });
}

const isStep = (pair: LabelledValue): boolean => roleOfStep(pair.label) !== undefined;

function isSearch(survey: Survey): boolean {
  const captions = survey.buttons.map(squeeze);
  return captions.some((caption) => SEARCHES.test(caption)) && !captions.some((caption) => WRITES.test(caption));
}

function isListPage(survey: Survey): boolean {
  return survey.tables.some((table) => table.sort === 'list' && !table.hidden);
}

/** Headings of a lower level stand over a part of the page only. */
const LOWEST_TITLE = 2;

function pageHeading(survey: Survey): string {
  return survey.headings.find(({ text, level }) => text !== '' && level <= LOWEST_TITLE)?.text ?? '';
}

function trailOfPage(survey: Survey, family: FamilyKnowledge | undefined): TrailStep[] {
  const steps: TrailStep[] = [];
  for (const { list, items } of survey.lists) {
    if (list !== 'timeline' && list !== 'steps') continue;
    const found = items.flatMap((item) => {
      const step = trailOfLines(item.texts, item.source, family?.steps, item.state);
      return step ? [item.hidden ? { ...step, hidden: true } : step] : [];
    });
    // A timeline of news names no step of a flow.
    if (found.some((step) => step.role !== undefined)) steps.push(...found);
  }
  for (const { rows, hidden, sort, source } of survey.tables)
    if (sort === 'strip' && !hidden) steps.push(...trailOfStrip(stepsOfStrip(rows) ?? [], source, family?.steps));
  for (const { text, hidden, source } of survey.texts)
    if (!hidden && text.length <= 400 && text.includes('→')) steps.push(...trailOfArrows(text, source, family?.steps));
  return steps;
}

const FILE_NAME =
  /(?:^|[\s：:、])([^\s\\/:*?"<>|：、]{1,80}\.(?:docx?|wps|xlsx?|et|pdf|ofd|pptx?|dps|zip|rar|7z|txt|jpe?g|png|tiff?))(?=$|[\s(（[])/iu;

/** Files that the page names: links and texts with a file's name, each once. An address only where the page gives one. */
function attachmentsOf(survey: Survey): Attachment[] {
  const found = new Map<string, Attachment>();
  for (const { text, hidden, href, source } of survey.texts) {
    if (hidden || text.length > 200 || !text.includes('.')) continue;
    const name = FILE_NAME.exec(cleanText(text))?.[1];
    if (name === undefined || found.get(name)?.href !== undefined) continue;
    found.set(name, { name, how: 'attached', ...(href === undefined ? {} : { href }), source });
  }
  return [...found.values()];
}

function hintsOf(survey: Survey, family: FamilyKnowledge | undefined): StageHints {
  const states = survey.texts
    .filter(({ hidden, inTable, text }) => !hidden && !inTable && text.length <= 12)
    .map(({ text }) => squeeze(text))
    .filter((text) => rowOf(family?.states, text) !== undefined || isStateWord(text));
  return { states, buttons: survey.buttons, editable: survey.hasWritable };
}

function notesOfFrames(snapshot: PageSnapshot): Note[] {
  return snapshot.frames.flatMap((frame, index): Note[] => {
    if (frame.state === 'read') return [];
    // mainFrame, iframe1: a name for programs tells a person nothing.
    const named = /\p{Script=Han}/u.test(frame.label);
    const name = named ? frame.label : fillSlots(READER_WORDS.frameFallback, { number: index });
    const source = {
      from: 'page' as const,
      frame: frame.path.replace(/\.?\d+$/u, ''),
      label: name,
      path: frame.owner ?? '',
    };
    if (isHiddenFrame(frame, snapshot))
      return [{ kind: 'hidden', text: fillSlots(READER_WORDS.hiddenFrame, { frame: name }), source }];
    const made = problem('frame-unreadable', { frame: name, why: FRAME_REASONS[frame.reason ?? 'failed'] });
    return [{ kind: 'unreadable', problem: made, text: made.message, source }];
  });
}

/** A type or a tag is no name that a person knows: application/pdf, object. */
const TECHNICAL_NAME = /^(?:[\w.+-]+\/[\w.+-]+|object|embed|applet|canvas|video|audio)$/iu;

function notesOfEmbeds(survey: Survey): Note[] {
  return survey.embeds
    .filter((embed) => !embed.hidden)
    .map(({ name, source }) => {
      const control = TECHNICAL_NAME.test(name) ? '' : name.replace(/控件$/u, '');
      const made = problem('embed-unreadable', { control });
      return { kind: 'unreadable', problem: made, text: made.message, source };
    });
}

function noteOfGap(gap: CaptureGap): Note {
  switch (gap.kind) {
    case 'changed': {
      const made = problem('page-changed');
      return { kind: 'incomplete', problem: made, text: made.message };
    }
    case 'too-large': {
      const made = problem('page-too-large');
      return { kind: 'incomplete', problem: made, text: made.message };
    }
    case 'loading':
      return { kind: 'incomplete', text: READER_WORDS.loading };
    case 'aborted':
      return { kind: 'incomplete', text: READER_WORDS.aborted };
  }
}

/** What could stand where nothing was read. A piece out of sight counts as well: hiding it must not make a doubt a fault. */
function unreadableOf(snapshot: PageSnapshot, survey: Survey): Unreadable[] {
  const frames = snapshot.frames
    .filter((frame) => frame.state === 'unreadable')
    .map((frame) => ({ frame: frame.path.replace(/\.?\d+$/u, ''), label: frame.label, path: frame.owner ?? '' }));
  const gaps = snapshot.gaps.map((gap) => ({ frame: gap.frame, label: '', path: '' }));
  return [
    ...[...frames, ...gaps].map((place): Unreadable => ({ what: 'anything', source: { from: 'page', ...place } })),
    ...survey.embeds.map((embed): Unreadable => ({ what: 'body', source: embed.source })),
  ];
}
