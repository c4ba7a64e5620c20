import { expect, it } from 'vitest';
import { graft } from './graft.ts';
import type { FrameSnapshot, PageSnapshot } from './snapshot.ts';

const frame = (path: string, more: Partial<FrameSnapshot> = {}): FrameSnapshot => ({
  path,
  url: `http://oa.example/${path}`,
  label: '',
  state: 'read',
  nodes: [],
  ...more,
});
const page = (...frames: FrameSnapshot[]): PageSnapshot => ({
  schema: 'duibiao/page@2',
  url: '',
  title: '',
  frames,
  gaps: [],
});

it('puts a frame of another address in its place: paths lead there, and what it holds is out of sight with it', () => {
  const lost = frame('1', { state: 'unreadable', reason: 'other-address', label: '正文', owner: '2 1', hidden: true });
  const whole = page(frame('', { nodes: [{ type: 'frame', frame: '1' }] }), frame('0'), lost);
  const part = page(
    frame('', {
      nodes: [
        {
          type: 'group',
          role: 'form',
          nodes: [{ type: 'control', control: 'editor', value: '', nodes: [{ type: 'frame', frame: '0' }] }],
        },
      ],
    }),
    frame('0'),
  );
  part.gaps.push({ kind: 'loading', frame: '0' });
  const { frames, gaps } = graft(whole, '1', part);
  expect(frames.map(({ path, state, hidden }) => [path, state, hidden])).toEqual([
    ['', 'read', undefined],
    ['0', 'read', undefined],
    ['1', 'read', true],
    ['1.0', 'read', true],
  ]);
  expect(frames[2]).toMatchObject({ label: '正文', owner: '2 1', nodes: [{ nodes: [{ nodes: [{ frame: '1.0' }] }] }] });
  expect(frames[2]).not.toHaveProperty('reason');
  expect(gaps).toEqual([{ kind: 'loading', frame: '1.0' }]);
});
