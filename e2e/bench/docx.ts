import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { readContent } from '../../core/files/docx/content.ts';
import { readDocument } from '../../core/files/read.ts';
import { paragraph, run, wordFile } from '../../core/files/testing.ts';
import { atMost, type BenchRow, median } from './row.ts';

/** Bytes of document.xml, before it is zipped. */
const SIZE = 10_000_000;
const ROUNDS = 10;
const WARM_UP = 3;
const MAIN_PART = 'word/document.xml';

const SENTENCES = [
  '窗口人员应一次性告知申请人所需的全部材料，材料不齐的，当场出具补正告知单并登记。',
  '服务大厅内应设置咨询台、等候区和自助服务区，物品摆放整齐，标识清楚，通道畅通。',
  '办结后应当及时通知申请人领取结果，领取时签字；逾期未办结的，由窗口负责人说明原因。',
];
/** Every tenth paragraph: dates, numbers, a designation. */
const WITH_DIGITS =
  '自2022年10月1日起，按照 GB/T 32169.1—2015 的规定，承诺时限由20个工作日压缩为15个工作日，联系电话 0572-1234567。';

const FONT = '<w:rFonts w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/>';
const INDENT = '<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/>';

/** As Word writes it: a paragraph's text stands in runs, each with its font. A small table after every two hundred. */
function piece(index: number): string {
  if (index % 200 === 199) {
    const row = ['序号', '事项', '承诺时限'].map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('');
    return `<w:tbl>${`<w:tr>${row}</w:tr>`.repeat(5)}</w:tbl>`;
  }
  const text = index % 10 === 0 ? WITH_DIGITS : (SENTENCES[index % SENTENCES.length] ?? '');
  const middle = text.length >> 1;
  const runs = [text.slice(0, middle), text.slice(middle)].map((half) => run(half, FONT)).join('');
  return `<w:p><w:pPr>${INDENT}</w:pPr>${runs}</w:p>`;
}

function longDocument(): { bytes: Uint8Array; count: number } {
  const pieces: string[] = [];
  for (let size = 0; size < SIZE; size += Buffer.byteLength(pieces.at(-1) ?? '')) pieces.push(piece(pieces.length));
  return { bytes: wordFile({ body: pieces.join('') }), count: pieces.length };
}

/** The same bytes unzipped and gone through once by the parser alone. Gives how many elements there are. */
function inflateAndParse(bytes: Uint8Array): number {
  const files = unzipSync(bytes, { filter: ({ name }) => name === MAIN_PART });
  let elements = 0;
  let letters = 0;
  const parser = new SaxesParser({ position: false, xmlns: false });
  parser.on('opentag', () => {
    elements += 1;
  });
  parser.on('text', (text) => {
    letters += text.length;
  });
  parser.write(new TextDecoder().decode(files[MAIN_PART])).close();
  return letters > 0 ? elements : 0;
}

/** A Word file of 10 MB of XML: to content with its places, and to the whole model, each beside what no reader can do without. */
export async function docxBench(): Promise<BenchRow[]> {
  const { bytes, count } = longDocument();
  const file = { name: 'a.docx', sha256: 'a'.repeat(64) };
  const times = { reference: [] as number[], content: [] as number[], model: [] as number[] };
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const start = performance.now();
    const elements = inflateAndParse(bytes);
    const parsed = performance.now();
    const content = readContent(bytes, file);
    const located = performance.now();
    const model = await readDocument(file.name, bytes, { uri: file.name, sha256: file.sha256 });
    const end = performance.now();
    if (elements < count || content.blocks.length !== count || model.blocks.length !== count)
      throw new Error(`not all was read: ${elements}, ${content.blocks.length}, ${model.blocks.length} of ${count}`);
    if (round < WARM_UP) continue;
    times.reference.push(parsed - start);
    times.content.push(located - parsed);
    times.model.push(end - located);
  }
  const reference = `inflate and one SAX pass of the same bytes (${count} paragraphs and tables)`;
  const row = (id: string, limit: number, values: readonly number[]): BenchRow =>
    atMost(limit, {
      id,
      value: median(values),
      unit: 'ms',
      reference,
      referenceValue: median(times.reference),
    });
  return [row('docx-10mb-content', 2, times.content), row('docx-10mb-model', 4, times.model)];
}
