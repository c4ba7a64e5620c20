/** Every Chinese word that the command line itself writes. Sentences of rules and problems come from their own tables. */

/** The explanation: of the whole, and of one command. Each command has its lines of use, its options and examples. */
export const HELP = {
  product: '对标 duibiao：检查公文、内部标准、办事指南和记录，只读不改，不联网。',
  usage: '用法：duibiao <命令> [参数]',
  more: 'duibiao help <命令> 说明一个命令；duibiao --version 显示版本。',
  formats: '能查的文件：{read}。\n认得出、要先另存再查的：{refused}。',
  optionsOf: '{command} 的选项：',
  common: '每个命令都能用的选项：',
  commonOptions: [
    ['--format <格式>', 'pretty（默认）或 json；check 的见上'],
    ['--out <文件>', '结果写进文件，不写到屏幕'],
    ['--catalogue <文件>', '用另一份标准目录（JSON、xlsx、xls、csv）'],
    ['--today <日期>', '把这一天当作今天，写法 2026-11-23'],
    ['--help', '显示说明'],
  ],
  examples: '例如：',
  exit: '退出码：{codes}',
} as const;

/** What the help says of one command. Rows are: how it is written, what it does. */
export interface CommandHelp {
  usage: readonly (readonly [string, string])[];
  options: readonly (readonly [string, string])[];
  examples: readonly string[];
  exit: string;
}

const EXIT_PLAIN = '0 做完了；2 用法不对，或文件不能读。';

/** In the order of the whole help; the names are those of the table of commands. */
export const COMMAND_HELP = {
  check: {
    usage: [['check <文件、文件夹或通配符…>', '检查文件']],
    options: [
      ['--format <格式>', '{formats}；xlsx 要用 --out'],
      ['--unit <文件>', '单位资料（JSON）'],
      ['--stage <环节>', '文件所处环节：{stages}'],
      ['--rule <编号=级别>', '改一条规则的级别：off、info、warning、error；可写多次'],
      ['--fail-on <级别>', 'error（默认）、warning 或 never：有这一级及以上的问题时退出码为 1'],
      ['--jobs <个数>', '同时检查几份，默认 1'],
      ['--all', '通过的和不适用的也列出来'],
      ['--config <文件>', '设置文件；不写就找当前文件夹及以上的 duibiao.config.json'],
      ['--ignore <写法>', '不查的文件或文件夹，如 "归档" 或 "发文/旧/**"；可写多次'],
      ['--pack <文件>', '本单位自己的规则（JSON）；可写多次'],
      ['--mapping <文件>', '教过的 OA 表单（JSON），读保存下来的网页时用；可写多次'],
      ['--verdicts <文件>', '处理意见：已改、不适用、误报、待办（JSON）；不适用和误报的不再算'],
      ['--baseline <文件>', '基线：里面记下的问题算已知，不影响退出码'],
      ['--write-baseline <文件>', '把这次的问题写成基线'],
      ['--cache <文件夹>', '没有变的文件用以前的结果；只存遮住个人信息的结果，所以要用 --out 或能转交的格式'],
      ['--watch', '一直看着，文件变了就再查；按 Ctrl-C 结束'],
    ],
    examples: [
      'duibiao check 发文/ --unit 单位.json',
      'duibiao check "**/*.docx" --format json --out 结果.json',
      'duibiao check 共享盘/ --jobs 2 --cache 缓存/ --format html --out 报告.html',
    ],
    exit: '0 没有达到级别的问题（已知的不算）；1 有；2 用法不对，或没有一份能读。',
  },
  standards: {
    usage: [
      ['standards status <文件或标准号…>', '标准在某一天的状态'],
      ['standards search <词>', '按编号、名称或拼音首字母查标准，错一个字也能找到'],
      ['standards import <文件>', '核对一份标准目录（JSON、xlsx、xls、csv）；加 --out 把能用的写成新目录'],
      ['standards changes <新目录> [文件或文件夹…]', '新目录变了什么，涉及哪些文件、事项和标准明细表'],
    ],
    options: [['--unit <文件>', 'changes、search 用：单位资料（JSON）']],
    examples: [
      'duibiao standards status GB/T 1.1—2020 --today 2026-01-01',
      'duibiao standards search 便民服务',
      'duibiao standards changes 新目录.json 内部标准/甲.docx --unit 单位.json --format xlsx --out 要做的事.xlsx',
    ],
    exit: '0 做完了；1 有不收的条目（import）或有要做的事（changes）；2 用法不对，或文件不能读。',
  },
  rules: {
    usage: [['rules [规则编号]', '列出规则，或说明一条规则']],
    options: [],
    examples: ['duibiao rules approver-required'],
    exit: EXIT_PLAIN,
  },
  unit: {
    usage: [
      ['unit import <文件>', '核对单位资料（JSON），或把表格（.xlsx .xls .et .csv）读成单位资料'],
      ['unit template --out <文件.xlsx>', '写出填单位资料的表格'],
      ['unit changes <单位资料> <新清单>', '新的事项清单变了什么，要做哪些事'],
      [
        'unit structure <单位资料> [--out <文件>]',
        '标准体系：有多少标准、哪里对不上；写成 .xlsx（三张表）或 .svg（体系图）',
      ],
    ],
    options: [],
    examples: [
      'duibiao unit import 单位.json',
      'duibiao unit import 事项清单.xlsx --format json --out 单位.json',
      'duibiao unit changes 单位.json 新的事项清单.xlsx --format xlsx --out 变更清单.xlsx',
      'duibiao unit structure 单位.json --out 体系图.svg',
    ],
    exit: '0 做完了；1 有要做的事（changes）；2 用法不对，或文件不能读。',
  },
  ledger: {
    usage: [
      ['ledger verify <文件>', '核对证据包'],
      ['ledger merge <文件…> --out <文件>', '把几个窗口的证据包合成一个'],
    ],
    options: [
      [
        '--witness <指纹>',
        '留在外面的末条指纹（打印签字的表上的），核对它在不在包里；合并时可写多次，也可写成 条数:指纹',
      ],
      ['--accept', '合并时：比以前少、对不上签字表的，问清楚了，照样合并'],
    ],
    examples: ['duibiao ledger verify 证据包.zip', 'duibiao ledger merge 窗口1.zip 窗口2.zip --out 合并.zip'],
    exit: '0 没有发现改动，或合并好了；1 发现了，没有合并；2 用法不对，或文件不能读。',
  },
} as const satisfies Readonly<Record<string, CommandHelp>>;

/** Wrong use: each a sentence that says what to write instead. */
export const USAGE = {
  'no-command': '没有写命令。可用的命令：{commands}。用 --help 看说明。',
  'unknown-command': '没有“{command}”这个命令。可用的命令：{commands}。用 --help 看说明。',
  'unknown-help': '没有“{command}”这个命令，没法说明。可用的命令：{commands}。',
  'too-many-words': '{command} 后面多写了“{more}”。用 --help 看说明。',
  'unknown-subcommand': '{command} 后面要写 {commands}。用 --help 看说明。',
  'unknown-option': '没有“{option}”这个选项，或这个命令用不上它。用 --help 看说明。',
  'option-value': '选项“{option}”后面要写一个值。',
  'no-value': '选项“{option}”后面不用写值。',
  'bad-choice': '{option} 只能是 {choices}，不能是“{value}”。',
  'bad-today': '--today 要写成 2026-11-23 这样的真实日期，不能是“{value}”。',
  'bad-jobs': '--jobs 要写 1 到 {most} 的整数，不能是“{value}”。',
  'bad-rule': '--rule 要写成 规则编号=级别，级别是 {choices}；不能是“{value}”。',
  'unknown-rule': '没有“{rule}”这条规则。用 duibiao rules 列出全部规则。',
  'no-files': 'check 后面要写文件、文件夹或通配符。',
  'one-file': '{command} 后面要写一个文件。',
  'no-bundles': '{command} 后面要写证据包文件。',
  'merge-needs-out': 'ledger merge 要用 --out 写明合并后的文件名。',
  'bad-witness': '--witness 要写成指纹（64 位），或 条数:指纹，不能是“{value}”。',
  'no-words': '{command} 后面要写要查的内容。',
  'no-pack': '{command} 后面要写新的标准目录文件。',
  'only-for-changes': '{format} 只用于 {command}。',
  'two-profiles': '{command} 后面要写原来的单位资料和新的事项清单。',
  'no-designation': '“{text}”里没有认出标准号。写法如：GB/T 1.1—2020。',
  'needs-out': '{format} 格式不能写到屏幕，请用 --out 写明文件名。',
  'watch-folders': '--watch 的结果只写到屏幕：不能和 --out、--write-baseline 一起用。',
  'config-not-json': '“{file}”不是有效的 JSON 文件。',
  'config-invalid': '“{file}”里有 {count} 处不对，没有检查：\n{list}',
  'baseline-invalid': '“{file}”不是基线文件（{at}：{why}）。用 --write-baseline 重新写一份。',
  'later-command': '“{command}”现在还不能用。可用的命令：{commands}。',
} as const;

export const WORDS = {
  row: '第{serial}行',
  written: '结果已写入 {file}。',
  progress: '正在检查 {done}/{total}',
  readingRows: '正在读目录 {percent}%',
  readingFiles: '正在读文件 {done}/{total}',
  comparing: '正在比较 {percent}%',
  baselineWritten: '基线已写入 {file}，记下 {count} 处。',
  watching: '正在看着，文件变了就再查。按 Ctrl-C 结束。',
  status: '{designation}《{title}》 {status}（{on}）',
  statusUntitled: '{designation} {status}（{on}）',
  replacedBy: '现在用：{list}',
  successor: '{designation}《{title}》',
  successorUnverified: '{designation}《{title}》（没有向公开来源核实过）',
  unverified: '这一条没有向公开来源核实过，仅供参考',
  source: '来源：{source}',
  noCitations: '没有读到标准号。',
  place: '存放：{place}',
  noMatches: '目录里没有找到“{words}”。',
  unitUnknown: '{table}：不认识的栏没有读：{heads}。',
  unitClaim: '标准汇总表（{sheet}）：{agreed} 个数和明细表一样，{differing} 个不一样。',
  unitOthers: '不是单位资料的工作表，没有读：{sheets}。',
  unitGood: '单位资料没有问题：{name}。人员 {people} 人，事项 {services} 项，标准 {standards} 条，窗口 {windows} 个。',
  unitChanges: '和原来的单位资料相比，事项有{count}处不同：',
  unitNoChanges: '和原来的单位资料相比，事项没有不同。',
  unitWork: '要做的有{count}件：',
  unitTask: '{place}“{name}”：{message}',
  ruleSeverity: '级别',
  ruleKinds: '查哪类文件',
  ruleBasis: '依据',
  ruleIndicators: '对应评估指标',
  ruleActor: '谁来改',
  ruleReasons: '会怎么说',
  none: '无',
  mergeFaulty: '没有合并：“{name}”不对。{message}',
  mergeAsks: '没有合并：上面有要先问清楚的。问清楚了要照样合并，加上 --accept。',
  sm3Right: '国密 SM3 核对通过：{checked} 个核对点的 SM3 都对得上。',
  sm3Wrong: '国密 SM3 对不上：第 {wrongAt} 号核对点。',
  merged: '合并好了，写入 {file}，共 {entries} 条。原来的证据包请都留着。',
} as const;

/** Why a file could not be opened or understood; fills the slot of a problem's sentence. */
export const READ_FAULTS = {
  forbidden: '没有读取的权限',
  other: '不是普通文件，或读取出错',
  notJson: '不是有效的 JSON',
} as const;

/** What is advised about a reference, where it is not simply to be kept. */
export const ADVICE_WORDS = {
  undate: '可以改：{message}',
  look: '要人看：{message}',
} as const;
