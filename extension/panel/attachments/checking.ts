import { type Problem, ProblemError, problemOf } from '../../../core/base/problems.ts';
import { computed, type ReadonlySignal, signal } from '../../ui/preact.ts';
import type { ArchiveMember, FileReading } from '../../worker/read-file.ts';

/** A file that is checked: an attachment of the page, or one that the person chose. */
export interface CheckedFile {
  /** Tells it from the others: its address, or the order in which it was chosen. */
  key: string;
  name: string;
  /** Where the page has it; an attachment without an address cannot be fetched. */
  href?: string;
  /** What the person chose, or what stood in an archive. */
  file?: File;
  /** Key of the archive in which it stood. */
  of?: string;
}

export type Progress =
  | { state: 'waiting' | 'reading' | 'stopped' }
  | { state: 'fetching'; done: number; size: number }
  | { state: 'read'; reading: FileReading }
  /** An archive: what is in it stands in the list behind it. */
  | { state: 'opened'; count: number }
  | { state: 'failed'; problem: Problem };

/** How files are fetched and read; a test sets its own. Both reject with ProblemError. */
export interface Ways {
  /** Fetches an attachment of the page; `moved` hears how much of it is here. */
  fetch(
    file: { href: string; name: string },
    moved: (done: number, size: number) => void,
    stop: AbortSignal,
  ): Promise<Blob>;
  read(content: Blob, name: string, stop: AbortSignal): Promise<FileReading>;
  /** The files in an archive; undefined for what is none. */
  open(content: Blob, name: string, stop: AbortSignal): Promise<ArchiveMember[] | undefined>;
}

export interface Checking {
  files: ReadonlySignal<readonly CheckedFile[]>;
  progress: ReadonlySignal<ReadonlyMap<string, Progress>>;
  /** Which file of how many is being checked; undefined while none is. */
  running: ReadonlySignal<{ at: number; count: number } | undefined>;
  /** The attachments that the page has now; what was checked of those that it still has stays. */
  found(attachments: readonly CheckedFile[]): void;
  /** Files that the person chose: they are checked at once. */
  add(files: readonly File[]): Promise<void>;
  /** Takes a chosen file off the list. */
  remove(key: string): void;
  /** Checks one after another what was not checked yet. */
  run(): Promise<void>;
  /** Checks one file anew. */
  again(key: string): Promise<void>;
  /** Stops: the one under way is left, the others wait. */
  stop(): void;
}

/** Archives that may be opened; what it is, its bytes tell. */
const ARCHIVE = /\.zip$/i;

/** Whether a file can be checked: it has an address, or is here. */
export const isReachable = ({ href, file }: CheckedFile): boolean => href !== undefined || file !== undefined;

/** Whether a file still has to be checked. */
export const isLeft = (progress: Progress | undefined): boolean =>
  progress === undefined || progress.state === 'waiting' || progress.state === 'stopped';

export function createChecking(ways: Ways): Checking {
  const attachments = signal<readonly CheckedFile[]>([]);
  const chosen = signal<readonly CheckedFile[]>([]);
  const files = computed(() => [...attachments.value, ...chosen.value]);
  const progress = signal<ReadonlyMap<string, Progress>>(new Map());
  const running = signal<{ at: number; count: number } | undefined>(undefined);
  let under: { stop: AbortController; done: Promise<void> } | undefined;
  let last = 0;

  const tell = (key: string, now: Progress): void => {
    progress.value = new Map(progress.value).set(key, now);
  };
  const left = (): CheckedFile[] =>
    files.value.filter((one) => isReachable(one) && isLeft(progress.value.get(one.key)));

  const checkOne = async (one: CheckedFile, stop: AbortSignal): Promise<void> => {
    const { key, name, href, file } = one;
    try {
      tell(key, { state: 'fetching', done: 0, size: 0 });
      const moved = (done: number, size: number): void => tell(key, { state: 'fetching', done, size });
      const content = file ?? (await ways.fetch({ href: href ?? '', name }, moved, stop));
      stop.throwIfAborted();
      tell(key, { state: 'reading' });
      const members = ARCHIVE.test(name) ? await ways.open(content, name, stop) : undefined;
      if (members !== undefined) {
        unpack(key, members);
        tell(key, { state: 'opened', count: members.length });
        return;
      }
      const reading = await ways.read(content, name, stop);
      refusePage(name, reading);
      tell(key, { state: 'read', reading });
    } catch (error) {
      tell(key, stop.aborted ? { state: 'stopped' } : { state: 'failed', problem: problemOf(error) });
    }
  };
  /** Puts what is in an archive into the list, in the stead of what was there of it before. */
  const unpack = (archive: string, members: readonly ArchiveMember[]): void => {
    const kept = chosen.value.filter(({ of }) => of !== archive);
    const added = members.map((member, index): CheckedFile => {
      const key = `${archive} ${index}`;
      if ('problem' in member) tell(key, { state: 'failed', problem: member.problem });
      else tell(key, { state: 'waiting' });
      const { name } = member;
      return { key, name, of: archive, ...('content' in member && { file: new File([member.content], name) }) };
    });
    chosen.value = [...kept, ...added];
  };
  const runAll = async (stop: AbortSignal): Promise<void> => {
    let at = 0;
    for (let next = left()[0]; next !== undefined && !stop.aborted; next = left()[0]) {
      at += 1;
      running.value = { at, count: at + left().length - 1 };
      await checkOne(next, stop);
    }
    running.value = undefined;
  };
  const run = (): Promise<void> => {
    if (under !== undefined) return under.done;
    const stop = new AbortController();
    const done = runAll(stop.signal).finally(() => {
      under = undefined;
    });
    under = { stop, done };
    return done;
  };
  return {
    files,
    progress,
    running,
    found(now) {
      attachments.value = now;
    },
    async add(added) {
      chosen.value = [
        ...chosen.value,
        ...added.map((file): CheckedFile => {
          last += 1;
          return { key: `chosen ${last}`, name: file.name, file };
        }),
      ];
      await run();
    },
    remove(key) {
      chosen.value = chosen.value.filter((one) => one.key !== key && one.of !== key);
    },
    run,
    async again(key) {
      tell(key, { state: 'waiting' });
      await run();
    },
    stop: () => under?.stop.abort(),
  };
}

/** A server that wants a login answers with a page in the stead of the file. */
function refusePage(name: string, reading: FileReading): void {
  const isPage = reading.state === 'unread' && reading.problem.code === 'file-saved-page';
  if (isPage && !/\.html?$/i.test(name)) throw new ProblemError('attachment-is-page', { name });
}
