import { headText } from '../encoding.ts';

/** A Word file as one piece of XML: that of Word 2003, or the parts of a .docx one behind the other. */
export function isWordXml(bytes: Uint8Array): boolean {
  const head = headText(bytes) ?? '';
  if (!/^[\s\u00bb\u00bf\u00ef\ufeff]*<\?xml\s/.test(head)) return /^\s*<(?:\w+:)?wordDocument[\s/>]/.test(head);
  if (/<(?:\w+:)?wordDocument[\s/>]/.test(head)) return true;
  return /<(?:\w+:)?package\s[^>]*xmlPackage["']/.test(head) && /progid="Word\.Document"|\/word\//.test(head);
}
