import { findDates } from '../base/dates.ts';
import type { Source } from '../base/source.ts';
import { fillSlots, squeeze, withoutEnding } from '../base/text.ts';
import { type DocumentModel, fieldOf } from '../document/model.ts';

/*
 * 电子版 and 盖章扫描件 of one document. A scan holds pictures and gives no text: what it shows is told by its name and its number
 * of pages only, and whatever else is asked of it stays 没读到.
 */

/** What of a file is needed to pair it. Plain data. */
export interface Paired {
  name: string;
  title: string;
  docNumber: string;
  /** ISO day; '' where none is known. */
  writtenOn: string;
  /** Where the format has pages. */
  pages?: number;
  /** It holds pictures of pages and no text. */
  scan: boolean;
}

export interface ScanPair {
  scan: string;
  /** The readable file that it shows; left out when there is none for sure. */
  text?: string;
  /** What a person reads: it ends with what they have to do. */
  message: string;
}

const WORDS = {
  title: '标题',
  number: '文号',
  day: '日期',
  pages: '页数',
  paired: '“{scan}”是扫描件，没读到。对应的电子版是“{text}”（{agree}对得上），已经查过；盖章和签字请目视核对。',
  unsure: '“{scan}”是扫描件，没读到。对应的电子版像是“{text}”（{agree}对得上），但{missing}，请目视核对是不是同一份。',
  noPages: '电子版没有页数可比',
  otherPages: '扫描件有 {scanned} 页，电子版有 {pages} 页',
  noNumber: '扫描件的文件名里没有文号和日期可比',
  alone: '“{scan}”是扫描件，没读到，也没有找到它的电子版。请附上可编辑的电子版，文件名里写明标题或文号。',
  join: '、',
  also: '，',
} as const;

/** What is needed to pair a file that was read. */
export function pairedOf(model: DocumentModel, name: string): Paired {
  const textIn = (role: 'docNumber' | 'writtenOn'): string => {
    const { state, value } = fieldOf(model, role);
    return state === 'present' && typeof value === 'string' ? value : '';
  };
  const pages = lastPage(model);
  return {
    ...{ name, title: model.title, docNumber: textIn('docNumber'), writtenOn: textIn('writtenOn').slice(0, 10) },
    ...(pages > 0 ? { pages } : {}),
    scan: model.notes.some(({ problem }) => problem?.code === 'no-text'),
  };
}

/** The highest number of a page that anything of a model stands on; 0 where its format has none. */
function lastPage({ blocks, notes }: DocumentModel): number {
  const pageOf = (source: Source | undefined): number => (source?.from === 'file' ? (source.place.page ?? 0) : 0);
  return [...blocks, ...notes].reduce((last, { source }) => Math.max(last, pageOf(source)), 0);
}

const plain = (text: string): string => squeeze(text).replace(/[《》“”"\s〔〕［］[\]()（）_-]/gu, '');

interface Match {
  file: Paired;
  agree: string[];
}

/** Each scan with the readable file that it shows, or with what is missing to find it. */
export function pairScans(files: readonly Paired[]): ScanPair[] {
  const texts = files.filter(({ scan }) => !scan);
  return files
    .filter(({ scan }) => scan)
    .map((scan) => {
      const matches = texts
        .map((file): Match => ({ file, agree: agreeing(scan, file) }))
        .filter(({ agree }) => agree.includes(WORDS.title) || agree.includes(WORDS.number))
        .sort((left, right) => right.agree.length - left.agree.length);
      const [best, second] = matches;
      // Two that fit as well: nobody can say which.
      if (best === undefined || second?.agree.length === best.agree.length)
        return { scan: scan.name, message: fillSlots(WORDS.alone, { scan: scan.name }) };
      const missing = missingIn(scan, best);
      const slots = { scan: scan.name, text: best.file.name, agree: best.agree.join(WORDS.join) };
      const message =
        missing.length === 0
          ? fillSlots(WORDS.paired, slots)
          : fillSlots(WORDS.unsure, { ...slots, missing: missing.join(WORDS.also) });
      return { scan: scan.name, text: best.file.name, message };
    });
}

/** In which of title, number, day and pages a scan, told by its name, and a readable file agree. */
function agreeing(scan: Paired, file: Paired): string[] {
  const name = plain(withoutEnding(scan.name));
  const own = plain(withoutEnding(file.name).replace(KIND_OF_COPY, ''));
  const title = plain(file.title);
  const number = plain(file.docNumber);
  const days = findDates(scan.name).flatMap(({ iso }) => iso?.slice(0, 10) ?? []);
  const isTitle = (title.length >= SHORTEST && name.includes(title)) || (own.length >= SHORTEST && name.includes(own));
  return [
    isTitle ? WORDS.title : '',
    number !== '' && name.includes(number) ? WORDS.number : '',
    file.writtenOn !== '' && days.includes(file.writtenOn) ? WORDS.day : '',
    scan.pages !== undefined && scan.pages === file.pages ? WORDS.pages : '',
  ].filter((word) => word !== '');
}

const KIND_OF_COPY = /[（(]?(?:电子版|正文|定稿|可编辑)(?:版|稿)?[)）]?/gu;
/** Shorter names are 通知 and 附件. */
const SHORTEST = 4;

function missingIn(scan: Paired, { file, agree }: Match): string[] {
  const { pages } = file;
  const ofPages =
    pages === undefined || scan.pages === undefined
      ? WORDS.noPages
      : pages === scan.pages
        ? ''
        : fillSlots(WORDS.otherPages, { scanned: scan.pages, pages });
  const ofNumber = agree.includes(WORDS.number) || agree.includes(WORDS.day) ? '' : WORDS.noNumber;
  return [ofPages, ofNumber].filter((word) => word !== '');
}
