import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../base/problems.ts';
import { damaged, fc, fuzzRounds } from '../../base/testing.ts';
import { fieldOf } from '../../document/model.ts';
import { readDocument } from '../read.ts';
import { gb18030 } from '../testing.ts';
import { shownText } from './inline.ts';
import { readMd } from './read.ts';

const read = (content: string | Uint8Array) =>
  readMd({
    name: '甲.md',
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    uri: '甲.md',
    sha256: 'ab'.repeat(32),
  });
const blocks = (content: string) => read(content).blocks.map(({ kind, level, text }) => [kind + (level ?? ''), text]);

describe('readMd', () => {
  it('reads headings of both kinds, items, quotes and lines', () => {
    const text = [
      '# 窗口服务规范 #',
      '',
      '第一段。',
      '第二段。',
      '二级标题',
      '---',
      '- 甲',
      '  * 乙',
      '1. 丙',
      '2) 丁',
      '> 引用',
      '***',
      '#没有空格',
      '[链接]: http://a.example',
    ].join('\n');
    expect(blocks(text)).toEqual([
      ['heading1', '窗口服务规范'],
      ['paragraph', '第一段。'],
      ['paragraph', '第二段。'],
      ['heading2', '二级标题'],
      ['list-item', '甲'],
      ['list-item', '乙'],
      ['list-item', '1. 丙'],
      ['list-item', '2) 丁'],
      ['paragraph', '引用'],
      ['paragraph', '#没有空格'],
    ]);
    expect(read(text).blocks[4]?.source).toMatchObject({ place: { line: 7 } });
  });

  it('reads tables, with places and pairs, and takes a line with a bar for none', async () => {
    const table = '| 编制人 | 王芳 |\n|:--|--|\n| 审核人 | 李\\|明 |\n| 批准人 |\n\n甲|乙';
    expect(read(table).blocks).toMatchObject([
      {
        kind: 'table',
        rows: [
          ['编制人', '王芳'],
          ['审核人', '李|明'],
          ['批准人', ''],
        ],
        source: { place: { table: 1 } },
      },
      { kind: 'paragraph', text: '甲|乙' },
    ]);
    const model = await readDocument('甲.md', new TextEncoder().encode(`# 标准发布审批表\n\n${table}`), {
      uri: '甲.md',
      sha256: '',
    });
    expect(fieldOf(model, 'drafter')).toMatchObject({
      value: ['王芳'],
      sources: [{ place: { table: 1, row: 1, cell: 2 } }],
    });
    expect(fieldOf(model, 'approver').state).toBe('blank');
  });

  it('leaves code and what programs write in front out of the text', () => {
    expect(read('---\ntitle: 甲\ntags:\n  - 乙\n---\n正文').blocks.map(({ text }) => text)).toEqual(['正文']);
    expect(read('---\n正文\n---').blocks.map(({ text }) => text)).toEqual(['正文']);
    const code = read('```js\nlet a;\n```\n正文\n~~~\n没有结束');
    expect(code.blocks.map(({ text, region }) => [text, region])).toEqual([
      ['let a;', 'form'],
      ['正文', 'body'],
      ['没有结束', 'form'],
    ]);
  });

  it.each([
    ['**拟稿人**：王芳', '拟稿人：王芳'],
    ['这是**重点**内容', '这是重点内容'],
    ['*甲* _乙_ __丙__ ~~丁~~ `戊`', '甲 乙 丙 丁 戊'],
    ['3*4*5 和 file_name_a', '3*4*5 和 file_name_a'],
    ['见[办法](http://a.example/b)和<http://a.example>', '见办法和http://a.example'],
    ['甲![图](a.png)乙', '甲乙'],
    ['\\*原样\\* \\_甲\\_', '*原样* _甲_'],
    ['<font color="red">甲</font>&nbsp;乙 &lt;丙', '甲 乙 <丙'],
    ['a < b，5 > 3', 'a < b，5 > 3'],
  ])('shows %s as %s', (written, shown) => {
    expect(shownText(written)).toBe(shown);
  });

  it('says that there are pictures', () => {
    expect(read('![图](a.png)\n文').notes).toMatchObject([{ text: expect.stringContaining('1 张图片') }]);
  });

  it('reads GB 18030, and is told by its name', async () => {
    const bytes = gb18030('# 关于某事的通知\n各村：');
    expect((await readDocument('甲.markdown', bytes, { uri: '甲.markdown', sha256: '' })).title).toBe('关于某事的通知');
  });

  it('gives parts or a coded problem for damaged files', () => {
    const whole = new TextEncoder().encode(
      '# 标题\n\n- 甲\n1. 乙\n\n| a | b |\n|---|---|\n| **c** | [d](e) |\n\n```\nx\n```\n',
    );
    fc.assert(
      fc.property(damaged(whole), (bytes) => {
        try {
          read(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(ProblemError);
        }
      }),
      { numRuns: fuzzRounds(), seed: 7 },
    );
  });

  it('takes no longer for a line made to take long', () => {
    for (const piece of ['*a', '**', '[', '`', '_ a_', '![', '<a ', '~~', '| ', '\\', '> ', '<!--'])
      expect(read(`文${piece.repeat(40_000 / piece.length)}`).blocks).toHaveLength(1);
  });
});
