import { paragraphs, pdfFile, table } from '../../core/files/pdf/testing.ts';
import { readDocument } from '../../core/files/read.ts';
import { atMost, type BenchRow, median } from './row.ts';

const PAGES = 300;
const ROUNDS = 10;
const WARM_UP = 3;
/** Every tenth page has a table. */
const TABLE_EVERY = 10;

const SENTENCES = [
  '窗口人员应一次性告知申请人所需的全部材料，材料不齐的，当场出具补正告知单并登记，不得以任何理由推诿。',
  '服务大厅内应设置咨询台、等候区和自助服务区，物品摆放整齐，标识清楚，通道畅通，并有专人维护。',
  '自2022年10月1日起，按照GB/T 32169.1—2015的规定，承诺时限由20个工作日压缩为15个工作日，联系电话0572-1234567。',
];

function longPdf(): Uint8Array {
  const pages = Array.from({ length: PAGES }, (_, page) => {
    const hasTable = page % TABLE_EVERY === TABLE_EVERY - 1;
    const texts = Array.from(
      { length: hasTable ? 5 : 9 },
      (_, index) => SENTENCES[(page + index) % SENTENCES.length] ?? '',
    );
    const rows = Array.from({ length: 8 }, (_, row) =>
      row === 0 ? ['序号', '事项', '时限'] : [`${row}`, '受理', '15日'],
    );
    return paragraphs(texts) + (hasTable ? table(80, 320, [80, 250, 100], rows) : '');
  });
  return pdfFile({ pages, packed: true });
}

/** The text of all pages, as the library gives it, nothing done with it. Gives how many pieces there are. */
async function plainText(bytes: Uint8Array): Promise<number> {
  await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.min.mjs');
  const task = getDocument({
    data: Uint8Array.from(bytes),
    cMapUrl: new URL('../../node_modules/pdfjs-dist/cmaps/', import.meta.url).pathname,
    useSystemFonts: false,
    useWasm: false,
    verbosity: 0,
  });
  const document = await task.promise;
  let pieces = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    pieces += (await page.getTextContent()).items.length;
    page.cleanup();
  }
  await task.destroy();
  return pieces;
}

/** A PDF of 300 pages to the whole model, beside the text that no reader can do without. */
export async function pdfBench(): Promise<BenchRow[]> {
  const bytes = longPdf();
  const times = { reference: [] as number[], model: [] as number[] };
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const start = performance.now();
    const pieces = await plainText(bytes);
    const read = performance.now();
    const model = await readDocument('a.pdf', bytes, { uri: 'a.pdf', sha256: 'a'.repeat(64) });
    const end = performance.now();
    const tables = model.blocks.filter(({ kind }) => kind === 'table').length;
    if (pieces < PAGES * 10 || tables !== PAGES / TABLE_EVERY || model.blocks.length < PAGES * 8)
      throw new Error(`not all was read: ${pieces} pieces, ${tables} tables, ${model.blocks.length} blocks`);
    if (round < WARM_UP) continue;
    times.reference.push(read - start);
    times.model.push(end - read);
  }
  return [
    atMost(1.3, {
      id: 'pdf-300p',
      value: median(times.model),
      unit: 'ms',
      reference: `the library's text of the same ${PAGES} pages`,
      referenceValue: median(times.reference),
    }),
  ];
}
