export interface Within {
  /** Milliseconds. */
  patience: number;
  /** Ends the wait at once; it rejects with the signal's reason. */
  signal: AbortSignal;
  /** What it rejects with when the time is up. */
  late: Error;
}

/**
 * Work that ends for whoever waits for it: with its own result, with the signal, or when the time is up. The work is given
 * a signal by which it hears that nobody waits any more.
 */
export async function inTime<Value>(
  work: (over: AbortSignal) => Promise<Value>,
  { patience, signal, late }: Within,
): Promise<Value> {
  signal.throwIfAborted();
  const over = new AbortController();
  const stopped = new Promise<never>((_, reject) =>
    over.signal.addEventListener('abort', () => reject(over.signal.reason)),
  );
  const stop = (): void => over.abort(signal.reason);
  signal.addEventListener('abort', stop);
  const timer = setTimeout(() => over.abort(late), patience);
  try {
    return await Promise.race([work(over.signal), stopped]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}
