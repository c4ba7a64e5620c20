import { problem } from '../base/problems.ts';
import type { PageSource } from '../base/source.ts';
import { fillSlots, squeeze } from '../base/text.ts';
import type { Note } from '../document/model.ts';
import type { Unreadable } from '../document/parts.ts';
import { controlIn } from '../page/native-controls.ts';
import type { CaptureGap, PageSnapshot } from '../page/snapshot.ts';
import type { Survey } from './survey/survey.ts';
import { FRAME_REASONS, READER_WORDS } from './words.ts';

/** Tables that are named one by one. */
const MOST_TABLES = 5;

/** What of a page could not be read, in sentences. */
export function notesOfPage(snapshot: PageSnapshot, survey: Survey): Note[] {
  return [
    ...notesOfFrames(snapshot),
    ...notesOfEmbeds(survey),
    ...picturesAsBody(survey)
      .slice(0, 1)
      .map((source): Note => {
        const made = problem('picture-unreadable');
        return { kind: 'unreadable', problem: made, text: made.message, source };
      }),
    ...notesOfTabs(survey),
    ...survey.undrawn.slice(0, MOST_TABLES).map(
      ({ drawn, told, source }): Note => ({
        kind: 'incomplete',
        text: fillSlots(READER_WORDS.undrawnRows, { drawn, told }),
        source,
      }),
    ),
    ...snapshot.gaps.map(noteOfGap),
  ];
}

function notesOfTabs({ unopened }: Survey): Note[] {
  if (unopened.length === 0) return [];
  return [{ kind: 'elsewhere', text: fillSlots(READER_WORDS.unopenedTabs, { captions: unopened.join('”“') }) }];
}

/** A link or a button that opens the record of the workflow. */
const OPENS_RECORD =
  /^(?:查看|显示|打开)?(?:审批|流程|流转|办理|审核|处理)(?:记录|历史|日志|过程|进度|跟踪|流转记录|流程记录)$/u;

/** The record of the workflow is behind a link, and no table or list of this page shows it. */
export function notesOfRecord(survey: Survey): Note[] {
  if (survey.tables.some(({ sort }) => sort === 'record')) return [];
  const linked = survey.texts.find(
    ({ hidden, href, text }) => !hidden && href !== undefined && OPENS_RECORD.test(squeeze(text)),
  );
  const caption = linked?.text ?? survey.buttons.find((text) => OPENS_RECORD.test(squeeze(text)));
  return caption === undefined
    ? []
    : [{ kind: 'elsewhere', text: fillSlots(READER_WORDS.recordElsewhere, { caption: squeeze(caption) }) }];
}

/** Characters of text in the body from which a picture in it is an illustration. */
const SOME_TEXT = 40;

/** Pictures that are the text of the document, by what else stands in its place. */
function picturesAsBody({ blocks, bodyPictures }: Survey): PageSource[] {
  if (bodyPictures.length === 0) return bodyPictures;
  const text = blocks.reduce((sum, block) => sum + (block.region === 'body' ? block.text.length : 0), 0);
  return text < SOME_TEXT ? bodyPictures : [];
}

/** Path of the frame around a frame. */
const outerFrame = (path: string): string => path.replace(/\.?\d+$/u, '');

/** A frame in which a viewer shows a file. */
const VIEWED = /\.(?:pdf|ofd)(?=[?#]|$)/iu;

function notesOfFrames(snapshot: PageSnapshot): Note[] {
  return snapshot.frames.flatMap((frame, index): Note[] => {
    if (frame.state === 'read') return [];
    // mainFrame, iframe1: a name for programs tells a person nothing.
    const named = /\p{Script=Han}/u.test(frame.label);
    const name = named ? frame.label : fillSlots(READER_WORDS.frameFallback, { number: index });
    const source = {
      from: 'page' as const,
      frame: outerFrame(frame.path),
      label: name,
      path: frame.owner ?? '',
    };
    const viewer = controlIn(VIEWED.exec(frame.url)?.[0] ?? '');
    if (viewer && !frame.hidden) {
      const made = problem('embed-unreadable', { control: viewer.name });
      return [{ kind: 'unreadable', problem: made, text: made.message, source }];
    }
    if (frame.hidden) return [{ kind: 'hidden', text: fillSlots(READER_WORDS.hiddenFrame, { frame: name }), source }];
    const made = problem('frame-unreadable', { frame: name, why: FRAME_REASONS[frame.reason ?? 'failed'] });
    return [{ kind: 'unreadable', problem: made, text: made.message, source }];
  });
}

/** A type or a tag is no name that a person knows: application/pdf, object. */
const TECHNICAL_NAME = /^(?:[\w.+-]+\/[\w.+-]+|object|embed|applet|canvas|video|audio)$/iu;

/** Controls without text that are named one by one: a page with more holds no more documents for it. */
const MOST_EMBEDS = 50;

function notesOfEmbeds(survey: Survey): Note[] {
  return survey.embeds
    .filter((embed) => !embed.hidden)
    .slice(0, MOST_EMBEDS)
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
    case 'styles': {
      const made = problem('page-too-many-styles');
      return { kind: 'incomplete', problem: made, text: made.message };
    }
    case 'aborted':
      return { kind: 'incomplete', text: READER_WORDS.aborted };
  }
}

/** What could stand where nothing was read. A piece out of sight counts as well: hiding it must not make a doubt a fault. */
export function unreadableOf(snapshot: PageSnapshot, survey: Survey): Unreadable[] {
  const frames = snapshot.frames
    .filter((frame) => frame.state === 'unreadable')
    .map((frame) => ({ frame: outerFrame(frame.path), label: frame.label, path: frame.owner ?? '' }));
  // Style rules that were not asked leave nothing unread.
  const gaps = snapshot.gaps
    .filter(({ kind }) => kind !== 'styles')
    .map((gap) => ({ frame: gap.frame, label: '', path: '' }));
  return [
    ...[...frames, ...gaps].map((place): Unreadable => ({ what: 'anything', source: { from: 'page', ...place } })),
    ...survey.embeds.slice(0, MOST_EMBEDS).map((embed): Unreadable => ({ what: 'body', source: embed.source })),
    ...picturesAsBody(survey)
      .slice(0, MOST_EMBEDS)
      .map((source): Unreadable => ({ what: 'body', source })),
  ];
}
