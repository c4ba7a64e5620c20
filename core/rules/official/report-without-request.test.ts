import type { DocumentSketch } from '../testing.ts';
import { describeRule } from '../testing.ts';
import { reportWithoutRequest } from './report-without-request.ts';

const report = (closing: string, more: DocumentSketch = {}): DocumentSketch => ({
  kindWord: '报告',
  text: [
    '# 关于2025年度政务服务工作情况的报告',
    '县人民政府：',
    '现将我镇2025年度政务服务工作情况报告如下。',
    '一、基本情况',
    '全年共受理办件3120件，按时办结率100%。',
    closing,
    '青石镇人民政府',
    '2026年3月2日',
  ],
  ...more,
});
const fine = (closing: string) => ({ name: closing, document: report(closing), reasons: ['passed'] });
const asking = (closing: string) => ({ name: closing, document: report(closing), reasons: ['asks'] });

describeRule(reportWithoutRequest, [
  fine('特此报告。'),
  fine('以上报告，请审阅。'),
  fine('以上报告，请予审议。'),
  fine('以上报告如无不妥，请批转各地执行。'),
  fine('设备购置已按程序报请县政府批准。'),
  fine('该项目经申请批准后实施。'),
  fine('请示批复情况见附表。'),
  fine('我镇已印发《关于请批示事项的规定》。'),
  fine('“妥否，请批示”是请示的结尾。'),
  fine('请批准的项目抓紧开工。'),
  asking('妥否，请批示。'),
  asking('以上报告当否，请批复。'),
  asking('请予批准。'),
  asking('恳请批准为盼。'),
  asking('所需经费4.2万元，请予审批。'),
  asking('下一步，我镇将继续加强窗口建设，改善办事环境，方便群众办事，所需设备购置经费共计4.2万元，恳请给予批准。'),
  {
    name: 'far from the end a sentence tells of what was',
    document: report('特此报告。', {
      text: [
        '# 关于整改情况的报告',
        '县人民政府：',
        '3月2日，我镇向县政府报送材料，请予批准设立窗口，县政府于3月9日同意设立，现已全部投入使用，运行情况良好。',
        '一、情况。',
        '二、问题。',
        '三、打算。',
        '特此报告。',
      ],
    }),
    reasons: ['passed'],
  },
  { name: 'a request', document: report('妥否，请批示。', { kindWord: '请示' }), reasons: ['none'] },
  {
    name: 'a request and report is for the title',
    document: report('妥否，请批示。', { title: '关于购置设备的请示报告' }),
    reasons: ['none'],
  },
  { name: 'a form without text', document: { kindWord: '报告' }, reasons: ['none'] },
  {
    name: 'a part was not read',
    document: report('妥否，请批示。', { notes: [{ kind: 'unreadable' }] }),
    reasons: ['unread'],
  },
  {
    name: 'a document from elsewhere',
    document: report('妥否，请批示。', { fields: { receiptNumber: '2026-15' } }),
    reasons: ['incoming'],
  },
]);
