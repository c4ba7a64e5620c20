import { describe, expect, it } from 'vitest';
import type { Block } from '../base/block.ts';
import { annexesOf } from './annexes.ts';

const blocks = (...texts: string[]): Block[] =>
  texts.map((text, index) => ({
    kind: 'paragraph',
    text,
    region: 'body',
    source: { from: 'file', name: '甲.docx', sha256: '', place: { paragraph: index + 1 } },
  }));
const names = (...texts: string[]): string[] => annexesOf(blocks(...texts)).map(({ name }) => name);

describe('annexesOf', () => {
  it('reads the title behind each mark', () => {
    expect(names('正文', '附件：1.培训计划', '2.人员名单', '附件1', '培训计划', '附 件 2：', '人员\n名单')).toEqual([
      '培训计划',
      '人员名单',
    ]);
    expect(names('正文', '附件：培训计划', '附件', '培训计划')).toEqual(['培训计划']);
  });

  it('says nothing where fewer stand there than are listed', () => {
    expect(names('正文', '附件：1.培训计划', '2.人员名单', '附件1', '培训计划')).toEqual([]);
    expect(names('正文', '附件：1.培训计划', '2.人员名单')).toEqual([]);
  });
});
