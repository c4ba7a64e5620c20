import { describe, expect, it } from 'vitest';
import { submitsOf } from './submits.ts';

describe('submitsOf', () => {
  it('gives what everybody calls it, each once and without spaces', () => {
    const captions = submitsOf('generic');
    expect(captions).toEqual(expect.arrayContaining(['提交', '送审', '同意', '处理后归档']));
    expect(new Set(captions).size).toBe(captions.length);
    for (const caption of captions) expect(caption).toMatch(/^\p{Script=Han}{2,8}$/u);
  });

  it('holds nothing that keeps, takes back, shows or hands out', () => {
    for (const word of [
      '保存',
      '暂存',
      '关闭',
      '退回',
      '撤回',
      '取消',
      '打印',
      '转发',
      '导出',
      '查询',
      '重置',
      '删除',
      '下载',
    ])
      expect(submitsOf('generic')).not.toContain(word);
  });
});
