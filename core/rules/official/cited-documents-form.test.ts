import { describeRule } from '../testing.ts';
import { citedDocumentsForm } from './cited-documents-form.ts';

const text = (...lines: string[]) => ({
  text: [
    '源政办〔2026〕12号',
    '# 关于开展标准化培训的通知',
    '各窗口：',
    '现将有关事项通知如下，请遵照执行。',
    ...lines,
    '青石镇人民政府',
    '2026年3月2日',
  ],
});
const right = (line: string) => ({ name: line, document: text(line), reasons: ['passed'] });

describeRule(citedDocumentsForm, [
  right('根据《关于加快推进政务服务标准化的指导意见》（国发〔2022〕5号）要求，制定本方案。'),
  right('《关于报送材料的函》（县便民函〔2026〕3号）已于3月1日发出。'),
  right('按照县政府办公室《关于转发〈关于开展培训的通知〉的通知》（县政办〔2026〕3号）执行。'),
  right('你镇关于购置设备的请示（源政〔2026〕3号）收悉。'),
  right('依据（2022）皖01民终12号民事判决书执行。'),
  right('按照财政部公告〔2026〕第5号执行。'),
  right('国发〔2022〕5号文件要求规范名称。'),
  right('关于开展培训的通知要求，各窗口按照《方案》（源政〔2026〕3号）执行。'),
  {
    name: 'half-width brackets',
    document: text('根据《关于开展培训的通知》（县政办[2026]3号）要求，制定本方案。'),
    reasons: ['brackets'],
  },
  {
    name: 'full-width brackets',
    document: text('根据《关于开展培训的通知》（县政办［2026］3号）要求，制定本方案。'),
    reasons: ['brackets'],
  },
  {
    name: 'black brackets, twice',
    document: text('县政办【2026】3号和县政办【2026】4号。', '县政办[2026]5号。'),
    reasons: ['brackets'],
    told: [['引用的文号“县政办【2026】3号”年份没有用六角括号〔〕（共2处），应为“县政办〔2026〕3号”。', '', '5 6', '']],
  },
  {
    name: 'no marks around the title',
    document: text('根据县政府关于开展标准化培训的通知（县政办〔2026〕3号）要求，制定本方案。'),
    reasons: ['no-title-marks'],
  },
  {
    name: 'the number in front',
    document: text('根据县政办〔2026〕3号《关于开展培训的通知》要求，制定本方案。'),
    reasons: ['number-first'],
  },
  {
    name: 'in a table as the source has it',
    document: text('|县政办[2026]3号|', '请对照《目录》（源政〔2026〕3号）。'),
    reasons: ['passed'],
  },
  {
    name: 'behind the annex',
    document: { text: [...text('请对照执行。').text, '附件1', '县政办[2026]3号'] },
    reasons: ['passed'],
  },
  { name: 'a note in square brackets', document: text('数据来源：统计年鉴[2026]12页。'), reasons: ['passed'] },
  {
    name: 'nothing cited',
    document: { text: ['# 关于开展培训的通知', '各窗口：', '现将有关事项通知如下。'] },
    reasons: ['none'],
  },
  {
    name: 'its own number is for another rule',
    document: { text: ['源政办[2026]12号', '# 关于开展培训的通知', '各窗口：', '现将有关事项通知如下。'] },
    reasons: ['none'],
  },
  {
    name: 'its own number in a text without a title',
    document: { text: ['源政办[2026]12号　签发人：周志强', '各窗口：', '请准时参加。'] },
    reasons: ['none'],
  },
  {
    name: 'a part was not read',
    document: { ...text('县政办[2026]3号。'), notes: [{ kind: 'unreadable' }] },
    reasons: ['unread'],
  },
  {
    name: 'a document from elsewhere',
    document: { ...text('县政办[2026]3号。'), fields: { receiptNumber: '2026-15' } },
    reasons: ['incoming'],
  },
]);
