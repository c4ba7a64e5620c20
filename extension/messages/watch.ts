/** Name of the port by which the panel hears that a page came to rest after a change; open only while the panel looks at it. */
export const WATCH_PORT = 'duibiao-watch';

/** The one message of that port. */
export const MOVED = { moved: true } as const;

/** Whether what came through the port is that message. */
export function isMoved(message: unknown): message is typeof MOVED {
  return typeof message === 'object' && message !== null && 'moved' in message && message.moved === true;
}
