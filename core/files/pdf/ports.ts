type Listener = (event: { data: unknown }) => void;

/** An end of a line between two parts of one thread, with as much of a worker's port as the library for PDF uses. */
interface Port {
  postMessage(message: unknown): void;
  addEventListener(name: string, listener: Listener, options?: { signal?: AbortSignal }): void;
  removeEventListener(name: string, listener: Listener): void;
}

/** How deep a message is copied: the sender empties its lists for the next one. What stands in them nobody changes. */
const COPIED = 3;

/**
 * Two ends of a line. The library's own line for one thread copies every message as a whole, which takes as long as reading
 * the text.
 */
export function linkedPorts(): [Port, Port] {
  const listeners: [Set<Listener>, Set<Listener>] = [new Set(), new Set()];
  const end = (own: Set<Listener>, other: Set<Listener>): Port => ({
    postMessage(message) {
      const data = copied(message, COPIED);
      queueMicrotask(() => {
        for (const listener of [...other]) listener({ data });
      });
    },
    addEventListener(_name, listener, options) {
      own.add(listener);
      options?.signal?.addEventListener('abort', () => own.delete(listener));
    },
    removeEventListener: (_name, listener) => void own.delete(listener),
  });
  return [end(...listeners), end(listeners[1], listeners[0])];
}

function copied(value: unknown, depth: number): unknown {
  if (depth === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return depth === 1 ? value.slice() : value.map((item) => copied(item, depth - 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copied(item, depth - 1)]));
}
