import { ProblemError } from '../../core/base/problems.ts';
import { isObject } from './message.ts';

/*
 * A message carries JSON. A file travels beside it: the page holds it out on a channel of our own origin, under a ticket,
 * and the background takes it by the ticket that the message names. What travels is the browser's hold on the file, and not
 * its bytes. No content script hears the channel: it belongs to the origin of its page.
 */
const CHANNEL = 'duibiao-file';

/** Milliseconds within which the page holds out the file for which it gave a ticket. */
const PATIENCE = 10_000;

/** Holds out a file to whoever names the ticket, until it is withdrawn. */
export function offerFile(file: Blob): { ticket: string; withdraw(): void } {
  const ticket = crypto.randomUUID();
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (isObject(data) && data.wanted === ticket) channel.postMessage({ ticket, file });
  };
  return { ticket, withdraw: () => channel.close() };
}

/** Takes the file that a page holds out under a ticket. Rejects with ProblemError `file-missing` when nobody does. */
export function takeFile(ticket: string, name: string): Promise<Blob> {
  const channel = new BroadcastChannel(CHANNEL);
  return new Promise<Blob>((resolve, reject) => {
    const timer = setTimeout(() => reject(new ProblemError('file-missing', { name })), PATIENCE);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!isObject(data) || data.ticket !== ticket || !(data.file instanceof Blob)) return;
      clearTimeout(timer);
      resolve(data.file);
    };
    channel.postMessage({ wanted: ticket });
  }).finally(() => channel.close());
}
