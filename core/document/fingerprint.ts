import { sha256Now } from '../base/hash.ts';
import type { DocumentModel } from './model.ts';

/** What a document says, as one text that no other content gives. Where it stands on the page says nothing. */
export function saidBy({ key, fields, pairs, trail, attachments, blocks }: DocumentModel): string {
  return JSON.stringify([
    key,
    fields.map(({ role, state, value }) => [role, state, value]),
    pairs.map(({ label, value, state }) => [label, value, state]),
    trail.map(({ step, actors, action, opinion, time, state }) => [step, actors, action, opinion, time, state]),
    attachments.map(({ name, how }) => [name, how]),
    // A clock in the head of a page changes nothing.
    blocks.filter((block) => block.region === 'body').map((block) => block.text),
  ]);
}

/** SHA-256 of a file's bytes, or of all that a page says. Taken where a document is kept, and not at each reading. */
export function fingerprintOf(model: DocumentModel): string {
  return model.sha256 === '' ? sha256Now(saidBy(model)) : model.sha256;
}
