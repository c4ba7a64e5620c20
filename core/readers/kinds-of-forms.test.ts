import { expect, it } from 'vitest';
import type { Role } from '../document/vocabulary.ts';
import { readPage } from './index.ts';
import { snapshotOfFile } from './testing.ts';

/** What is read of a role: its value, '' for an empty box, '?' for one that gives no text, undefined where there is none. */
type Told = Partial<Record<Role, string | undefined>>;

const row = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const table = (...rows: string[]): string => `<table>${row('标题', '关于开展窗口巡查的通知')}${rows.join('')}</table>`;
const sentences = (items: readonly string[]): string =>
  `${table(row('审批状态', '审批通过'))}<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

async function told(html: string, roles: readonly string[]): Promise<Told> {
  const { fields } = readPage(await snapshotOfFile(`<!DOCTYPE html><body>${html}</body>`));
  const shown = fields.flatMap(({ role, state, value }): [Role, string | undefined][] =>
    roles.includes(role)
      ? [[role, state === 'absent' ? undefined : state === 'blank' ? '' : state === 'unreadable' ? '?' : String(value)]]
      : [],
  );
  return Object.fromEntries(shown);
}

/** Ways of forms to say who signed and when, each with what a person reads. */
it.each<[string, string, Told]>([
  [
    'label and signature in one cell, as blocks',
    table(row('核稿：<div>已核，请签发。<br>钱一 2026-10-09 10:20</div>', '主办科室：综合科')),
    { reviewer: '钱一', reviewedOn: '2026-10-09T10:20:00' },
  ],
  [
    'label and signature in one cell, as paragraphs',
    table(row('<p>厅领导批示：</p><p>同意。</p><p>孙二 2026-10-10</p>')),
    { approver: '孙二', approvedOn: '2026-10-10' },
  ],
  [
    'name and day on lines of their own',
    table(row('签发', '<p>同意印发</p><p>孙二</p><p>2026年10月10日</p>')),
    { approver: '孙二', approvedOn: '2026-10-10' },
  ],
  [
    'opinion, name and day in a sentence',
    table(row('领导审批意见', '同意印发。孙二 2026-10-10')),
    { approver: '孙二', approvedOn: '2026-10-10' },
  ],
  [
    'an opinion that is being written names nobody yet',
    `${table(row('审批意见', '<textarea>附件不全，请补充。</textarea>'))}<button>通过</button><button>退回</button>`,
    { approver: '' },
  ],
  [
    'an opinion that was written names its signer, also in a box',
    table(row('审批意见', '<textarea>同意印发。孙二 2026-10-10</textarea>')),
    { approver: '孙二', approvedOn: '2026-10-10' },
  ],
  [
    'an opinion that is being written in the box of a signer',
    table(row('会签', '<textarea>同意，建议增加电话。</textarea>')),
    { countersigner: '' },
  ],
  [
    'a name that is being written',
    table(row('会签', '<textarea>钱一鸣，孙二</textarea>')),
    { countersigner: '钱一鸣,孙二' },
  ],
  [
    'a box that asks to be clicked is empty, its pencil no signature',
    table(row('领导签发', '<img src="pencil.png"><span>请点击填写意见</span>')),
    { approver: '' },
  ],
  [
    'a picture beside words of another kind may be a signature',
    table(row('领导签发', '<img src="qm.png"><span>同意</span>')),
    { approver: '' },
  ],
  [
    'a chief by the post: what they think decides',
    table(row('分管副镇长意见', '同意。孙二 2026-10-10')),
    { approver: '孙二' },
  ],
  [
    'words that are said without a name',
    table(row('会签', '无不同意见'), row('校对', '已校')),
    { countersigner: '?', proofreader: '?' },
  ],
  [
    'signed by a name of a minority, below others',
    table(row('审批意见', '同意。石大川 2026-03-04 09:00<br>同意发出。阿依古丽·买买提 2026-03-04 17:05')),
    { approver: '阿依古丽·买买提', approvedOn: '2026-03-04T17:05:00' },
  ],
  ['an opinion that no name follows', table(row('签发', '<p>同意，尽快办理</p><p>2026-10-10</p>')), { approver: '?' }],
  [
    'several signatures one below another: the last one decides',
    table(
      row(
        '审批意见',
        '<table><tr><td>同意<br>钱一 2026-10-09 15:02</td></tr><tr><td>同意印发<br>孙二 2026-10-10 16:30</td></tr></table>',
      ),
    ),
    { approver: '孙二', approvedOn: '2026-10-10T16:30:00' },
  ],
  [
    'an opinion that sends it back is no signature',
    table(row('审核', '<p>不同意</p><p>钱一 2026-10-09</p><p>同意</p><p>钱一 2026-10-10</p>')),
    { reviewer: '钱一', reviewedOn: '2026-10-10' },
  ],
  [
    'opinion in one box, name and time in the box below',
    table(
      row('部门会签意见', '<div><input value="无意见"></div><div><input readonly value="吴四 2026-10-09 16:40"></div>'),
    ),
    { countersigner: '吴四' },
  ],
  [
    'a caption inside the value is nobody',
    table(row('厅领导批示', '<p>呈批意见：</p><p>请综合科阅办。</p>')),
    { approver: '?' },
  ],
  [
    'an office and a chief in front of the word',
    table(row('拟稿部门负责人意见', '同意，钱一 2026-10-09'), row('中心领导审批意见', '同意，孙二 2026-10-10')),
    { reviewer: '钱一', approver: '孙二' },
  ],
  [
    'two chiefs: the later one signed it',
    table(row('主管领导批示', '同意，孙二 2026-10-10'), row('总经理批示', '同意，吴四 2026-10-09')),
    { approver: '孙二', approvedOn: '2026-10-10' },
  ],
  [
    'a label that names a select out of sight, with the drawn one behind it',
    table(
      row(
        '<label for="k">承办人：</label><select id="k" style="display:none"><option selected>周三</option></select><div class="btn-group bootstrap-select"><button type="button" class="btn dropdown-toggle"><span class="filter-option">周三</span></button></div>',
      ),
    ),
    { drafter: undefined, handler: '周三' },
  ],
  [
    'a label that names a box out of sight, with nothing drawn behind it',
    table(
      row('<label for="k">承办人：</label><select id="k" style="display:none"><option selected>周三</option></select>'),
    ),
    { handler: '?' },
  ],
  [
    'a label that names a box out of sight in the cell beside it',
    table(
      row(
        '<label for="k">承办人</label>',
        '<select id="k" style="display:none"><option selected>周三</option></select>',
      ),
    ),
    { handler: '?' },
  ],
  [
    'a list to choose from beside the box that takes the choice',
    table(
      row('主送单位', '<select><option selected>综合科</option></select><input value="综合科">'),
      row('抄送单位', '<input value="综合科"><input value="综合科">'),
    ),
    { mainRecipients: '综合科', copyRecipients: '综合科 综合科' },
  ],
  [
    'nothing chosen',
    table(row('密级', '<select><option selected>未选择</option><option>内部</option></select>'), row('缓急', '未选择')),
    { secrecy: '', urgency: '' },
  ],
  [
    'a bar of tools beside the name of the page is nobody',
    `<table>${row('公文拟稿', '<a href="javascript:send()">提交</a><a href="#">关闭</a>')}</table>${table(row('核稿', '<a href="javascript:who()">钱一</a>'))}`,
    { drafter: undefined, reviewer: '钱一' },
  ],
  [
    'the head of the drafting office reviews beside another office',
    table(row('拟稿部门领导审核', '钱一'), row('办公室审核', '已核。吴四 2026-10-09')),
    { reviewer: '钱一,吴四' },
  ],
  [
    'who answers for an incoming document',
    table(row('来文单位', '市民政局', '办文责任人', '周三'), row('办文人员', '')),
    { handler: '周三' },
  ],
  [
    'two offices that review',
    table(row('科室核签', '钱一 2026-10-09'), row('办公室核签', '吴四 2026-10-09')),
    { reviewer: '钱一,吴四' },
  ],
  [
    'an empty label beside a cell with a label of its own',
    `<table>${row('标题', '关于巡查的通知')}<tr><td rowspan="2">签发：<div></div></td><td>领导意见：<div></div></td></tr>${row('核稿：<div>已核。<br>钱一 2026-10-09</div>')}</table>`,
    { approver: '', reviewer: '钱一' },
  ],
  [
    'a sheet that nobody filled in',
    `<table>${['拟稿人', '机要室复核', '标题', '附件', '抄送单位', '发送单位'].map((label) => row(label, '&nbsp;')).join('')}</table>`,
    { drafter: '', reviewer: '', attachmentsNote: '', copyRecipients: '', mainRecipients: '' },
  ],
  [
    'a sheet that nobody filled in, two boxes a row',
    `<table>${row('拟稿人', '', '核稿人', '')}${row('标题', '', '机要室把关', '')}</table>`,
    { drafter: '', reviewer: '', title: '' },
  ],
  ['an empty box before a label whose word is not known', table(row('来文单位', '', '来文序次', '')), { issuer: '' }],
  [
    'an empty label before a printed word',
    '<div>校对：<span></span>印　份</div><div>拟稿人：周三</div>',
    { proofreader: '' },
  ],
  [
    'an empty label above the head of the document',
    '<h2>公文稿首页纸</h2><p>紧急程度：</p><p><b>青 禾 镇 人 民 政 府 文 件</b></p>',
    { urgency: '' },
  ],
  [
    'a label and its value in an element of their own',
    '<div><div>事由：</div><div>报送台账</div></div><p>其他</p>',
    { title: '报送台账' },
  ],
  [
    'an empty label above the frame that shows the text of the document',
    `${table()}<div><label>抄送：</label><div></div></div><iframe id="text" srcdoc="&lt;p&gt;各村：&lt;/p&gt;"></iframe>`,
    { copyRecipients: '' },
  ],
  [
    'a label above a frame to write in',
    `${table()}<div><label>抄送：</label><iframe srcdoc="&lt;body contenteditable=true&gt;各村&lt;/body&gt;"></iframe></div>`,
    { copyRecipients: '各村' },
  ],
  ['only a link to fetch the file', table(row('附件', '<a href="#">下载</a>')), { attachmentsNote: '?' }],
  [
    'a file that can be fetched',
    table(row('附件', '<a href="#">巡查表.docx</a> <a href="#">下载</a>')),
    { attachmentsNote: '巡查表.docx' },
  ],
  [
    'the box of a day shows what it holds, whatever the record tells',
    `${table(row('拟稿人', '周三', '拟稿日期', ''))}<table>${row('环节', '处理人', '意见', '时间')}${row('拟稿', '周三', '请审核', '2026-10-08 09:00')}</table>`,
    { draftedOn: '' },
  ],
  [
    'a number of the flow on a document of our own',
    table(row('拟稿人', '周三', '文件流水号', '12')),
    { receiptNumber: undefined },
  ],
  ['a number of the flow on an incoming one', table(row('来文单位', '县局', '流水号', '12')), { receiptNumber: '12' }],
  [
    'recipients under other words',
    table(row('主送人员', '各窗口'), row('抄送对象', '吴四')),
    { mainRecipients: '各窗口', copyRecipients: '吴四' },
  ],
  [
    'a history of versions with a head whose word is not known',
    `<h2>可行性报告</h2><table>${row('版本', '时间', '描述', '撰写', '校核', '批准')}${row('V1', '2024-03-05', '初稿', '周文', '郑强', '')}</table>`,
    { drafter: '周文', reviewer: '郑强', approver: '', version: 'V1' },
  ],
  [
    'things that are handed out are no signatures',
    `<table>${row('品名', '数量', '审核', '批准')}${row('纸', '2', '', '')}${row('笔', '3', '', '')}</table><p>拟稿人：周三</p>`,
    { reviewer: undefined, approver: undefined },
  ],
  [
    'a record without a column of steps',
    `${table(row('拟稿人', '周三'))}<table>${row('审批意见', '审批人', '审批时间')}${row('同意', '钱一', '2026-10-09 15:02')}${row('同意', '孙二', '2026-10-10 16:30')}</table>`,
    { approver: '孙二', approvedOn: '2026-10-10T16:30:00' },
  ],
  [
    'a record in sentences: who agreed last in a flow that is over approved it',
    sentences([
      '2026-10-08 19:34<b>周三</b>『提交』了此申请。审批意见：提交申请。',
      '2026-10-09 09:10<b>钱一</b>『审核通过』了此申请。审批意见：同意。',
      '2026-10-10 10:00<b>孙二</b>『审核通过』了此申请。审批意见：同意印发。',
    ]),
    { drafter: '周三', reviewer: '钱一', approver: '孙二', approvedOn: '2026-10-10T10:00:00' },
  ],
  [
    'several offices review, each in a box of its own: all of them, and the day of the last',
    table(
      row('处室委负责人核稿', '请办公室核。<br>钱一<br>2026-10-09 10:20'),
      row('办公室核稿', '已核。<br>吴四<br>2026-10-10 08:00'),
      row('领导审签', '拟同意。<br>郑五<br>2026-10-11 09:00'),
    ),
    { reviewer: '钱一,吴四,郑五', reviewedOn: '2026-10-11T09:00:00' },
  ],
  [
    'several people countersign in one box',
    table(row('会签', '已阅，同意。<br>吴四<br>2026-10-10 08:00<br>无意见。<br>郑五<br>2026-10-10 09:00')),
    { countersigner: '吴四,郑五' },
  ],
  [
    'the office that wrote it read it over once more: no reviewer',
    table(row('拟稿人', '周三', '主办科室校核人', '周三'), row('核稿人', '钱一')),
    { drafter: '周三', reviewer: '钱一', proofreader: '周三' },
  ],
  ['校核 by another office is a review', table(row('校核人', '钱一')), { reviewer: '钱一', proofreader: undefined }],
  [
    'the number of the register beside the number that the sender gave, and the day on which it came',
    `<p>来文日期：2026-10-08</p>${table(row('来文编号', '2026-117', '来文字号', '县政发〔2026〕4号'))}`,
    { receiptNumber: '2026-117', docNumber: '县政发〔2026〕4号', receivedOn: '2026-10-08' },
  ],
  [
    '来文编号 alone is the number that the sender gave',
    table(row('来文编号', '县政发〔2026〕4号', '来文机关', '县政府')),
    { receiptNumber: undefined, docNumber: '县政发〔2026〕4号' },
  ],
  [
    'links that fill the box beside them, and stars in brackets',
    table(
      row(
        '来文机关(*)',
        '<input value=""><a href="#">+选择</a>',
        '审批人员：(*)',
        '<input value=""><a href="#">选择人员</a>',
      ),
    ),
    { issuer: '', approver: '' },
  ],
  [
    'a link that is the value',
    table(row('来文机关（*）', '<a href="/u/7">县政务服务局</a>')),
    { issuer: '县政务服务局' },
  ],
  [
    'a list that is no record',
    sentences(['2026-10-08 办公室发布通知', '2026-10-09 中心开展培训']),
    { drafter: undefined, approver: undefined },
  ],
])('%s', async (_name, html, right) => {
  expect(await told(html, Object.keys(right))).toEqual(right);
});

it('reads a timeline of sentences with the time on a line of its own', async () => {
  const item = (time: string, text: string): string =>
    `<li class="ant-timeline-item"><p>${time}</p><p>${text}</p></li>`;
  const { fields, trail } = readPage(
    await snapshotOfFile(
      `${table(row('拟稿人', '周三'))}<ul class="ant-timeline">${item('2026-10-08 09:10', '周三发起申请 发文审批')}${item('2026-10-09 15:02', '钱一同意申请, 已核')}</ul>`,
    ),
  );
  expect(trail.map(({ actors, action, time }) => [actors.join(), action, time])).toEqual([
    ['周三', '发起', '2026-10-08T09:10:00'],
    ['钱一', '同意', '2026-10-09T15:02:00'],
  ]);
  // 发文审批 is the name of the flow: whoever began it approved nothing.
  expect(fields.find(({ role }) => role === 'approver')?.state).not.toBe('present');
});

it.each([
  '<ul class="el-upload-list"><li><a href="/f/1">计划表.docx</a><span>18 KB</span></li></ul>',
  '<p>附件：<a href="/f/1">计划表.docx</a>（18.5KB）</p>',
  '<p><a href="/f/1">计划表.docx</a><button>下载</button></p>',
  '<table><tr><td>附件</td><td><a href="/f/1">计划表.docx</a><a href="#">预览</a></td></tr></table>',
])('names the file whatever stands behind its name: %s', async (html) => {
  const { attachments } = readPage(await snapshotOfFile(`<!DOCTYPE html><body>${html}</body>`));
  expect(attachments.map(({ name }) => name)).toEqual(['计划表.docx']);
});

it.each([
  [
    'the link is beside the name',
    '<table><tr><td>甲.docx</td><td>18 KB</td><td><a href="/f/1">下载</a></td></tr><tr><td>乙.docx</td><td><a href="/f/2">下载</a></td></tr></table>',
    ['/f/1', '/f/2'],
  ],
  ['a script opens it', '<p>甲.docx <a href="javascript:;" data-download="/f/1">下载</a></p>', ['/f/1']],
  ['two names, one link', '<p>甲.docx 18 KB</p><p>乙.docx</p><a href="/f/1">下载</a>', ['', '']],
  ['two links, one name', '<p>甲.docx <a href="/f/1">预览</a><a href="/f/2">下载</a></p>', ['']],
  ['another host', '<p>甲.docx <a href="javascript:;" data-download="//evil.example/f">下载</a></p>', ['']],
])('finds where a file is to be had: %s', async (_name, html, expected) => {
  const { attachments } = readPage(await snapshotOfFile(`<!DOCTYPE html><body>${html}</body>`));
  expect(attachments.map(({ href }) => (href === undefined ? '' : new URL(href).pathname))).toEqual(expected);
});

it.each([
  ['buttons', '<td><button>查看</button><button>编辑</button></td>'],
  ['links without an address', '<td><a lay-event="detail">查看</a><a lay-event="del">删除</a></td>'],
])('a list filtered to one row whose row has %s is no document', async (_name, actions) => {
  const head = ['公文名称', '拟稿人', '审核人', '签发人', ''].map((word) => `<th>${word}</th>`).join('');
  const cells = ['关于开展窗口巡查的通知', '周三', '', ''].map((word) => `<td>${word}</td>`).join('');
  const html = `<table class="layui-table"><thead><tr>${head}</tr></thead><tbody><tr>${cells}${actions}</tr></tbody></table>`;
  const { isDocument } = readPage(await snapshotOfFile(`<!DOCTYPE html><body>${html}</body>`));
  expect(isDocument).toBe(false);
});

it.each([
  ['a link', '<a href="/flow/3">查看审批记录</a>', '流程记录要点“查看审批记录”才看得到，没有读。'],
  ['a button', '<button>流转记录</button>', '流程记录要点“流转记录”才看得到，没有读。'],
  ['a word that is no link', '<p>审批记录</p>', undefined],
  [
    'a link, and the record itself',
    `<a href="/flow/3">审批记录</a><table>${row('环节', '处理人', '意见', '时间')}${row('核稿', '钱一', '同意', '2026-10-09 10:20')}</table>`,
    undefined,
  ],
])('says that the record of the workflow is behind %s', async (_name, html, right) => {
  const { notes } = readPage(
    await snapshotOfFile(`<!DOCTYPE html><body>${table(row('拟稿人', '周三'))}${html}</body>`),
  );
  expect(notes.find(({ kind }) => kind === 'elsewhere')?.text).toBe(right);
});

it('knows a page on which a person chooses to agree for one that is being reviewed', async () => {
  const choice = (label: string): string =>
    row(
      label,
      '<label><input type="radio" name="k" checked>通过</label><label><input type="radio" name="k">退回</label>',
    );
  const stageOf = async (label: string): Promise<string> =>
    readPage(
      await snapshotOfFile(
        `<!DOCTYPE html><body>${table(row('拟稿人', '周三', '签发', ''), choice(label))}<button>提交审批</button></body>`,
      ),
    ).stage;
  expect(await stageOf('操作类型：')).toBe('review');
  expect(await stageOf('考核情况：')).toBe('drafting');
});

it('knows the same where the choices stand beside nothing that names them', async () => {
  const stageOf = async (lead: string, words: string): Promise<string> => {
    const radios = words.split(' ').map((word) => `<label><input type="radio" name="k">${word}</label>`);
    const page = `<!DOCTYPE html><body>${table(row('拟稿人', '周三', '签发', ''))}<div>${lead}${radios.join('')}</div><textarea></textarea><button>提交</button></body>`;
    return readPage(await snapshotOfFile(page)).stage;
  };
  expect(await stageOf('', '同意 不同意')).toBe('review');
  expect(await stageOf('考核情况：', '同意 不同意')).toBe('drafting');
  expect(await stageOf('', '公开 不公开')).toBe('drafting');
});

it.each([
  ['links that do something, side by side', '<a href="javascript:;">提交</a><a>回退</a><a>暂存待办</a>', 'review'],
  [
    'links in cells of a bar',
    `<table>${row('<a href="javascript:;">保存</a>', '', '<a href="/list">返回</a>')}</table><input>`,
    'drafting',
  ],
  ['links that only leave', '<a href="/list">返回</a><a href="/list">关闭</a><input>', 'unknown'],
  ['links of which one is no deed', '<a>回退</a><a>公文</a>', 'unknown'],
  ['links that lead elsewhere', '<a href="/a">提交</a><a href="/b">回退</a>', 'unknown'],
  ['links in a menu', '<nav><a>提交</a><a>回退</a></nav>', 'unknown'],
])('tells the stage by %s or does not', async (_name, links, stage) => {
  const page = `<!DOCTYPE html><body><div>${links}</div>${table(row('拟稿人', '周三', '签发', ''))}</body>`;
  expect(readPage(await snapshotOfFile(page)).stage).toBe(stage);
});
