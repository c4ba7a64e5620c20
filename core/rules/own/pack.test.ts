import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../base/problems.ts';
import { fc } from '../../base/testing.ts';
import { severityCap } from '../../check/check.ts';
import { type DocumentSketch, findingsOf, reasonsOf, type Told, toldOf } from '../testing.ts';
import { parseRulePack, type RulePack, rulesOfPack } from './pack.ts';
import { OWN_TYPE_IDS } from './types/index.ts';

const BASIS = { document: '《青禾镇公文管理办法》' };

/** A pack of one rule, its common entries left out. */
const packWith = (rule: object, rest: object = { basis: BASIS }): RulePack =>
  parseRulePack(
    {
      schema: 'duibiao/rules@1',
      id: 'qinghe',
      name: '青禾镇补充规则',
      version: '1',
      ...rest,
      rules: [{ id: 'one', title: '有', kinds: ['official'], severity: 'error', ...rule }],
    },
    '规则.json',
  );

const ruleOf = (pack: RulePack) => {
  const [rule] = rulesOfPack(pack);
  if (rule === undefined) throw new Error('no rule');
  return rule;
};

const reasons = (rule: object, document: DocumentSketch): string[] => reasonsOf(ruleOf(packWith(rule)), document);

const problemOf = (json: unknown): string => {
  try {
    parseRulePack(json, '规则.json');
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.message;
    throw error;
  }
  return '';
};

it('is the files of the folder of types, each a type of its name', () => {
  const files = readdirSync(`${import.meta.dirname}/types`).filter((file) => !/^index\.ts$|\.test\.ts$/.test(file));
  expect(files.sort()).toEqual(OWN_TYPE_IDS.map((id) => `${id}.ts`).sort());
});

describe('required-role', () => {
  const rule = { type: 'required-role', role: '联系人' };
  it.each<[string, DocumentSketch, string[]]>([
    ['filled', { fields: { contact: '周文' } }, ['passed']],
    ['empty', { fields: { contact: '' } }, ['blank']],
    ['not there', {}, ['missing']],
    ['waiting for its step', { fields: { contact: { state: 'blank', pending: true } } }, ['waits']],
    ['not to be read', { fields: { contact: { state: 'unreadable' } } }, ['unreadable']],
    ['perhaps in a part that was not read', { notes: [{ kind: 'unreadable' }] }, ['unreadable']],
    ['in another kind of document', { kind: 'guide' }, ['other-kind']],
  ])('%s', (_, document, expected) => expect(reasons(rule, document)).toEqual(expected));
});

describe('value-form', () => {
  const rule = { type: 'value-form', role: '发文字号', forms: ['青政〔{年}〕{数}号', '青政办〔{年}〕{数}号'] };
  it.each<[string, string, string[]]>([
    ['the first form', '青政〔2026〕12号', ['passed']],
    ['the second form, with spaces and full width', '青政办 〔２０２６〕 3 号', ['passed']],
    ['another office', '源政〔2026〕12号', ['wrong']],
    ['no year', '青政〔26〕12号', ['wrong']],
    ['more behind it', '青政〔2026〕12号等', ['wrong']],
    ['what would take an expression for ever', `青政〔2026〕${'1'.repeat(5_000)}`, ['wrong']],
  ])('%s', (_, docNumber, expected) => expect(reasons(rule, { fields: { docNumber } })).toEqual(expected));

  it('says nothing of an empty box, and that it could not read one', () => {
    expect(reasons(rule, { fields: { docNumber: '' } })).toEqual(['passed']);
    expect(reasons(rule, { fields: { docNumber: { state: 'unreadable' } } })).toEqual(['unreadable']);
  });

  it('takes signs of an expression as they stand', () => {
    expect(reasons({ ...rule, forms: ['A.({数})+'] }, { fields: { docNumber: 'A.(12)+' } })).toEqual(['passed']);
    expect(reasons({ ...rule, forms: ['A.({数})+'] }, { fields: { docNumber: 'AB12' } })).toEqual(['wrong']);
  });
});

describe('date-order', () => {
  const rule = { type: 'date-order', roles: ['收文日期', '办结日期'] };
  it.each<[string, DocumentSketch['fields'], string[]]>([
    ['in order', { receivedOn: '2026-03-01', completedOn: '2026-03-05' }, ['passed']],
    ['the same day', { receivedOn: '2026-03-01', completedOn: '2026-03-01' }, ['passed']],
    ['reversed', { receivedOn: '2026-03-05', completedOn: '2026-03-01' }, ['reversed']],
    ['one of them only', { completedOn: '2026-03-01' }, ['passed']],
    ['one not read', { receivedOn: { state: 'unreadable' }, completedOn: '2026-03-01' }, ['unreadable']],
  ])('%s', (_, fields, expected) => expect(reasons(rule, fields ? { fields } : {})).toEqual(expected));
});

describe('value-list', () => {
  const rule = { type: 'value-list', role: 'retention', values: ['永久', '30年', '10年'] };
  it.each<[string, string, string[]]>([
    ['one of them', '30年', ['passed']],
    ['one of them with a space', '30 年', ['passed']],
    ['another', '长期', ['other']],
  ])('%s', (_, retention, expected) => expect(reasons(rule, { fields: { retention } })).toEqual(expected));

  it('asks each of several values', () => {
    const of = (mainRecipients: string[]) =>
      reasons({ type: 'value-list', role: '主送机关', values: ['各村', '镇直各单位'] }, { fields: { mainRecipients } });
    expect(of(['各村', '镇直各单位'])).toEqual(['passed']);
    expect(of(['各村', '各企业', '各学校'])).toEqual(['other', 'other']);
  });
});

describe('forbidden-word', () => {
  const rule = { type: 'forbidden-word', words: ['为民服务中心'], exempt: ['为民服务中心路'], instead: '便民服务中心' };
  it.each<[string, DocumentSketch, string[]]>([
    ['in the text', { text: ['请到为民服务中心办理。'] }, ['replaced']],
    ['only within an exempt word', { text: ['地址：为民服务中心路3号'] }, ['passed']],
    ['beside an exempt word', { text: ['为民服务中心路3号为民服务中心'] }, ['replaced']],
    ['not at all', { text: ['请到便民服务中心办理。'] }, ['passed']],
    ['only in an annex', { text: ['正文。', '附件：名单', '附件1', '名单', '为民服务中心'] }, ['passed']],
    ['in the title of a page without text', { fields: { title: '为民服务中心值班表' } }, ['replaced']],
    ['perhaps in what was not read', { text: ['一。'], notes: [{ kind: 'incomplete' }] }, ['unread']],
  ])('%s', (_, document, expected) => expect(reasons(rule, document)).toEqual(expected));

  it('counts and quotes', () => {
    const [finding] = findingsOf(ruleOf(packWith(rule)), { text: ['为民服务中心和为民服务中心', '为民服务中心'] });
    expect(finding?.message).toBe('有3处写了“为民服务中心”，应当写“便民服务中心”。');
    expect(finding?.sources).toHaveLength(2);
  });
});

describe('what a rule of each type says', () => {
  const contact = { type: 'required-role', role: 'contact' };
  const number = { type: 'value-form', role: 'docNumber', forms: ['青政〔{年}〕{数}号', '青政办〔{年}〕{数}号'] };
  const days = { type: 'date-order', roles: ['receivedOn', 'dueOn', 'completedOn'] };
  const kept = { type: 'value-list', role: 'retention', values: ['永久', '30年', '10年'] };
  const words = { type: 'forbidden-word', words: ['中心路', '为民', '中心'], exempt: ['中心路', '中心路口'] };
  const unread: DocumentSketch['notes'] = [{ kind: 'unreadable' }];
  it.each<[object, DocumentSketch, (readonly [outcome: string, ...Told])[]]>([
    [contact, { fields: { contact: '' } }, [['failed', '联系人是空的。', 'contact', '联系人', '']]],
    [contact, {}, [['failed', '没有联系人一栏，本单位规定要有。', 'contact', '', '']]],
    [
      contact,
      { fields: { contact: { state: 'blank', pending: true } } },
      [['pending', '联系人还没到填的时候，现在不用管。', 'contact', '联系人', '']],
    ],
    [contact, { notes: unread }, [['cannot-tell', '联系人没读到，请目视核对。', 'contact', '', '']]],
    [
      contact,
      { from: 'page', stage: 'drafting' },
      [['pending', '联系人还没到填的时候，现在不用管。', 'contact', '', '']],
    ],
    [contact, { from: 'page', stage: 'review' }, [['failed', '没有联系人一栏，本单位规定要有。', 'contact', '', '']]],
    [contact, { stage: 'drafting' }, [['failed', '没有联系人一栏，本单位规定要有。', 'contact', '', '']]],
    [
      { ...contact, role: 'reviewer' },
      { trail: [{ step: '核稿', role: 'reviewer', state: 'predicted' }] },
      [['pending', '审核人还没到填的时候，现在不用管。', 'reviewer', '', '']],
    ],
    [
      { ...contact, role: 'reviewer' },
      { fields: { reviewer: '' } },
      [['failed', '审核人是空的。', 'reviewer', '审核人', '']],
    ],
    [
      number,
      { fields: { docNumber: '源政〔2026〕12号' } },
      [
        [
          'failed',
          '发文字号“源政〔2026〕12号”的写法和规定的不一样，应当像“青政〔{年}〕{数}号”。',
          'docNumber',
          '发文字号',
          '',
        ],
      ],
    ],
    [number, { notes: unread }, [['cannot-tell', '发文字号没读到，请目视核对。', 'docNumber', '', '']]],
    [
      days,
      { fields: { receivedOn: '2026-03-05', completedOn: '2026-03-01' } },
      [
        [
          'failed',
          '办结时间（2026-03-01）早于收文日期（2026-03-05）。',
          'completedOn receivedOn',
          '办结时间 收文日期',
          '',
        ],
      ],
    ],
    [
      days,
      { fields: { receivedOn: '2026-03-05', dueOn: { state: 'unreadable' }, completedOn: '2026-03-01' } },
      [['cannot-tell', '有日期没读到，先后顺序没有判断完。', 'dueOn', '承诺办结时间', '']],
    ],
    [
      kept,
      { fields: { retention: '长期' } },
      [['failed', '保管期限写的是“长期”，规定只能写永久、30年、10年。', 'retention', '保管期限', '']],
    ],
    [
      { ...kept, values: ['1年', '2年', '3年', '4年', '5年', '6年'] },
      { fields: { retention: '长期' } },
      [['failed', '保管期限写的是“长期”，规定只能写1年、2年、3年、4年、5年、6年。', 'retention', '保管期限', '']],
    ],
    [
      { ...kept, values: ['1年', '2年', '3年', '4年', '5年', '6年', '7年'] },
      { fields: { retention: '长期' } },
      [['failed', '保管期限写的是“长期”，规定只能写1年、2年、3年、4年、5年、6年等。', 'retention', '保管期限', '']],
    ],
    [kept, { fields: { retention: '' } }, [['passed', '有。', '', '', '']]],
    [kept, { notes: unread }, [['cannot-tell', '保管期限没读到，请目视核对。', 'retention', '', '']]],
    [
      words,
      { text: ['中心路口、中心路', '为民和中心', ...Array.from({ length: 7 }, () => '中心。')] },
      [
        ['failed', '有1处写了“为民”，规定不用这个词。', '', '2', ''],
        ['failed', '有8处写了“中心”，规定不用这个词。', '', '2 3 4 5 6 7', ''],
      ],
    ],
    [
      { ...words, words: ['口', '□'] },
      { text: ['中心路口'] },
      [['failed', '有1处写了“□”，规定不用这个词。', '', '1', '']],
    ],
    [
      { ...words, words: ['中心'], instead: '大厅' },
      { fields: { title: '中心值班表' } },
      [['failed', '有1处写了“中心”，应当写“大厅”。', '', '标题', '']],
    ],
    [
      { ...words, words: ['中心'] },
      { fields: { title: '中心值班表' }, text: ['值班表'] },
      [['passed', '有。', '', '', '']],
    ],
    [words, { text: ['一。'], notes: unread }, [['cannot-tell', '正文没有读全，用词请目视核对。', '', '', '']]],
  ])('%j %j', (rule, document, expected) => {
    const findings = findingsOf(ruleOf(packWith(rule)), document);
    expect(findings.map((finding) => [finding.outcome, ...toldOf(finding)])).toEqual(expected);
  });
});

describe('a pack', () => {
  it('speaks no louder than its rank', () => {
    const rule = { type: 'required-role', role: 'contact' };
    expect(severityCap(ruleOf(packWith(rule)))).toBe('error');
    expect(severityCap(ruleOf(packWith(rule, {})))).toBe('info');
    expect(findingsOf(ruleOf(packWith(rule, {})), {})[0]).toMatchObject({ outcome: 'failed', severity: 'info' });
  });

  it('names its rules after itself, cites its regulation and uses its own sentence', () => {
    const rule = { type: 'required-role', role: 'contact', clause: '第十条', message: '请写联系人和电话。' };
    const [finding] = findingsOf(ruleOf(packWith(rule)), {});
    expect(finding).toMatchObject({
      rule: 'qinghe/one',
      message: '请写联系人和电话。',
      basis: [{ document: '《青禾镇公文管理办法》', clause: '第十条' }],
    });
  });

  it('judges only documents of the days on which its regulation is in force', () => {
    const pack = packWith({ type: 'required-role', role: 'contact' }, { basis: { ...BASIS, from: '2026-01-01' } });
    expect(reasonsOf(ruleOf(pack), { fields: { writtenOn: '2025-12-31' } })).toEqual(['not-in-force']);
    expect(reasonsOf(ruleOf(pack), { fields: { writtenOn: '2026-01-01' } })).toEqual(['missing']);
  });

  it('is refused with a sentence for each row', () => {
    const said = problemOf({
      schema: 'duibiao/rules@1',
      id: 'qinghe',
      name: '规则',
      version: '1',
      rules: [
        { id: 'a', type: 'required-role', title: '甲', kinds: ['official'], severity: 'error', role: '星期几' },
        { id: 'b', type: 'value-form', title: '乙', kinds: ['公文'], severity: 'error', role: '标题', forms: ['{x}'] },
        { id: 'c', type: 'expression', title: '丙', kinds: ['official'], severity: 'error' },
        {
          id: 'd',
          type: 'date-order',
          title: '丁',
          kinds: ['official'],
          severity: 'error',
          roles: ['标题', '发布日期'],
        },
        { id: 'e', type: 'value-list', title: '戊', kinds: ['official'], severity: 'error', role: '标题', values: [] },
      ],
    });
    expect(said.split('\n')).toEqual([
      '“规则.json”里有 6 处不对，没有导入，原来的规则没有变。请改好后再导入一次：',
      '第 1 条规则“role”：不是认得的栏目，请写“拟稿人”“发文字号”这样的栏目名',
      expect.stringMatching(/^第 2 条规则“kinds”第 1 个：只能是"official"、/u),
      '第 2 条规则“forms”第 1 个：花括号里只能写年、数、汉字、字母、任意',
      expect.stringMatching(/^第 3 条规则“type”：只能是"required-role"、/u),
      '第 4 条规则“roles”第 1 个：不是日期栏目，请写“签发日期”“发布日期”这样的栏目名',
      '第 5 条规则“values”：至少写一个',
    ]);
  });

  it('is refused where two rules have one id, where it is no JSON, and where it is too large', () => {
    const rule = { id: 'a', type: 'required-role', title: '甲', kinds: ['official'], severity: 'error', role: 'title' };
    const pack = { schema: 'duibiao/rules@1', id: 'a', name: '甲', version: '1' };
    expect(problemOf({ ...pack, rules: [rule, rule] })).toContain('第 2 条规则：编号“a”用了两次');
    expect(problemOf('{"schema": ')).toMatch(/^“规则\.json”不是有效的 JSON 文件：.*。/u);
    expect(problemOf(' '.repeat(1_000_001))).toContain('超过 1 MB');
    expect(problemOf(null)).toContain('最外层');
  });

  it('whatever it is, it is read or refused with a sentence, and its rules judge anything', () => {
    const rule = fc.record({
      id: fc.constantFrom('a', 'b-c'),
      type: fc.constantFrom(...OWN_TYPE_IDS),
      title: fc.string({ minLength: 1, maxLength: 20 }),
      kinds: fc.constant(['official']),
      severity: fc.constantFrom('error', 'info'),
      role: fc.constantFrom('title', '拟稿人', 'x'),
      words: fc.array(fc.string(), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.array(rule)), fc.array(fc.string()), (rules, text) => {
        const json = { schema: 'duibiao/rules@1', id: 'a', name: '甲', version: '1', rules };
        let pack: RulePack;
        try {
          pack = parseRulePack(json, '规则.json');
        } catch (error) {
          expect(error).toBeInstanceOf(ProblemError);
          return;
        }
        for (const made of rulesOfPack(pack))
          expect(reasonsOf(made, { text, fields: { title: text[0] ?? '' } })).not.toContain('rule-failed');
      }),
    );
  });
});
