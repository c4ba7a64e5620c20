import { expect, it } from 'vitest';
import type { UnitProfile } from '../../unit/profile.ts';
import type { Rule } from '../rule.ts';
import { type DocumentSketch, findingsOf, type Told, toldOf } from '../testing.ts';
import { citedDocumentsForm } from './cited-documents-form.ts';
import { docNumberYear } from './doc-number-year.ts';
import { headingSequence } from './heading-sequence.ts';
import { leadingGroupComplete } from './leading-group-complete.ts';
import { punctuationWidth } from './punctuation-width.ts';
import { receiptComplete } from './receipt-complete.ts';
import { recipientsForm } from './recipients-form.ts';
import { reportWithoutRequest } from './report-without-request.ts';
import { requestForm } from './request-form.ts';
import { titleForm } from './title-form.ts';
import { unitNameCurrent } from './unit-name-current.ts';
import { writtenDateForm } from './written-date-form.ts';

/** What a finding tells, word for word: the sentence, the boxes, the lines, what may be copied. */

const unit: UnitProfile = {
  schema: 'duibiao/unit@1',
  name: '青石镇便民服务中心',
  retiredNames: ['青石镇为民服务中心'],
  people: [],
  services: [],
  standards: [],
};
const END = ['青石镇人民政府', '2026年03月02日'];

interface ToldCase {
  rule: Rule;
  document: DocumentSketch;
  unit?: UnitProfile;
  /** Reason, sentence, boxes, places and what may be copied, of each finding. */
  told: readonly (readonly [reason: string, ...Told])[];
}

const CASES: readonly ToldCase[] = [
  {
    rule: docNumberYear,
    document: { fields: { docNumber: '青政〔2025〕12号', writtenOn: '2026-03-02' } },
    told: [
      [
        'differs',
        '发文字号的年份是2025而成文日期是2026年3月2日，两处年份不一致，请与发文登记核对。',
        'docNumber writtenOn',
        '发文字号 成文日期',
        '',
      ],
    ],
  },
  {
    rule: writtenDateForm,
    document: { text: ['关于培训的通知', '各窗口：', '请准时参加。', ...END] },
    told: [['padded', '成文日期“2026年03月02日”的月、日前多了“0”，应写成2026年3月2日。', 'writtenOn', '5', '']],
  },
  {
    rule: titleForm,
    document: { text: ['关于加强窗口', '标准化培训', '各窗口：', '请准时参加。'] },
    told: [
      [
        'no-kind',
        '标题“关于加强窗口标准化培训”没有文种，请在末尾写明是通知、请示、报告还是别的文种。',
        'title',
        '1 2',
        '',
      ],
    ],
  },
  {
    rule: titleForm,
    document: { text: ['关于培训的通知。', '各窗口：', '请准时参加。'] },
    told: [
      ['end-mark', '标题末尾有“。”，标题末尾不加标点。', 'title', '1', '去掉标点：关于培训的通知。 → 关于培训的通知'],
    ],
  },
  {
    rule: titleForm,
    document: { text: ['关于培训的申请（试行）', '各窗口：', '请准时参加。'] },
    told: [['no-such-kind', '标题用“申请”作文种，公文没有这个文种，请改用“请示”或者“函”。', 'title', '1', '']],
  },
  {
    rule: titleForm,
    document: { text: ['关于培训的请示报告', '各窗口：', '请准时参加。'] },
    told: [['no-such-kind', '标题用“请示报告”作文种，公文没有这个文种，请改用“请示”或者“报告”。', 'title', '1', '']],
  },
  {
    rule: titleForm,
    document: { text: ['关于培训的函的函', '各窗口：', '请准时参加。'] },
    told: [['doubled', '标题里“函”写了两遍，不是转发、印发文件的，请去掉一个。', 'title', '1', '']],
  },
  {
    rule: requestForm,
    document: {
      kindWord: '请示',
      fields: { mainRecipients: ['县人民政府', '县财政局', '县委'] },
      text: [
        '青石镇人民政府文件',
        '青政〔2026〕12号',
        '关于培训的请示',
        '县人民政府：',
        '拟举办培训。',
        '所需经费由县财政安排。',
        ...END,
      ],
    },
    told: [
      [
        'several-recipients',
        '请示只主送一个上级机关，现在主送了3个（县人民政府、县财政局、县委），其余的请改为抄送。',
        'mainRecipients',
        '主送机关',
        '',
      ],
      ['no-signer', '上行文的发文字号旁没有签发人，请在同一行标注“签发人：”和姓名。', 'approver', '2', ''],
      ['no-closing', '请示没有请求批复的结尾，请写“妥否，请批示。”一类的话。', '', '6', ''],
    ],
  },
  {
    rule: requestForm,
    document: {
      kindWord: '请示',
      fields: { mainRecipients: ['县委', '县人民政府'] },
      text: ['关于培训的请示', '县委、县人民政府：', '妥否，请批示。'],
    },
    told: [
      [
        'two-heads',
        '请示同时主送了“县委、县人民政府”，原则上只主送一个上级机关，请核对。',
        'mainRecipients',
        '主送机关',
        '',
      ],
    ],
  },
  {
    rule: reportWithoutRequest,
    document: {
      kindWord: '报告',
      text: ['关于培训的报告', '县人民政府：', '培训已经结束。', '妥否，请批示。', ...END],
    },
    told: [['asks', '报告里写了“妥否，请批示”，报告不得夹带请示事项，请另写请示。', '', '4', '']],
  },
  {
    rule: recipientsForm,
    document: { text: ['关于培训的通知', '各村，', '各窗口 :', '请准时参加。'] },
    told: [
      [
        'half-colon',
        '主送机关“各窗口”后面的冒号应当用全角“：”。',
        'mainRecipients',
        '3',
        '改成全角冒号：各窗口 : → 各窗口：',
      ],
    ],
  },
  {
    rule: recipientsForm,
    document: { text: ['关于培训的通知', '各村，各窗口；', '为做好培训，请准时参加。', ...END] },
    told: [['no-colon', '主送机关“各村，各窗口”后面没有冒号，请加上全角“：”。', 'mainRecipients', '2', '']],
  },
  {
    rule: recipientsForm,
    document: { kindWord: '请示', text: ['关于培训', '的请示', '为做好培训，拟举办培训班。', ...END] },
    told: [['missing', '标题下面没有主送机关，请示要写明主送给谁。', 'mainRecipients', '1 2', '']],
  },
  {
    rule: recipientsForm,
    document: { stage: 'archived', fields: { mainRecipients: '' } },
    told: [['blank', '主送机关是空的，通知要写明主送给谁。', 'mainRecipients', '主送机关', '']],
  },
  {
    rule: headingSequence,
    document: { text: ['关于培训的通知', '各窗口：', '请准时参加。', '一、甲', '四、乙', '（二）、子', '2、丑'] },
    told: [
      ['gap', '正文序号从“一、”跳到了“四、”，请核对是不是漏了或者写错了。', '', '4 5', ''],
      ['mark', '序号“（二）、”的标点不对（共2处），应写成“（二）”。', '', '6 7', ''],
    ],
  },
  {
    rule: headingSequence,
    document: { text: ['关于培训的通知', '各窗口：', '请准时参加。', '一.甲', '二、乙', '二、丙'] },
    told: [
      ['repeated', '正文序号“二、”重复了，请核对后改正。', '', '5 6', ''],
      ['mark', '序号“一.”的标点不对，应写成“一、”。', '', '4', ''],
    ],
  },
  {
    rule: citedDocumentsForm,
    document: {
      text: [
        '关于培训的通知',
        '各窗口：',
        '按照县政办[2026]3号和县政办【2026】第4号执行。',
        '县政办〔2026〕5号《方案》已印发。',
      ],
    },
    told: [
      ['brackets', '引用的文号“县政办[2026]3号”年份没有用六角括号〔〕，应为“县政办〔2026〕3号”。', '', '3', ''],
      ['number-first', '引用文件先写了文号“县政办〔2026〕5号”，应先写《标题》，后面用括号写发文字号。', '', '4', ''],
    ],
  },
  {
    rule: citedDocumentsForm,
    document: { text: ['关于培训的通知', '各窗口：', '根据县政府关于培训的通知（县政办〔2026〕3号）执行。'] },
    told: [['no-title-marks', '引用文件的标题“关于培训的通知”没有加书名号，应写成《标题》（发文字号）。', '', '3', '']],
  },
  {
    rule: punctuationWidth,
    document: { text: ['关于培训的通知', '各窗口：', '请准时参加,不得缺席。', '参训人员(窗口人员)签到。'] },
    told: [['half', '正文里有半角标点，如“请准时参加,不得缺席”（共2处），中文之间请改用全角标点。', '', '3 4', '']],
  },
  {
    rule: unitNameCurrent,
    document: {
      text: ['关于培训的通知', '各窗口：', '到青石镇为民服务中心参加。', '青石镇为民服务中心', '2026年3月2日'],
    },
    unit,
    told: [['retired', '文件里还在用旧名称“青石镇为民服务中心”（共2处），请改成“青石镇便民服务中心”。', '', '3 4', '']],
  },
  {
    rule: unitNameCurrent,
    document: { fields: { issuer: '青石镇 为民服务中心' } },
    told: [
      [
        'old-name',
        '发文机关写的是“青石镇为民服务中心”，乡镇的规范名称是“便民服务中心”，请核对。',
        'issuer',
        '发文机关',
        '',
      ],
    ],
  },
  {
    rule: leadingGroupComplete,
    document: {
      title: '关于成立标准化工作领导小组的通知',
      text: [
        '关于成立标准化工作领导小组的通知',
        '各村：',
        '现成立领导小组。',
        '组长：',
        '副组长：李明。',
        '领导小组办公室主任由李明兼任，王芳任管理员。',
      ],
    },
    told: [
      ['missing', '领导小组文件里没有领导小组的职责，请补上后再印发。', '', '', ''],
      ['unnamed', '领导小组文件里“组长”后面没有写名字，请补上。', '', '', ''],
    ],
  },
  {
    rule: receiptComplete,
    document: {
      fields: { receiptNumber: '2026-15', receivedOn: '', handler: '', dueOn: '2026-03-10', completedOn: '2026-03-12' },
    },
    told: [
      ['blank', '收文的收文日期是空的，请补上登记。', 'receivedOn', '收文日期', ''],
      ['handler', '这件收文已经办结，承办人却是空的，请补上。', 'handler', '承办人', ''],
      [
        'late',
        '办结日期（2026-03-12）超过了办理期限（2026-03-10），请核对。',
        'completedOn dueOn',
        '办结时间 承诺办结时间',
        '',
      ],
    ],
  },
];

it.each(CASES.map((one) => [one.rule.id, one.told[0]?.[0], one] as const))('%s: %s', (_, __, one) => {
  const { rule, document, unit: profile, told } = one;
  const findings = findingsOf(rule, document, profile ? { unit: profile } : {});
  expect(findings.map((finding) => [finding.reason, ...toldOf(finding)])).toEqual(told);
});
