import type { Block } from '../base/block.ts';
import type { Problem } from '../base/problems.ts';
import type { Source } from '../base/source.ts';
import type { LabelledValue } from '../pairing/pair.ts';
import type { AskWhy } from '../privacy/secrecy.ts';
import type { Citation } from '../standards/citations.ts';
import type {
  Confidence,
  Direction,
  DocumentKind,
  FieldState,
  FieldValue,
  PeopleRole,
  Role,
  Stage,
} from './vocabulary.ts';

export interface Field {
  role: Role;
  state: FieldState;
  /** Only when present, and empty (`[]`) for a signature that is only a picture. */
  value?: FieldValue;
  /** The label as shown, without its colon; '' where none stands with it. */
  label: string;
  /** The value as written, a placeholder too; '' for an empty box. */
  written: string;
  sources: Source[];
  reader: string;
  confidence: Confidence;
  /** Seen, but not proved: a signature picture. */
  unverified?: boolean;
  /** A later step of the workflow fills this box. */
  pending?: boolean;
  /** This form is known to have this box: its absence is a fault and not a doubt. */
  expected?: boolean;
  /** Further boxes that were read for the same role, best first. */
  others?: FieldCandidate[];
  /** Labels of further boxes of this role, under words of their own, that stand empty in sight: 核稿人 beside a filled 审稿人. */
  emptyBeside?: string[];
}

export type FieldCandidate = Omit<Field, 'role' | 'others' | 'expected' | 'pending' | 'emptyBeside'>;

/** One line of a workflow record. */
export interface TrailStep {
  /** Name of the step as written: 领导签发. */
  step: string;
  /** What this step means for the document, when its name says so. */
  role?: PeopleRole;
  /** Names; [] when only a picture or a login stands there. */
  actors: string[];
  /** 提交, 同意, 退回, … as written. */
  action?: string;
  opinion?: string;
  /** `YYYY-MM-DDTHH:mm:ss` or a day. */
  time?: string;
  /** done: somebody acted; current: it waits here; predicted: the flow only foretells it. */
  state: 'done' | 'current' | 'predicted';
  /** The person at the page cannot see this record. */
  hidden?: boolean;
  /** Signed by a picture: the name, where there is one, stands in another drawing of the record. */
  unverified?: boolean;
  source: Source;
}

export interface Attachment {
  name: string;
  /** Listed: named in 附件说明 or a list; attached: a file is really there. */
  how: 'listed' | 'attached';
  href?: string;
  source: Source;
}

/** A thing that the reader tells about its work: what was tried, what could not be read. */
export interface Note {
  /**
   * elsewhere: the workflow record is behind a link of the page, or something behind a tab that was not opened; unfit: a form
   * is not any more what was taught.
   */
  kind: 'reader' | 'unreadable' | 'hidden' | 'incomplete' | 'remark' | 'elsewhere' | 'unfit';
  /** Id of the taught mapping that it is about. */
  mapping?: string;
  problem?: Problem;
  text: string;
  source?: Source;
}

/** What a page or a file says, in the terms of the trade. The only input of rules. */
export interface DocumentModel {
  /** Address of the page or name of the file. */
  uri: string;
  /** SHA-256 of the file's bytes; '' for a page, whose fingerprint is taken when it is kept (fingerprint.ts). */
  sha256: string;
  /** Stable over edits of the same document: hash of what identifies it (see identity.ts). */
  key: string;
  from: 'page' | 'file';
  reader: { id: string; name: string };
  kind: DocumentKind;
  kindReason: string;
  kindWord: string;
  /** Id of the type of record, where somebody chose it; else it is told by title and boxes. */
  recordType?: string;
  direction: Direction;
  stage: Stage;
  stageReason: string;
  title: string;
  /** Every role that was looked for, each once, in the order of ROLES; roles not found are `absent`. */
  fields: Field[];
  /** Every label with its value as found, those without a role too (申请时间, 培训地点): for rules about the boxes of records. */
  pairs: LabelledValue[];
  trail: TrailStep[];
  blocks: Block[];
  citations: Citation[];
  attachments: Attachment[];
  notes: Note[];
  /** Classified mark (绝密 机密 秘密) that was read; everything stops then. */
  classified?: { mark: string; source: Source };
  /** Why a person is asked before the document is kept: 内部 in the box of secrecy, or a mark that was not read for sure. */
  askBeforeKeeping?: { why: AskWhy; mark: string; source: Source };
  /** False for pages that are no document at all: login, portal, search, list. */
  isDocument: boolean;
}

/** The field of a role; a model always has one for each role (absent at least). */
export function fieldOf(model: Pick<DocumentModel, 'fields'>, role: Role): Field {
  return model.fields.find((field) => field.role === role) ?? absentField(role);
}

export function absentField(role: Role): Field {
  return { role, state: 'absent', label: '', written: '', sources: [], reader: '', confidence: 'guessed' };
}
