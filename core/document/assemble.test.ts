import { describe, expect, it } from 'vitest';
import type { Block } from '../base/block.ts';
import { canonicalJson } from '../base/canonical.ts';
import type { PageSource } from '../base/source.ts';
import { fc } from '../base/testing.ts';
import type { LabelledValue } from '../pairing/pair.ts';
import { assemble } from './assemble.ts';
import { fieldOf } from './model.ts';
import type { DocumentParts } from './parts.ts';
import { ROLES } from './vocabulary.ts';

const at = (path: string): PageSource => ({ from: 'page', frame: '', label: '', path });

function pair(label: string, value: string, change: Partial<LabelledValue> = {}): LabelledValue {
  return {
    label,
    value,
    state: value === '' ? 'empty' : 'filled',
    kind: 'cell-left',
    box: 'cell',
    source: at(label),
    ...change,
  };
}

function paragraph(text: string, change: Partial<Block> = {}): Block {
  return { kind: 'paragraph', text, region: 'body', source: at(text.slice(0, 8)), ...change };
}

function parts(change: Partial<DocumentParts>): DocumentParts {
  return {
    uri: 'http://oa.test/form?requestid=7',
    sha256: '0'.repeat(64),
    from: 'page',
    reader: { id: 'test', name: '测试读法' },
    title: '',
    pairs: [],
    blocks: [],
    ...change,
  };
}

const SHEET = [
  pair('发文字号', '源政〔2026〕5号'),
  pair('标题', '关于开展标准化培训的通知'),
  pair('拟稿人', '王芳'),
  pair('拟稿日期', '2026-03-16'),
  pair('审核人', '李明'),
  pair('审核日期', '2026-03-17'),
  pair('签发人', '赵国强'),
  pair('签发日期', '2026-03-18'),
  pair('密级', '无'),
];

describe('assemble', () => {
  it('gives every role once, in the order of ROLES', () => {
    expect(assemble(parts({ pairs: SHEET })).fields.map((field) => field.role)).toEqual([...ROLES]);
  });

  it('names a file by its first line and not by what its form is about', () => {
    const about = { pairs: [pair('主题', '窗口礼仪'), pair('主持人', '孙丽')], blocks: [paragraph('窗口会议记录')] };
    const model = assemble(parts({ ...about, from: 'file' }));
    expect([model.title, model.kind]).toEqual(['窗口会议记录', 'record']);
    expect(assemble(parts(about)).title).toBe('窗口礼仪');
    expect(assemble(parts({ ...about, blocks: [], from: 'file' })).title).toBe('窗口礼仪');
    expect(fieldOf(model, 'title').state).toBe('absent');
  });

  it('takes a whole day before what was left of one', () => {
    const lines = ['施行日期：0月 1 日', '2009-04-07 发布　2009-10-01 实施'].map((line) => paragraph(line));
    expect(fieldOf(assemble(parts({ blocks: lines, from: 'file' })), 'effectiveOn').value).toBe('2009-10-01');
    const [part] = lines;
    expect(fieldOf(assemble(parts({ blocks: part ? [part] : [], from: 'file' })), 'effectiveOn').value).toBe(
      '0月 1 日',
    );
  });

  it('takes no code of a process for the person who reviewed', () => {
    const blocks = [paragraph('审 核：李明　批 准：赵国强')];
    const model = assemble(parts({ pairs: [pair('内部审核', 'M6')], blocks, from: 'file' }));
    expect(fieldOf(model, 'reviewer').value).toEqual(['李明']);
  });

  it('takes no word of a label for what a box says', () => {
    const model = assemble(parts({ pairs: [pair('联系方式', '手机'), pair('版本号', '修改者'), ...SHEET] }));
    expect([fieldOf(model, 'contact').state, fieldOf(model, 'version').state]).toEqual(['absent', 'absent']);
    const fields = assemble(parts({ pairs: [pair('联系人', '是'), pair('发布单位', '否')] }));
    expect([fieldOf(fields, 'contact').state, fieldOf(fields, 'issuer').state]).toEqual(['absent', 'absent']);
    const data = assemble(parts({ pairs: [pair('地址', 'STRING')] }));
    expect(fieldOf(data, 'address').state).toBe('absent');
    const filled = assemble(parts({ pairs: [pair('联系方式', '孙丽'), pair('版本号', '第二版')] }));
    expect([fieldOf(filled, 'contact').value, fieldOf(filled, 'version').value]).toEqual(['孙丽', '第二版']);
  });

  it('tells an act that is out of sight as such: it is neither there nor missing', () => {
    const row = pair('领导签发', '赵国强 同意 2026-03-18 10:20', { hidden: true });
    const model = assemble(parts({ pairs: [...SHEET.slice(0, 3), row] }));
    expect(fieldOf(model, 'approver').state).toBe('unreadable');
    expect(model.trail).toEqual([]);
  });

  it('points at the title that is in sight', () => {
    const hidden = paragraph('关于开展标准化培训的通知', { hidden: true, source: at('away') });
    const title = fieldOf(assemble(parts({ blocks: [hidden, paragraph('关于开展标准化培训的通知')] })), 'title');
    expect(title).toMatchObject({ state: 'present', sources: [{ path: '关于开展标准化培' }] });
  });

  it('takes who sent an incoming document into the flow for its registrar and never for its drafter', () => {
    const record = {
      rows: [
        ['动作', '处理人', '状态', '时间'],
        ['提交', '王芳', '', '2026-03-16 09:00'],
        ['科室审核', '李明', '同意', '2026-03-16 10:00'],
      ],
      hidden: true,
      source: at('record'),
    };
    const read = (label: string) =>
      assemble(
        parts({ pairs: [pair(label, '源县人民政府办公室'), pair('标题', '关于报送材料的通知')], tables: [record] }),
      );
    const incoming = read('来文单位');
    expect(incoming.trail.map((step) => step.role)).toEqual(['registrar', 'reviewer']);
    expect(fieldOf(incoming, 'drafter').state).toBe('absent');
    expect(read('发文单位').trail[0]?.role).toBe('drafter');
  });

  it('reads a red-table sheet', () => {
    const model = assemble(parts({ pairs: SHEET }));
    expect(model).toMatchObject({ kind: 'official', kindWord: '通知', direction: 'down', isDocument: true });
    expect(fieldOf(model, 'approver')).toMatchObject({
      state: 'present',
      value: ['赵国强'],
      label: '签发人',
      written: '赵国强',
      confidence: 'exact',
    });
    expect(fieldOf(model, 'handler').state).toBe('absent');
  });

  it('takes an empty box for blank, a placeholder too', () => {
    const model = assemble(parts({ pairs: [pair('拟稿人', ''), pair('审核人', '×××'), pair('标题', '甲')] }));
    expect(fieldOf(model, 'drafter').state).toBe('blank');
    expect(fieldOf(model, 'reviewer')).toMatchObject({ state: 'blank', label: '审核人', written: '×××' });
  });

  it.each([
    [['来文机关', '收文编号', '主办人员']],
    [['来文文号', '收文日期', '主办人']],
    [['来文日期', '收文号', '拟办人员']],
    [['来文单位', '收文时间', '拟办人']],
  ])('demands no drafter on a sheet with %j', (labels) => {
    const pairs = labels.map((label) => pair(label, label.endsWith('人') || label.endsWith('人员') ? '' : '2024-015'));
    const sheet = assemble(parts({ title: '报送窗口台账', pairs }));
    expect(sheet.kind).toBe('official');
    expect(fieldOf(sheet, 'drafter').state).toBe('absent');
    expect(fieldOf(sheet, 'handler').state).toBe('blank');
  });

  it('reads 主办人员 as the drafter on a sheet of our own', () => {
    const sheet = assemble(parts({ pairs: [pair('主送机关', '各窗口'), pair('签发人', ''), pair('主办人员', '')] }));
    expect(fieldOf(sheet, 'drafter').state).toBe('blank');
  });

  it('marks as pending what later steps fill, by the stage', () => {
    const pairs = [pair('拟稿人', ''), pair('审核人', ''), pair('签发人', ''), pair('标题', '甲')];
    const drafting = assemble(parts({ pairs, hints: { states: ['草稿'], buttons: [], editable: true } }));
    expect(drafting.stage).toBe('drafting');
    expect(fieldOf(drafting, 'drafter').pending).toBeUndefined();
    expect(fieldOf(drafting, 'reviewer').pending).toBe(true);
    expect(fieldOf(drafting, 'approver').pending).toBe(true);
    const review = assemble(parts({ pairs, hints: { states: ['审核中'], buttons: [], editable: true } }));
    expect(fieldOf(review, 'approver').pending).toBe(true);
    const issued = assemble(parts({ pairs, hints: { states: ['已印发'], buttons: [], editable: false } }));
    expect(fieldOf(issued, 'approver').pending).toBeUndefined();
    const unknown = assemble(parts({ pairs }));
    expect(fieldOf(unknown, 'approver').pending).toBeUndefined();
  });

  it('leaves the box of the step at hand to the person who can write in it', () => {
    const pairs = [pair('审核人', '', { box: 'control' }), pair('标题', '甲')];
    const review = assemble(parts({ pairs, hints: { states: ['审核中'], buttons: [], editable: true } }));
    expect(fieldOf(review, 'reviewer').pending).toBeUndefined();
  });

  it.each([
    ['a value', '王芳', 'present'],
    ['an empty box', '', 'blank'],
  ])('takes %s in sight before what is not, in either order and of whatever label', (_, value, state) => {
    const seen = pair('拟稿', value, { source: at('#seen') });
    for (const twin of ['李明', ''].map((text) => pair('拟稿人', text, { hidden: true })))
      for (const pairs of [
        [seen, twin],
        [twin, seen],
      ])
        expect(fieldOf(assemble(parts({ pairs })), 'drafter')).toMatchObject({ state, sources: [at('#seen')] });
  });

  it('takes a foretold person for no act', () => {
    const trail = [
      { step: '领导签发', role: 'approver' as const, actors: ['赵国强'], state: 'predicted' as const, source: at('t') },
    ];
    expect(fieldOf(assemble(parts({ pairs: SHEET.slice(0, 3), trail })), 'approver')).toMatchObject({
      state: 'absent',
      pending: true,
    });
  });

  it('takes reviewer and approver from the workflow record, with their days', () => {
    const rows = [
      ['环节', '处理人', '操作', '意见', '时间'],
      ['拟稿', '王芳', '提交', '', '2026-03-16 09:00'],
      ['核稿', '李明', '同意', '无误', '2026-03-17 10:00'],
      ['签发', '赵国强', '同意', '', '2026-03-18 11:00'],
    ];
    const model = assemble(parts({ pairs: SHEET.slice(0, 3), tables: [{ rows, source: at('table') }] }));
    expect(fieldOf(model, 'reviewer').value).toEqual(['李明']);
    expect(fieldOf(model, 'approvedOn').value).toBe('2026-03-18T11:00:00');
    expect(model.stage).toBe('issued');
  });

  it('forgets consents from before the document was sent back', () => {
    const rows = [
      ['环节', '处理人', '操作', '意见', '时间'],
      ['核稿', '李明', '同意', '', '2026-03-17 10:00'],
      ['签发', '赵国强', '退回', '', '2026-03-18 11:00'],
    ];
    const model = assemble(parts({ pairs: SHEET.slice(0, 3), tables: [{ rows, source: at('table') }] }));
    expect(model.stage).toBe('drafting');
    expect(fieldOf(model, 'reviewer').state).toBe('absent');
    expect(fieldOf(model, 'approver').state).toBe('absent');
  });

  it('takes a signature picture for present and unverified, with the name of the record', () => {
    const rows = [
      ['环节', '处理人', '操作', '时间'],
      ['签发', '赵国强', '同意', '2026-03-18 11:00'],
    ];
    const picture = pair('签发人', '', { box: 'picture', picture: true, state: 'unreadable' });
    const signed = assemble(
      parts({ pairs: [SHEET[1] ?? picture, picture], tables: [{ rows, hidden: true, source: at('table') }] }),
    );
    expect(fieldOf(signed, 'approver')).toMatchObject({ state: 'present', value: ['赵国强'], unverified: true });
    const nameless = assemble(parts({ pairs: [picture] }));
    expect(fieldOf(nameless, 'approver')).toMatchObject({ state: 'present', value: [], unverified: true });
  });

  it('reads the day in the box of a signer', () => {
    const model = assemble(parts({ pairs: [pair('签发意见', '同意。赵国强 2026年3月18日'), pair('标题', '甲')] }));
    expect(fieldOf(model, 'approver').value).toEqual(['赵国强']);
    expect(fieldOf(model, 'approvedOn').value).toBe('2026-03-18');
  });

  it('takes no printed name for a sign-off that the flow still foretells, whatever the stage', () => {
    const blocks = [paragraph('编制：王芳　审核：李明　批准：赵国强')];
    const ahead = { step: '科室审核', role: 'reviewer', actors: [], state: 'predicted', source: at('flow') } as const;
    const model = assemble(parts({ pairs: SHEET.slice(0, 4), blocks, trail: [{ ...ahead, actors: [] }] }));
    expect(model.stage).toBe('unknown');
    expect(fieldOf(model, 'reviewer')).toMatchObject({ state: 'absent', pending: true, others: [{ value: ['李明'] }] });
    expect(fieldOf(model, 'approver')).toMatchObject({ state: 'present', value: ['赵国强'] });
  });

  it('keeps what the text says beside what the form says', () => {
    const blocks = [paragraph('编制：张飞　审核：赵云　批准：磐石')];
    const model = assemble(parts({ pairs: SHEET, blocks }));
    expect(fieldOf(model, 'reviewer').value).toEqual(['李明']);
    expect(fieldOf(model, 'reviewer').others).toMatchObject([{ value: ['赵云'] }]);
    const only = assemble(parts({ pairs: [], blocks, from: 'file' }));
    expect(fieldOf(only, 'reviewer').value).toEqual(['赵云']);
  });

  it('lets a silent frame hold whatever was not found, and a plug-in what a text holds', () => {
    const model = assemble(
      parts({ pairs: SHEET.slice(0, 3), unreadable: [{ what: 'anything', source: at('iframe') }] }),
    );
    expect(fieldOf(model, 'approver').state).toBe('unreadable');
    const body = assemble(parts({ pairs: SHEET.slice(0, 3), unreadable: [{ what: 'body', source: at('object') }] }));
    expect(fieldOf(body, 'mainRecipients').state).toBe('unreadable');
    expect(fieldOf(body, 'fee').state).toBe('absent');
  });

  it('does not call a box blank while the page was still loading', () => {
    expect(fieldOf(assemble(parts({ pairs: [pair('拟稿人', '')], unfinished: true })), 'drafter').state).toBe(
      'unreadable',
    );
  });

  it('finds a classified mark in its box and at the top, and none in a sentence', () => {
    expect(assemble(parts({ pairs: [pair('密级', '机密★1年')] })).classified?.mark).toBe('机密');
    expect(assemble(parts({ blocks: [paragraph('秘密★长期')] })).classified?.mark).toBe('秘密');
    const inside = assemble(parts({ blocks: [paragraph('内部资料 注意保存')] }));
    expect(inside.classified).toBeUndefined();
    expect(inside.askBeforeKeeping).toMatchObject({ why: 'internal', mark: '内部资料' });
    const clean = [paragraph('要严守国家秘密，做好保密工作。'), paragraph('机密文件的管理由办公室负责')];
    expect(assemble(parts({ pairs: SHEET, blocks: clean })).classified).toBeUndefined();
  });

  it('has one key for all states of a document of an OA', () => {
    const key = (change: Partial<DocumentParts>): string => assemble(parts(change)).key;
    expect(key({ pairs: SHEET })).toBe(key({ pairs: SHEET.slice(2) }));
    expect(key({ uri: 'http://oa.test/#/req?requestid=7&_key=a' })).toBe(
      key({ uri: 'http://oa.test/#/req?requestid=7&_key=b' }),
    );
    expect(key({ uri: 'http://oa.test/form?requestid=8' })).not.toBe(key({}));
  });

  it('takes a page with one box for no document', () => {
    expect(assemble(parts({ pairs: [pair('标题', '')] })).isDocument).toBe(false);
    expect(assemble(parts({})).isDocument).toBe(false);
    expect(assemble(parts({ pairs: SHEET, notDocument: '这是登录页' })).isDocument).toBe(false);
  });

  it('takes what can be chosen, and several words of one label, for no state of the document', () => {
    const stage = (...pairs: LabelledValue[]) =>
      assemble(parts({ pairs: [...SHEET, ...pairs], hints: { states: [], buttons: [], editable: true } })).stage;
    expect(stage(pair('审核状态', '已批准'))).toBe('issued');
    expect(stage(pair('审核状态', '已批准', { box: 'control' }))).not.toBe('issued');
    expect(stage(pair('审核状态', '已批准'), pair('审核状态', '未处理'))).not.toBe('issued');
  });

  it('takes boxes that any form has for no document', () => {
    const anyForm = [pair('附件', ''), pair('审批人', ''), pair('抄送人', ''), pair('联系电话', ''), pair('备注', '')];
    expect(assemble(parts({ pairs: anyForm })).isDocument).toBe(false);
    expect(assemble(parts({ pairs: [...anyForm, pair('拟稿人', '')] })).isDocument).toBe(true);
    expect(assemble(parts({ pairs: [pair('附件', ''), pair('签发人', '')] })).isDocument).toBe(true);
  });

  it('takes whom the flow will ask, and a title, for nobody who signed', () => {
    const reviewer = (value: string) => fieldOf(assemble(parts({ pairs: [pair('审核', value)] })), 'reviewer');
    expect(reviewer('石大川 → 何长青').state).toBe('absent');
    expect(reviewer('关于印发《窗口“首问负责”办法》的通知').state).toBe('absent');
    expect(reviewer('石大川、何长青').value).toEqual(['石大川', '何长青']);
  });
});

describe('promises', () => {
  const index = fc.nat(SHEET.length - 1);

  it('gives the same bytes twice', () => {
    fc.assert(
      fc.property(fc.subarray(SHEET), (pairs) => {
        expect(canonicalJson(assemble(parts({ pairs })))).toBe(canonicalJson(assemble(parts({ pairs }))));
      }),
    );
  });

  it('does not mind the order of boxes', () => {
    const order = fc.shuffledSubarray(SHEET, { minLength: SHEET.length });
    const states = (pairs: LabelledValue[]): unknown =>
      assemble(parts({ pairs })).fields.map(({ role, state, value }) => [role, state, value]);
    fc.assert(
      fc.property(order, (pairs) => {
        expect(states(pairs)).toEqual(states(SHEET));
      }),
    );
  });

  it('calls an emptied box blank', () => {
    fc.assert(
      fc.property(index, (chosen) => {
        const before = assemble(parts({ pairs: SHEET }));
        const pairs = SHEET.map((one, at) => (at === chosen ? pair(one.label, '') : one));
        const after = assemble(parts({ pairs }));
        const source = SHEET[chosen]?.source;
        const field = before.fields.find((one) => one.sources[0] === source);
        expect(field && fieldOf(after, field.role).state).toBe('blank');
      }),
    );
  });

  it('never makes a fault or a pass out of what a person cannot see', () => {
    fc.assert(
      fc.property(fc.subarray(SHEET), fc.boolean(), (kept, emptied) => {
        const seen = assemble(parts({ pairs: kept, family: { expected: ROLES } }));
        const rest = SHEET.filter((one) => !kept.includes(one));
        const hidden = rest.map((one) => pair(one.label, emptied ? '' : one.value, { hidden: true }));
        const more = assemble(parts({ pairs: [...kept, ...hidden], family: { expected: ROLES } }));
        for (const field of seen.fields) {
          const after = fieldOf(more, field.role);
          if (field.state === 'present') expect(after.value).toEqual(field.value);
          else expect(['absent', 'unreadable']).toContain(after.state);
        }
      }),
    );
  });
});
