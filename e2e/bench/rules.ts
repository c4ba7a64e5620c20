import type { Block } from '../../core/base/block.ts';
import { checkDocument } from '../../core/check/check.ts';
import { assemble } from '../../core/document/assemble.ts';
import type { DocumentModel } from '../../core/document/model.ts';
import { RULES } from '../../core/rules/index.ts';
import { BUILT_IN_CATALOGUE } from '../../core/standards/pack.ts';
import { atMost, type BenchRow, median } from './row.ts';

const BLOCKS = 500;
const ROUNDS = 60;
const WARM_UP = 200;

const OPENING = [
  'Q/YTBM TG 012—2022',
  '# 便民服务大厅服务规范',
  '2022-09-20 发布　2022-10-01 实施',
  '编制：王芳　审核：李明　批准：赵国强',
  '# 1 范围',
  '本文件规定了便民服务大厅的服务要求。',
  '# 2 规范性引用文件',
  '下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。',
  'GB/T 32169.1—2015 政务服务中心运行规范　第1部分：基本要求',
  '# 3 术语和定义',
  '下列术语和定义适用于本文件。',
];

const SENTENCES = [
  '窗口人员应一次性告知申请人所需的全部材料，材料不齐的，当场出具补正告知单并登记。',
  '服务大厅内应设置咨询台、等候区和自助服务区，物品摆放整齐，标识清楚，通道畅通。',
  '受理时应核对申请人的身份证明，按照 GB/T 32169.1—2015 的规定登记受理时间和承诺办结时间。',
  '办结后应在2个工作日内通知申请人领取结果，领取时签字；逾期未办结的，由窗口负责人说明原因。',
];

/** A standard of 500 blocks, of ordinary sentences. */
function standardText(): DocumentModel {
  const clauses = Array.from({ length: BLOCKS - OPENING.length }, (_, index) => {
    const chapter = 4 + Math.floor(index / 25);
    return index % 25 === 0
      ? `# ${chapter} 服务要求`
      : `${chapter}.${index % 25} ${SENTENCES[index % SENTENCES.length]}`;
  });
  const blocks = [...OPENING, ...clauses].map((line, index): Block => {
    const source = { from: 'file', name: 'a.docx', sha256: 'a'.repeat(64), place: { paragraph: index + 1 } } as const;
    const heading = line.startsWith('# ');
    const text = heading ? line.slice(2) : line;
    return { kind: heading ? 'heading' : 'paragraph', text, region: 'body', source, ...(heading ? { level: 1 } : {}) };
  });
  return assemble({
    uri: 'a.docx',
    sha256: 'a'.repeat(64),
    from: 'file',
    reader: { id: 'docx', name: 'Word' },
    title: '',
    pairs: [],
    blocks,
  });
}

/** All rules on one model of 500 blocks, beside one JSON.parse of the same model, in turn. */
export async function rulesBench(): Promise<BenchRow[]> {
  const model = standardText();
  const text = JSON.stringify(model);
  const ours: number[] = [];
  const parse: number[] = [];
  let seen = 0;
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    // Another document each time: what was answered of one is kept with it.
    const next = { ...model };
    const start = performance.now();
    seen += checkDocument(next, { today: '2026-11-23', catalogue: BUILT_IN_CATALOGUE }).findings.length;
    const middle = performance.now();
    seen += Object.keys(JSON.parse(text)).length;
    const end = performance.now();
    if (round < WARM_UP) continue;
    ours.push(middle - start);
    parse.push(end - middle);
  }
  if (seen < (WARM_UP + ROUNDS) * RULES.length) throw new Error('the rules did not all run');
  return [
    atMost(3, {
      id: 'rules-all',
      value: median(ours),
      unit: 'ms',
      reference: `JSON.parse of the model (${model.blocks.length} blocks)`,
      referenceValue: median(parse),
    }),
  ];
}
