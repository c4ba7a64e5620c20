import { describe, expect, it } from 'vitest';
import { documentFacts, fieldText, fieldWord, roleLabel } from './evidence-text.ts';

const field = (value: string | string[] | { amount: number; unit: string }, written = '') => ({
  role: 'drafter',
  state: 'present',
  label: '',
  written,
  value,
});

describe('a field of evidence', () => {
  it('reads as people write it', () => {
    expect(fieldText(field(['王芳', '孙丽']))).toBe('王芳、孙丽');
    expect(fieldText(field('2026-03-02T09:30:00'))).toBe('2026-03-02 09:30:00');
    expect(fieldText(field('关于TCP/IP的T通知'))).toBe('关于TCP/IP的T通知');
    expect(fieldText(field({ amount: 15, unit: 'working-day' }, '15个工作日'))).toBe('15个工作日');
    expect(fieldText(field([]))).toContain('签名图片');
  });

  it('keeps what this version has no word for', () => {
    expect(roleLabel('drafter')).toBe('拟稿人');
    expect(roleLabel('someRoleOfLater')).toBe('someRoleOfLater');
    expect(fieldWord('blank')).toBe('空着');
    expect(fieldWord('shredded')).toBe('shredded');
  });
});

describe('the facts of a document', () => {
  const document = {
    uri: 'http://oa.example/doc/1',
    sha256: '',
    key: 'k',
    kind: 'official',
    kindWord: '通知',
    stage: 'approval',
    title: '关于值班的通知',
    reader: '通用读法',
  };

  it('are told in words', () => {
    expect(documentFacts(document)).toEqual([
      ['类型', '公文 · 通知'],
      ['环节', '签发中'],
      ['读法', '通用读法'],
      ['页面', 'http://oa.example/doc/1'],
    ]);
  });

  it('name a file as a file, and keep unknown words', () => {
    const facts = documentFacts({ ...document, uri: '通知.docx', kind: 'poster', kindWord: '', stage: 'pinned' });
    expect(facts).toEqual([
      ['类型', 'poster'],
      ['环节', 'pinned'],
      ['读法', '通用读法'],
      ['文件名', '通知.docx'],
    ]);
  });
});
