import { decodeBase64 } from '../../core/base/base64.ts';
import { chinaDay } from '../../core/base/dates.ts';
import { sha256 } from '../../core/base/hash.ts';
import { ProblemError } from '../../core/base/problems.ts';
import type { CheckOptions } from '../../core/check/check.ts';
import {
  fileDraft,
  isPhoto,
  linkDraft,
  noteDraft,
  paperDraft,
  refuseUnfinished,
  STORED_SIZE,
} from '../../core/evidence/entered.ts';
import { recordDraft } from '../../core/evidence/record.ts';
import type { EntryDraft, LedgerEntry } from '../../core/ledger/entry.ts';
import type { Handlers } from '../messages/serve.ts';
import type { ToBackground } from '../messages/to-background.ts';

type Entering = Pick<Handlers<ToBackground>, 'addPaper' | 'addLink' | 'addNote' | 'addFile' | 'addRecord'>;

/** What records are judged with. */
export type JudgedWith = () => Promise<Pick<CheckOptions, 'rules' | 'catalogue' | 'unit'>>;

/**
 * What the workbench may ask to be kept that stands on no page. `append` is the one writer, `seat` gives the seat's label,
 * `judged` what records are judged with.
 */
export function enterInto(
  append: (draft: EntryDraft) => Promise<LedgerEntry>,
  seat: () => Promise<string>,
  judged: JudgedWith,
  now: () => Date = () => new Date(),
): Entering {
  const by = async (capturedAt = now().toISOString()) => ({ actor: await seat(), capturedAt });
  const refuse = (entered: Parameters<typeof refuseUnfinished>[0]): void =>
    refuseUnfinished(entered, chinaDay(now().toISOString()));
  return {
    async addPaper({ photo, ...paper }) {
      refuse(paper);
      return append(paperDraft({ ...paper, ...(photo !== undefined && { photo: photoOf(photo) }) }, await by()));
    },
    async addLink(link) {
      refuse(link);
      return append(linkDraft(link, await by()));
    },
    async addNote(note) {
      refuse(note);
      return append(noteDraft(note, await by()));
    },
    async addFile({ entry, content, ...decided }) {
      const { document, check } = entry.payload;
      refuse({ ...decided, title: entry.subject || decided.title, factOn: entry.factOn || decided.factOn });
      const bytes = content === undefined ? undefined : await bytesOf(content, document.sha256);
      return append(fileDraft(entry, { ...decided, ...(bytes && { content: bytes }) }, await by(check?.at)));
    },
    addRecord: async ({ record, ...said }) => append(recordDraft({ ...record, ...said }, await judged(), await by())),
  };
}

const decoded = (base64: string): Uint8Array | undefined => decodeBase64(new TextEncoder().encode(base64));

/** The bytes of a photograph. */
function photoOf(base64: string): Uint8Array {
  const bytes = decoded(base64);
  if (bytes === undefined || !isPhoto(bytes)) throw new ProblemError('entered-photo');
  return bytes;
}

/** The bytes of a file that is stored whole: those, and no others, of which it was said what they are. */
async function bytesOf(base64: string, fingerprint: string): Promise<Uint8Array> {
  const bytes = decoded(base64);
  if (bytes === undefined || bytes.length > STORED_SIZE || (await sha256(bytes)) !== fingerprint)
    throw new ProblemError('message-invalid', { path: 'content', why: WRONG_BYTES });
  return bytes;
}

const WRONG_BYTES = '不是刚才读的那个文件';
