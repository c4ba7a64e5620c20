import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { ofdFile, textAt, writtenPages } from '../../core/files/ofd/testing.ts';
import { readDocument } from '../../core/files/read.ts';
import { atMost, type BenchRow, median } from './row.ts';

const PAGES = 300;
const ROUNDS = 10;
const WARM_UP = 3;

const SENTENCES = [
  '窗口人员应一次性告知申请人所需的全部材料，材料不齐的，当场出具补正告知单并登记，不得让群众为同一件事多跑一趟。',
  '服务大厅内应设置咨询台、等候区和自助服务区，物品摆放整齐，标识清楚，通道畅通，有专人每天巡查并做好记录。',
  '办结后应当及时通知申请人领取结果，领取时签字；逾期未办结的，由窗口负责人当面说明原因，并告知新的办结时间。',
  '自2022年10月1日起，按照 GB/T 32169.1—2015 的规定，承诺时限由20个工作日压缩为15个工作日，联系电话 0572-1234567。',
];

/** As long documents are drawn: 22 lines a page, a head from a template, a number below. */
function longDocument(): Uint8Array {
  const pages = writtenPages(
    Array.from({ length: PAGES * 11 }, (_, index) => SENTENCES[index % SENTENCES.length] ?? ''),
  );
  return ofdFile({
    pages: pages.slice(0, PAGES).map(asProgramsWrite),
    template: textAt('窗口服务规范', 90, 25, 4.2),
  });
}

/**
 * Text objects with what programs write into them beside the text. Counted in 67 files of several programs: every second one has
 * its colour, every third one the numbers of its glyphs, and two of three have each distance written by itself.
 */
function asProgramsWrite(page: string): string {
  let index = 0;
  return page.replace(
    /(<ofd:TextCode X="0" Y="[^"]*")( DeltaX="[^"]*")?>([^<]*)/g,
    (_, start: string, runs: string | undefined, text: string) => {
      index += 1;
      const colour = index % 2 === 0 ? '<ofd:FillColor Value="0 0 0"/>' : '';
      const numbers = Array.from(text, (letter) => letter.charCodeAt(0) % 7000).join(' ');
      const count = Array.from(text).length;
      const glyphs =
        index % 3 === 0
          ? `<ofd:CGTransform CodePosition="0" CodeCount="${count}" GlyphCount="${count}"><ofd:Glyphs>${numbers}</ofd:Glyphs></ofd:CGTransform>`
          : '';
      const distances =
        runs === undefined || index % 3 === 1
          ? (runs ?? '')
          : runs.replace(/g (\d+) ([\d.]+)/g, (_run, times: string, value: string) =>
              Array(Number(times)).fill(value).join(' '),
            );
      return `${colour}${glyphs}${start}${distances}>${text}`;
    },
  );
}

/** The same bytes unzipped and gone through once by the parser alone. Gives how many text objects there are. */
function inflateAndParse(bytes: Uint8Array): number {
  let objects = 0;
  let letters = 0;
  for (const content of Object.values(unzipSync(bytes))) {
    const parser = new SaxesParser({ position: false, xmlns: false });
    parser.on('opentag', ({ name }) => {
      if (name === 'ofd:TextObject') objects += 1;
    });
    parser.on('text', (text) => {
      letters += text.length;
    });
    parser.write(new TextDecoder().decode(content)).close();
  }
  return letters > 0 ? objects : 0;
}

/** An OFD file of 300 pages, to the whole model, beside what no reader can do without. */
export async function ofdBench(): Promise<BenchRow[]> {
  const bytes = longDocument();
  const file = { name: 'a.ofd', sha256: 'a'.repeat(64) };
  const times = { reference: [] as number[], model: [] as number[] };
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const start = performance.now();
    const objects = inflateAndParse(bytes);
    const parsed = performance.now();
    const model = await readDocument(file.name, bytes, { uri: file.name, sha256: file.sha256 });
    const end = performance.now();
    const last = model.blocks.findLast(({ kind }) => kind === 'paragraph')?.source;
    const isWhole = last?.from === 'file' && (last.place.page ?? 0) >= PAGES - 1;
    if (objects < PAGES * 20 || !isWhole) throw new Error(`not all was read: ${objects} objects`);
    if (round < WARM_UP) continue;
    times.reference.push(parsed - start);
    times.model.push(end - parsed);
  }
  return [
    atMost(4, {
      id: 'ofd-300p',
      value: median(times.model),
      unit: 'ms',
      reference: `inflate and one SAX pass of the same bytes (${PAGES} pages)`,
      referenceValue: median(times.reference),
    }),
  ];
}
