import { describe, expect, it } from 'vitest';
import { type DocumentSketch, documentFrom } from '../rules/testing.ts';
import { factsOf, isSameDocument, type PartFacts, partsFindings } from './parts.ts';

const part = (sketch: DocumentSketch, name = '页面'): PartFacts => factsOf(documentFrom(sketch), name);
const TITLE = '关于开展标准化培训的通知';
const page = part({
  title: TITLE,
  fields: { docNumber: '青政〔2026〕3号', drafter: ['周文'], approver: ['钱立'], writtenOn: '2026-03-02' },
});
const saidOf = (sketch: DocumentSketch, name = '正文.docx'): string[] =>
  partsFindings(page, part({ title: TITLE, ...sketch }, name)).map(({ message }) => message);

describe('a page and its file', () => {
  it.each<[string, DocumentSketch, string, boolean]>([
    ['of one title', { title: `《${TITLE}》` }, 'a.docx', true],
    ['of one title, one with its issuer', { title: `青禾镇人民政府${TITLE}` }, 'a.docx', true],
    ['of one number', { title: '其他', fields: { docNumber: '青政〔2026〕3号' } }, 'a.docx', true],
    ['called 正文', { title: '关于培训的通知' }, '正文（定稿）.docx', true],
    ['called by the title', { title: '关于培训的通知' }, `${TITLE}.docx`, true],
    ['an annex', { title: '培训计划表' }, '附件1 培训计划表.docx', false],
    ['of another kind', { title: TITLE, kind: 'record' }, 'a.docx', false],
    ['of which nothing is known', { title: '' }, '正文.docx', false],
  ])('are told apart: %s', (_, sketch, name, same) => {
    expect(isSameDocument(page, part(sketch, name))).toBe(same);
  });

  it('say nothing where they agree, or where one says nothing', () => {
    expect(saidOf({})).toEqual([]);
    expect(
      saidOf({ fields: { docNumber: '青政〔2026〕3号', drafter: ['周文', '吴敏'], writtenOn: '2026-03-02' } }),
    ).toEqual([]);
    expect(saidOf({ fields: { drafter: '', writtenOn: { state: 'unreadable' } } })).toEqual([]);
    expect(saidOf({ fields: { drafter: { state: 'present', value: ['吴敏'], confidence: 'guessed' } } })).toEqual([]);
  });

  it('are told of by number, title, day and person, with both places', () => {
    expect(saidOf({ fields: { docNumber: '青政〔2026〕4号', drafter: ['吴敏'], writtenOn: '2026-03-05' } })).toEqual([
      '发文字号不一致：页面上是“青政〔2026〕3号”，附件“正文.docx”里是“青政〔2026〕4号”，请核对。',
      '拟稿人不一致：页面上是“周文”，附件“正文.docx”里是“吴敏”，请核对。',
      '成文日期不一致：页面上是“2026-03-02”，附件“正文.docx”里是“2026-03-05”，请核对。',
    ]);
    expect(saidOf({ title: '关于开展培训的通知' })).toEqual([
      `标题不一致：页面上是“${TITLE}”，附件“正文.docx”里是“关于开展培训的通知”，请核对。`,
    ]);
    const [finding] = partsFindings(page, part({ title: TITLE, fields: { drafter: ['吴敏'] } }, 'a.docx'));
    expect(finding).toMatchObject({ rule: 'parts-agree', severity: 'warning', fields: ['drafter'] });
    expect(finding?.sources).toHaveLength(2);
    expect(finding?.id).toMatch(/^[\da-f]{24}$/);
  });
});
