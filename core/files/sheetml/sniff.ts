import { headText } from '../encoding.ts';

/** A workbook as one XML file, as Excel 2003 and many exports write it; mostly named .xls. */
export function isSpreadsheetXml(bytes: Uint8Array): boolean {
  const head = headText(bytes)?.replace(/^(?:\ufeff|ï»¿)/, '') ?? '';
  return /^\s*<\?xml\s/.test(head) && head.includes('urn:schemas-microsoft-com:office:spreadsheet');
}
