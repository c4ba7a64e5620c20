import type { Block } from '../base/block.ts';
import type { Source } from '../base/source.ts';
import type { LabelledValue } from '../pairing/pair.ts';
import type { Attachment, Note, TrailStep } from './model.ts';
import type { LabelMeaning } from './terms.ts';
import type { DocumentKind, PeopleRole, Role, Stage } from './vocabulary.ts';

/** Rows of cells, as text, of one table that may be a workflow record. A `Block` of kind table is one too. */
export interface TableText {
  rows?: string[][];
  hidden?: boolean;
  source: Source;
}

/** A piece that gave no text: what could have stood in it. */
export interface Unreadable {
  /** anything: a whole form (a silent frame); body: the text of the document (a plug-in, a scanned page). */
  what: 'anything' | 'body';
  source: Source;
}

/** Words of a page by which the stage is told. */
export interface StageHints {
  /** Words of tags, stamps and boxes named 流程状态: 审批中, 已归档. */
  states: string[];
  /** Name of the step in a box 当前环节. `assemble` finds it. */
  step?: string;
  /** Captions of buttons that are in sight. */
  buttons: string[];
  /** What is chosen in boxes such as 操作类型 that can be written in. `assemble` finds it. */
  choices?: string[];
  /** Words of the round boxes in sight of which one can be chosen, and that no label names. */
  options?: string[];
  /** There are boxes in sight that can be written in. */
  editable: boolean;
}

/** What the reader of one family knows beyond the glossary. Left out: nothing. */
export interface FamilyKnowledge {
  /** Label as compared (`labelKey`) → role; null where this family means no role by it. */
  labels?: Readonly<Record<string, LabelMeaning | null>>;
  /** Name of a step → role. */
  steps?: Readonly<Record<string, PeopleRole>>;
  /** Word of a state → stage. */
  states?: Readonly<Record<string, Stage>>;
  /** Roles whose boxes this very form must have. */
  expected?: readonly Role[];
}

/** All that a page reader or a file parser found, before it is understood. Input of `assemble`. */
export interface DocumentParts {
  uri: string;
  sha256: string;
  from: 'page' | 'file';
  reader: { id: string; name: string };
  /** Title of the window or of the file's properties; the last resort. '' when none. */
  title: string;
  /** Heading over the whole page. */
  heading?: string;
  /** Labelled values from boxes and tables. Those that stand in running text are found by `assemble` itself, in `blocks`. */
  pairs: LabelledValue[];
  /** The document's text in reading order; tables with their rows. */
  blocks: Block[];
  /** Tables that are no part of the text and may be workflow records. */
  tables?: TableText[];
  /** Workflow steps that the reader found itself: timelines, arrows. */
  trail?: TrailStep[];
  attachments?: Attachment[];
  notes?: Note[];
  hints?: StageHints;
  /** The stage as the user names it; goes before everything that can be read. */
  stage?: Stage;
  unreadable?: Unreadable[];
  /** True while the page was still loading or changing: an empty box may yet be filled. */
  unfinished?: boolean;
  family?: FamilyKnowledge;
  /** Set by a reader that knows the form. */
  kind?: { kind: DocumentKind; reason: string };
  /** Id of the type of record, where it is known and need not be told by title and boxes: a person chose it. */
  recordType?: string;
  /** Why this page is no document: a login, a list, a search form. */
  notDocument?: string;
}
