import { describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../../../core/base/problems.ts';
import type { FileReading } from '../../worker/read-file.ts';
import { createChecking, type Ways } from './checking.ts';

vi.mock('../../browser.ts', async () => (await import('../../testing.ts')).fakeDoor());

const facts = (name: string) => ({ name, size: 1, sha256: '' });
const reading = (name: string): FileReading => ({ state: 'stopped', file: facts(name), reasons: [] });
const READ: Ways = {
  fetch: async () => new Blob(),
  read: async (_, name) => reading(name),
  open: async () => undefined,
};
const page = (name: string) => ({ key: `/${name}`, name, href: `/${name}` });

/** Ways that are held up at a name until it is let go. */
function heldAt(held: string) {
  let go = (): void => undefined;
  const gone = new Promise<void>((resolve) => {
    go = resolve;
  });
  const fetched: string[] = [];
  const ways: Ways = {
    async fetch({ name }, moved, stop) {
      fetched.push(name);
      moved(1, 2);
      if (name === held)
        await Promise.race([
          gone,
          new Promise((_, reject) => stop.addEventListener('abort', () => reject(stop.reason))),
        ]);
      return new Blob();
    },
    read: async (_, name) => reading(name),
    open: async () => undefined,
  };
  return { ways, fetched, go };
}
const statesOf = (checking: ReturnType<typeof createChecking>): string[] =>
  checking.files.value.map(({ key }) => checking.progress.value.get(key)?.state ?? 'none');

describe('checking files', () => {
  it('goes from one to the next, and one that fails holds up no other', async () => {
    const checking = createChecking({
      ...READ,
      fetch: async ({ name }) => {
        if (name === 'b') throw new ProblemError('attachment-slow', { name });
        return new Blob();
      },
    });
    checking.found([page('a'), page('b'), page('c')]);
    await checking.run();
    expect(statesOf(checking)).toEqual(['read', 'failed', 'read']);
    expect(checking.running.value).toBeUndefined();
  });

  it('is stopped half-way and goes on where it was', async () => {
    const { ways, fetched, go } = heldAt('b');
    const checking = createChecking(ways);
    checking.found([page('a'), page('b'), page('c')]);
    const first = checking.run();
    await vi.waitFor(() => expect(fetched).toEqual(['a', 'b']));
    expect(checking.running.value).toEqual({ at: 2, count: 3 });
    checking.stop();
    await first;
    expect(statesOf(checking)).toEqual(['read', 'stopped', 'none']);
    go();
    await checking.run();
    expect(statesOf(checking)).toEqual(['read', 'read', 'read']);
    expect(fetched).toEqual(['a', 'b', 'b', 'c']);
  });

  it('checks what the person chose at once, and lets it be taken off and checked anew', async () => {
    const read = vi.fn<Ways['read']>(async (_, name) => reading(name));
    const checking = createChecking({ ...READ, read });
    await checking.add([new File(['一'], '甲.docx'), new File(['二'], '甲.docx')]);
    expect(statesOf(checking)).toEqual(['read', 'read']);
    const [first] = checking.files.value;
    await checking.again(first?.key ?? '');
    expect(read).toHaveBeenCalledTimes(3);
    checking.remove(first?.key ?? '');
    expect(checking.files.value).toHaveLength(1);
  });

  it('keeps what was checked when the page is read again, and does not fetch what has no address', async () => {
    const { ways, fetched } = heldAt('');
    const checking = createChecking(ways);
    checking.found([page('a'), { key: 'x', name: 'x' }]);
    await checking.run();
    checking.found([page('b'), page('a'), { key: 'x', name: 'x' }]);
    expect(statesOf(checking)).toEqual(['none', 'read', 'none']);
    await checking.run();
    expect(fetched).toEqual(['a', 'b']);
  });

  it('opens an archive, and checks what is in it one after another', async () => {
    const problem = { code: 'file-encrypted', message: '加了密码' } as const;
    const checking = createChecking({
      ...READ,
      open: async () => [
        { name: '一.docx', content: new Blob() },
        { name: '二.docx', problem },
      ],
    });
    checking.found([page('一批.zip'), page('c')]);
    await checking.run();
    expect(checking.files.value.map(({ name }) => name)).toEqual(['一批.zip', 'c', '一.docx', '二.docx']);
    expect(statesOf(checking)).toEqual(['opened', 'read', 'read', 'failed']);
    await checking.again('/一批.zip');
    expect(checking.files.value).toHaveLength(4);
  });

  it('says that a page came in the stead of a file', async () => {
    const unread = { state: 'unread', problem: { code: 'file-saved-page', message: '' } } as unknown as FileReading;
    const checking = createChecking({ ...READ, read: async () => unread });
    checking.found([page('通知.docx')]);
    await checking.run();
    expect(checking.progress.value.get('/通知.docx')).toMatchObject({ problem: { code: 'attachment-is-page' } });
  });
});
