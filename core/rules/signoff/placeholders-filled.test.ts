import { describeRule } from '../testing.ts';
import { placeholdersFilled } from './placeholders-filled.ts';

const text = (...lines: string[]) => ({ text: lines });

describeRule(placeholdersFilled, [
  {
    name: 'a finished text',
    document: text('# 关于开展标准化培训的通知', '各村（社区）：', '现将有关事项通知如下。', '2026年11月20日'),
    reasons: ['passed'],
  },
  { name: '××镇', document: text('按照××镇的部署，现通知如下。'), reasons: ['in-text'] },
  {
    name: 'XX单位',
    document: text('请XX单位于月底前报送。'),
    reasons: ['in-text'],
    told: [['正文里还有没换掉的占位字“XX单位”，请填上实际内容。', '', '1', '']],
  },
  { name: '关于某某', document: text('# 关于×××的通知'), reasons: ['in-text'] },
  { name: '（请填写）', document: text('联系人：（请填写姓名）'), reasons: ['in-text'] },
  { name: 'an instruction of the template', document: text('单击此处输入文字。'), reasons: ['in-text'] },
  {
    name: 'several places are one finding',
    document: text('××镇便民服务中心', '抄送：××县政府。'),
    reasons: ['in-text'],
    told: [['正文里还有没换掉的占位字“××镇”等2处，请填上实际内容。', '', '1 2', '']],
  },
  { name: 'a day left open', document: text('请于2026年×月×日前报送。'), reasons: ['date-in-text'] },
  {
    name: 'the day under the signature left open',
    document: text('源潭镇人民政府', '2026年×月×日'),
    reasons: ['date-in-text'],
  },
  {
    name: 'the day under the signature, still being drafted',
    document: { ...text('源潭镇人民政府', '2026年×月×日'), stage: 'drafting' },
    reasons: ['passed'],
  },
  ...[
    ['[主送单位]：', '[发文单位]', '[日期]'],
    ['【主送机关】：'],
    ['«发文机关»（盖章）'],
    ['＜落款日期＞'],
    ['联系人：[联系人]　联系电话：[电话]'],
    ['定于[时间]在[地点]召开会议。'],
    ['XXXX', '2026年3月6日'],
    ['×××'],
    ['　　X X X X'],
    ['联系人：XXX，电话：0912-0000000'],
  ].map((lines) => ({ name: lines.join(' '), document: text(...lines), reasons: ['in-text'] })),
  ...[
    ['【发文字号】青政发〔2024〕5号', '【发布日期】2024-03-06'],
    ['【联系电话】', '0912-0000000'],
    ['【办理地点】镇政府一楼', '【办理时间】工作日8时至17时'],
    ['[附件]', '详见[1]和〔2024〕5号文'],
    ['XX', '本年度共办结×件。'],
    ['停水短信模版：因施工需对 XX 小区停水，时间为 X 月 X 日。'],
    ['尊敬的用户：窗口定于 X 月 X 日停电，请到XX中心办理。'],
    ['李××'],
  ].map((lines) => ({ name: lines.join(' '), document: text(...lines), reasons: ['passed'] })),
  { name: '此页无正文', document: text('（此页无正文）'), reasons: ['no-text-page'] },
  {
    name: 'a person made anonymous',
    document: text('当事人李××、王某某到窗口办理。', '张XX同志'),
    reasons: ['passed'],
  },
  { name: 'a masked number', document: text('联系电话138XXXX0000。'), reasons: ['passed'] },
  { name: 'a sum and a size', document: text('用210×297的纸，XXL号衣服。'), reasons: ['passed'] },
  {
    name: 'how to write a time',
    document: text('遇到要填时间的地方都精确到分，即写成xxxx年xx月xx日xx时xx分。'),
    reasons: ['passed'],
  },
  { name: 'a sentence about a format', document: text('编号格式为：××镇〔年份〕××号。'), reasons: ['passed'] },
  { name: 'in quotation marks', document: text('标题写成“关于××的通知”。'), reasons: ['passed'] },
  {
    name: 'a title spoken of in a standard',
    document: { kind: 'standard', ...text('按《关于××的通知》执行。') },
    reasons: ['passed'],
  },
  {
    name: 'a form to fill in behind 附件1',
    document: text('请填报附件表格。', '附件1', '××村××户：2026年×月×日'),
    reasons: ['passed'],
  },
  { name: 'a table to fill in', document: text('|姓名|日期|', '|××单位|2026年×月×日|'), reasons: ['passed'] },
  {
    name: 'the form around the text is no text',
    document: {
      blocks: [
        { kind: 'paragraph', text: '××镇', region: 'form', source: { from: 'page', frame: '', label: '', path: 'p' } },
      ],
    },
    reasons: ['passed'],
  },
  {
    name: 'a block out of sight',
    document: {
      blocks: [
        {
          kind: 'paragraph',
          text: '××镇',
          region: 'body',
          hidden: true,
          source: { from: 'page', frame: '', label: '', path: 'p' },
        },
      ],
    },
    reasons: ['hidden'],
  },
  {
    name: 'a box',
    document: { fields: { contact: { state: 'blank', label: '联系人', written: '×××' } } },
    reasons: ['in-box'],
  },
  { name: 'a number with a place in it', document: { fields: { docNumber: '源政〔2026〕×号' } }, reasons: ['in-box'] },
  {
    name: 'a number given when it is issued',
    document: { stage: 'review', fields: { docNumber: '源政〔2026〕×号' } },
    reasons: ['passed'],
  },
  {
    name: 'a date box',
    document: { fields: { publishedOn: { state: 'blank', label: '发布日期', written: '×年×月×日' } } },
    reasons: ['in-signature'],
  },
  {
    name: 'another signer',
    document: { fields: { countersigner: { state: 'blank', label: '会签人', written: '××' } } },
    reasons: ['in-signature'],
    told: [['会签人写的是“××”，请换成实际内容。', 'countersigner', '会签人', '']],
  },
  {
    name: 'none is an answer',
    document: {
      fields: {
        countersigner: { state: 'blank', label: '会签人', written: '无' },
        copyRecipients: ['无'],
        urgency: { state: 'blank', label: '紧急程度', written: '/' },
      },
    },
    reasons: ['passed'],
  },
  {
    name: 'the signers have rules of their own',
    document: {
      fields: {
        approver: { state: 'blank', label: '签发人', written: '×××' },
        approvedOn: { state: 'blank', label: '签发日期', written: '×年×月×日' },
      },
    },
    reasons: ['passed'],
  },
  {
    name: 'a box of a later step',
    document: { fields: { publishedOn: { state: 'blank', label: '发布日期', written: '×年×月×日', pending: true } } },
    reasons: ['passed'],
  },
  {
    name: 'a part was not read',
    document: { ...text('按照××镇的部署。'), notes: [{ kind: 'unreadable' }] },
    reasons: ['in-text', 'unreadable'],
  },
  {
    name: 'a box that gives no text, as it is written',
    document: { fields: { contact: { state: 'unreadable', written: '×××' } } },
    reasons: ['unreadable'],
  },
  {
    name: 'a box that waits',
    document: { fields: { contact: { state: 'blank', written: '×××', pending: true } } },
    reasons: ['passed'],
  },
  {
    name: 'a box of people and of text',
    document: { fields: { handler: { state: 'blank', written: '待定' }, title: '关于××的通知' } },
    reasons: ['in-signature', 'in-box'],
  },
  {
    name: 'places side by side',
    document: text('请××镇和×××报送，“××县”不报。', '“甲”××县'),
    reasons: ['in-text'],
    told: [['正文里还有没换掉的占位字“××镇”等2处，请填上实际内容。', '', '1 2', '']],
  },
  { name: 'a title in marks', document: text('参见《关于××的通知》。'), reasons: ['in-text'] },
  {
    name: 'a title in marks, in a standard',
    document: { kind: 'standard', text: ['参见《关于××的通知》。'] },
    reasons: ['passed'],
  },
  {
    name: 'the day within a sentence, still being drafted',
    document: { ...text('请于2026年×月×日前报送。'), stage: 'drafting' },
    reasons: ['date-in-text'],
    told: [['正文里的日期“2026年×月×日”没有填，请写完整的年月日。', '', '1', '']],
  },
]);
