import { fillSlots } from './text.ts';

/**
 * Every coded problem with the sentence that a clerk reads: what happened and what to do.
 * `{slots}` are filled by `problem`. Codes are stable: they stand in the JSON of the command line.
 */
export const PROBLEM_SENTENCES = {
  'file-missing': '找不到文件“{name}”。请核对路径。',
  'file-unreadable': '文件“{name}”打不开（{why}）。请确认文件没有被占用或损坏，再试一次。',
  'file-empty': '文件“{name}”是空的，没有内容可查。',
  'file-too-large': '文件“{name}”有 {size} MB，超过 {limit} MB 的上限，没有读。请拆分后再查。',
  'file-unknown': '不认识“{name}”这种文件，没有查。目前能查 {formats}。',
  'file-not-docx': '“{name}”不是有效的 Word 文档（.docx）。请用 WPS 或 Word 打开，另存为 .docx 后再查。',
  'file-no-sheets': '“{name}”不是表格。请选 .xlsx、.xls、.et 或 .csv；别的文件请先用 WPS 另存成表格。',
  'file-not-office': '“{name}”内部结构已损坏，读不了。请用 WPS 打开修复，另存后再查。',
  'file-not-xlsx': '“{name}”不是有效的表格文件（.xlsx）。请用 WPS 表格或 Excel 打开，另存为 .xlsx 后再查。',
  'file-encrypted': '“{name}”加了密码，读不了。请去掉密码另存一份再查。',
  'file-old-word': '“{name}”是 Word 95 或更早的格式，读不了。请用 WPS 或 Word 打开，另存为 .docx 后再查。',
  'file-not-word': '“{name}”不是有效的 Word 文件。请用 WPS 或 Word 打开，另存为 .docx 后再查。',
  'file-broken-mhtml': '“{name}”里没有找到网页，读不了。请在浏览器里打开原网页，重新保存后再查。',
  'file-saved-page': '保存的网页在这里读不了。请在浏览器里打开它，再点工具栏上的“对标”检查。',
  'file-not-text': '“{name}”里不是文字，或编码认不出。请用记事本或 WPS 打开，另存为 UTF-8 编码后再查。',
  'file-too-many-lines': '“{name}”超过 {limit} 行，没有读。请拆分后再查。',
  'file-too-many-columns': '“{name}”第 {row} 行超过 {limit} 列，没有读。请删去用不着的列后再查。',
  'file-too-many-cells': '“{name}”超过 {limit} 格，没有读。请拆分后再查。',
  'file-line-too-long': '“{name}”第 {row} 行有一段文字超过 {limit} 个字，没有读。请分成几行后再查。',
  'file-open-quote': '“{name}”第 {row} 行的双引号没有成对，读不了。请用 WPS 表格打开，另存为 .csv 后再查。',
  'file-external-entity': '“{name}”里有外部引用声明，正常的文件不会有，出于安全没有读。请用 WPS 重新另存。',
  'file-bomb': '“{name}”解压后大得不正常，出于安全没有读。请用 WPS 重新另存。',
  'file-too-much':
    '“{name}”里有超过 {limit} {what}，多得不正常，没有读。请拆分成几份，或用 WPS、浏览器重新另存后再查。',
  'file-too-slow': '“{name}”读了很久还没读完，已经停下，没有查。请拆分成几份，或用 WPS、浏览器重新另存后再查。',
  'file-stopped': '“{name}”停下了，没有查完。可以再点“检查”接着查。',
  'file-too-heavy': '“{name}”读起来要用的内存太多，已经停下，没有查。请拆分成几份，或用 WPS、浏览器重新另存后再查。',
  'file-number-too-long':
    '“{name}”里有一种自动编号超过 {limit} 个字，正常的文件不会有，没有读。请用 WPS 修改编号后再查。',
  'file-broken-xml': '“{name}”内部结构已损坏（{part}）。请用 WPS 打开修复后另存。',
  'file-too-deep': '“{name}”里一层套一层，深得不正常，出于安全没有读。请在浏览器里重新另存网页。',
  'file-not-ofd': '“{name}”不是有效的 OFD 文件。请用 WPS 或 OFD 阅读器打开，重新输出后再查。',
  'file-broken-ofd': '“{name}”内部结构已损坏，没有读。请用 WPS 或 OFD 阅读器打开，重新输出后再查。',
  'page-picture': '“{name}”第 {page} 页是图片，没有读到文字。请目视检查，或提供可编辑的文件。',
  'page-garbled': '“{name}”第 {page} 页的字体读出来是乱码，没有读。请目视检查，或提供可编辑的文件。',
  'page-turned': '“{name}”第 {page} 页的文字是横放的，没有读。请目视检查，或把页面转正、重新输出后再查。',
  'page-broken': '“{name}”第 {page} 页已损坏，没有读。请目视检查，或用 WPS 重新输出为 PDF 后再查。',
  'file-archive': '“{name}”是压缩包，里面可能有好几份文件，不能当一份文件查。请解压后分别检查。',
  'file-archive-other': '“{name}”是打不开的一种压缩包（.rar、.7z 等）。请解压后再查，或改用 .zip 压缩。',
  'file-broken-archive': '“{name}”不是有效的压缩包，或已损坏，打不开。请重新压缩或解压后再查。',
  'file-nested-archive': '“{name}”是压缩包里面的压缩包，没有打开。请解压后再查。',
  'file-not-pdf': '“{name}”不是有效的 PDF 文件。请用 WPS 打开，重新输出为 PDF 后再查。',
  'file-broken-pdf': '“{name}”内部结构已损坏，没有读。请用 WPS 打开，重新输出为 PDF 后再查。',
  'no-text': '“{name}”里没有可读的文字，可能整篇是扫描图片。请目视检查，或提供可编辑的文件。',
  'frame-unreadable': '页面里的一块内容没读到：{frame}（{why}）。',
  'embed-unreadable': '正文在{control}控件里，没读到。请另存成文件后检查。',
  'picture-unreadable': '正文是图片，没读到。请目视检查，或提供可编辑的文件。',
  'attachment-elsewhere': '“{name}”不在这个系统的地址上，不能代取。请先下载，再拖到这里检查。',
  'attachment-refused': '“{name}”没有取到（{why}）。请在页面上点开试试，或下载后拖到这里检查。',
  'attachment-slow': '“{name}”很久没有取完，已经停下。请下载后拖到这里检查。',
  'attachment-is-page': '“{name}”取到的是网页而不是文件，可能登录已过期。请重新登录，或下载后拖到这里检查。',
  'page-changed': '读的时候页面还在变，可能没读全。请等页面稳定后重新检查。',
  'page-too-large': '页面内容太多，只读了前面一部分。请打开具体的文件再检查。',
  'page-too-many-styles': '页面的样式太多，没有看全，平时看不见的内容可能也读进来了。请对照原页面核对。',
  'page-not-allowed': '浏览器不允许读这个页面（{why}）。请打开OA里的文件再点“对标”。',
  'page-gone': '页面已关闭或已跳转，检查没有完成。请重新检查。',
  'page-timeout': '页面很久没有答复，检查没有完成。请刷新页面后重新检查。',
  'page-answer-invalid': '这一页交来的内容不合规定（{why}），没有检查。请刷新页面后重新检查。',
  'message-invalid': '“对标”内部的一条消息不对（{path}：{why}），没有照办。请关掉这一页再打开；再出现请告诉管理员。',
  'background-stopped':
    '“对标”的后台没有答复，可能刚被浏览器停过。请再试一次；刚才在留存、自报或导出的，先到“证据”看最后一条，已经记上就不用再做。',
  'rule-failed': '规则“{rule}”运行出错，其他规则照常检查。',
  'unit-invalid': '单位资料里有 {count} 处不对，没有导入，原来的资料没有变。请改好后再导入一次：\n{list}',
  'unit-no-tables':
    '“{name}”里没有认出单位资料的表，没有读。表头里要有“事项名称”“标准编号”“姓名”这样的栏名；模板用 duibiao unit template 写出。',
  'unit-by-policy': '单位资料由管理员统一下发，不能在这里改。要改请找管理员。',
  'unit-not-json': '“{name}”不是有效的 JSON 文件：{where}。资料没有导入，原来的资料没有变。',
  'rules-not-json': '“{name}”不是有效的 JSON 文件：{where}。规则没有导入，原来的规则没有变。',
  'rules-invalid': '“{name}”里有 {count} 处不对，没有导入，原来的规则没有变。请改好后再导入一次：\n{list}',
  'rules-too-many': '本单位的规则包已有 {limit} 个，没有导入。请先移除不用的。',
  'mapping-not-json': '“{name}”不是有效的 JSON 文件：{where}。没有导入，原来教过的没有变。',
  'mapping-invalid': '“{name}”里有 {count} 处不对，没有导入，原来教过的没有变。请改好后再导入一次：\n{list}',
  'mappings-too-many': '教过的表单已有 {limit} 个，没有存下。请先在工作台“教过的表单”里移除不用的。',
  'teach-classified': '这一页有密级标志，不能教，也不能导出页面结构。',
  'teach-nothing': '这里没有可以教的栏目或内容。请点栏目名，或点栏目里的内容。',
  'verdicts-not-json': '“{name}”不是有效的 JSON 文件：{where}。里面的处理意见没有采用。',
  'verdicts-invalid': '“{name}”里有 {count} 处不对，里面的处理意见没有采用。请改好后再用：\n{list}',
  'catalogue-invalid': '标准目录里“{path}”这一项不对：{why}。目录没有换，仍用原来的。',
  'catalogue-no-rows': '“{name}”里没有读到标准：要有“标准号”和“标准名称”两栏。目录没有换，仍用原来的。',
  'catalogue-too-many': '最多存 {limit} 份标准目录、共 {rows} 条。请先移除不用的，再导入。',
  'catalogue-too-long':
    '一份标准目录最多 {limit} 条，这份有 {rows} 条，没有读。请拆成几份再导入。目录没有换，仍用原来的。',
  'catalogue-not-kept': '标准目录没有存好：{why}。原来的目录没有变，请再试一次。',
  'catalogue-newer':
    '这份标准目录是更新的格式（{schema}），这个版本的“对标”还读不了，请先更新“对标”。目录没有换，仍用原来的。',
  'ledger-storage-full': '电脑上的存储空间不够，这一条没有留存。请导出备份、清理磁盘后再试。',
  'ledger-storage-failed': '证据库暂时写不进去（{why}），这一条没有留存。请关闭其他“对标”页面后再试。',
  'ledger-too-large': '要留存的内容有 {size} MB，超过 {limit} MB 的上限，没有留存。请压缩或拆分后再试。',
  'ledger-classified': '文件上有“{mark}”标志。按规定不保存任何内容，只记下停止了这一次。',
  'ledger-asks-first': '这份文件的密级要您先看过，没有留存。请在面板上确认可以留存后再试。',
  'decision-no-finding': '这一条已经不在检查结果里，没有记下。请重新检查后再看。',
  'decision-no-reason': '“不适用”要写一句原因，没有记下。请写上再试。',
  'decision-past': '“待办”的日期已经过了，没有记下。请换一个以后的日期，或留空。',
  'entered-no-title': '还没有写明这是什么，没有留存。请写上名称再试。',
  'entered-day': '“{day}”不是真实的日期，或还没有到，没有留存。请照原件上写的填；原件没有写就留空。',
  'record-type': '这个版本不认识“{type}”这种台账记录，没有留存。请更新“对标”后再试。',
  'record-empty': '还什么都没有填，没有留存。请至少填一栏。',
  'record-not-a-day': '“{box}”里的“{text}”不是完整的日期，没有留存。请写成 2026-03-12 这样，年月日都要有。',
  'record-not-a-number': '“{box}”里的“{text}”不是数字，没有留存。请只写数字。',
  'record-heads': '“{name}”里没有找到{type}的表头，没有导入。请用“下载模板”里的表填写，不要改表头。',
  'record-rows': '表里超过 {most} 行，没有导入。请分成几份。',
  'record-link': '第{row}行要接的第{sequence}号不是能接的记录，没有导入。请核对序号。',
  'record-too-long': '“{box}”里的内容太长，没有留存。请写得短一些，全文放在附件里。',
  'entered-valid-to': '有效期“{day}”不是真实的日期，或者早于事实日期，没有留存。请照原件上写的填；原件没有写就留空。',
  'entered-photo': '这张照片打不开，没有用它。请换一张 .jpg 或 .png 的照片，或者不附照片。',
  'entered-no-address': '网址不对，没有留存。请从浏览器的地址栏复制，以 http:// 或 https:// 开头。',
  'entered-no-place': '还没有写明纸质材料放在哪里，没有留存。柜、盒、存根号请至少写一样，以后才找得到。',
  'ledger-sample': '第 {sequence} 号是从演示文件留存的示例，不能归入指标。可以撤回它，或给它加备注。',
  'ledger-no-entry': '证据库里没有第 {sequence} 号，没有记下。请返回列表再看。',
  'ledger-not-evidence': '第 {sequence} 号不是证据，不能这样改。可以给它加备注。',
  'ledger-not-redactable': '第 {sequence} 号不能隐去：链条、自评或别的记录要靠它。',
  'ledger-redacted': '第 {sequence} 号没有可以隐去的内容了：已经隐去过，或不在这台电脑上。',
  'ledger-nothing': '还没有检查结果，没有可留存的内容。请先检查这一页。',
  'ledger-restoring':
    '从证据包恢复还没有做完，所以这一条没有留存。请打开工作台的“备份与恢复”，等它做完，或选同一个证据包接着做。',
  'bundle-invalid': '“{name}”不是证据包，或已损坏：{why}。请选“对标”导出的证据包；坏了的，换一份备份再试。',
  'bundle-newer': '这个证据包是更新的版本（{version}）做的，这里读不了。请升级“对标”后再试。',
  'merge-faulty': '没有合并：“{name}”核对没有通过。{why} 请向那个窗口重新要一份，这一份也请留好。',
  'merge-stopped': '没有合并：“{name}”{why}。请把文件放好，再选一次。',
  'restore-refused': '没有恢复，证据库没有变：{why}。',
  'restore-stopped': '恢复没有做完：{why}。已经写下的不会丢，也不会重复：处理好后再选同一个证据包，会接着做。',
  'ledger-newer': '证据库由更新版本的“对标”建立，这个旧版本只能看、不能写，这一条没有留存。请升级“对标”后再试。',
  'backup-failed': '备份没有写成（{why}）。证据还在这台电脑上，没有变。请看看备份文件夹，或换一个再试。',
  'backup-not-allowed': '还没有备份文件夹，或浏览器要您再点一次头。请打开工作台的“备份与恢复”。',
  'rehearsal-failed': '演练没有成功：{why}。证据库没有变。请另做一份备份再演练，这一份也请留好。',
  'export-failed': '导出没有成功（{why}）。数据没有变，请再试一次。',
  'too-many-addresses': '关闭的地址太多了。请在“设置”里收回几个不用的，再关这一个。',
  'permission-refused': '没有得到这个地址的许可，不会自动检查。仍可点工具栏按钮随时检查。',
  internal: '“对标”内部出错。OA不受影响，请重新检查；再出现请告诉管理员。',
} as const satisfies Record<string, string>;

export type ProblemCode = keyof typeof PROBLEM_SENTENCES;

/** A failure that a person is told about: a stable code and the sentence. */
export interface Problem {
  code: ProblemCode;
  message: string;
}

/** Builds a problem; every slot of its sentence has to be given. */
export function problem(code: ProblemCode, slots: Readonly<Record<string, string | number>> = {}): Problem {
  return { code, message: fillSlots(PROBLEM_SENTENCES[code], slots) };
}

/** Thrown inside a room and turned into a `Problem` at its border. */
export class ProblemError extends Error {
  readonly problem: Problem;
  /** From a code and the slots of its sentence, or from a problem that another thread reported. */
  constructor(what: ProblemCode | Problem, slots: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    const made = typeof what === 'string' ? problem(what, slots) : what;
    super(`${made.code}: ${made.message}`, cause === undefined ? undefined : { cause });
    this.name = 'ProblemError';
    this.problem = made;
  }
}

/** The problem inside an error; anything not foreseen is `internal`, and its own words are for the console only. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  console.error(error);
  return problem('internal');
}
