/** Name of the port by which the panel hears that a page came to rest after a change; open only while the panel looks at it. */
export const WATCH_PORT = 'duibiao-watch';

/** What comes through that port: the page came to rest; the marks went, by the person's Esc or with what they showed. */
export const MOVED = { moved: true } as const;
export const UNMARKED = { unmarked: true } as const;

/** Whether what came through the port is that message. */
export const isMoved = (message: unknown): message is typeof MOVED => has(message, 'moved');
export const isUnmarked = (message: unknown): message is typeof UNMARKED => has(message, 'unmarked');

const has = (message: unknown, name: string): boolean =>
  typeof message === 'object' && message !== null && (message as Record<string, unknown>)[name] === true;
