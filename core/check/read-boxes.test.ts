import { describe, expect, it } from 'vitest';
import { documentFrom } from '../rules/testing.ts';
import { readBoxes } from './read-boxes.ts';

describe('the list of boxes', () => {
  it('holds those with a role first, then the other labels, with what stands in them', () => {
    const boxes = readBoxes(
      documentFrom({
        fields: { drafter: ['王芳', '李明'], approver: { state: 'present', value: [] }, draftedOn: '' },
        pairs: { 培训地点: '三楼会议室', 学时: '', 讲师: { state: 'unreadable' } },
      }),
    );
    expect(boxes).toEqual([
      { label: '拟稿人', state: 'present', text: '王芳、李明', picture: false },
      { label: '签发人', state: 'present', text: '', picture: true },
      { label: '拟稿日期', state: 'blank', text: '', picture: false },
      { label: '培训地点', state: 'present', text: '三楼会议室', picture: false },
      { label: '学时', state: 'blank', text: '', picture: false },
      { label: '讲师', state: 'unreadable', text: '', picture: false },
    ]);
  });

  it('names a box once: not again as the pair that its field was read from, nor out of sight, nor twice drawn', () => {
    const place = { from: 'page', frame: '', label: '拟稿人', path: '#drafter' } as const;
    const boxes = readBoxes({
      ...documentFrom({ fields: { drafter: ['王芳'] } }),
      pairs: documentFrom({ pairs: { 拟稿: { value: '王芳', source: place }, 备注: { hidden: true }, 学时: '4' } })
        .pairs,
    });
    expect(boxes.map((box) => box.label)).toEqual(['拟稿人', '学时']);
  });

  it('calls a box as the form does, and says a limit as written', () => {
    const boxes = readBoxes(
      documentFrom({
        fields: {
          receivedOn: { state: 'present', value: '2026-03-05T14:52', label: '受理时间', written: '2026-03-05 14:52' },
          promisedLimit: {
            state: 'present',
            value: { amount: 5, unit: 'working-day' },
            label: '承诺时限',
            written: '5个工作日',
          },
        },
      }),
    );
    expect(boxes.map(({ label, text }) => [label, text])).toEqual([
      ['受理时间', '2026-03-05 14:52'],
      ['承诺时限', '5个工作日'],
    ]);
  });

  it('does not list what may stand in a part that was not read', () => {
    expect(readBoxes(documentFrom({ fields: { drafter: { state: 'unreadable' } } }))).toEqual([]);
  });
});
