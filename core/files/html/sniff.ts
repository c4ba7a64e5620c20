import { headText } from '../encoding.ts';

/** A page in one file, as browsers save it with its pictures: a mail of several parts. */
export function isMhtml(bytes: Uint8Array): boolean {
  const head = headText(bytes);
  return head !== undefined && /^(?:[\w-]+:.*\r?\n|[ \t].*\r?\n)*?content-type:\s*multipart\/related/i.test(head);
}

const FIRST_TAG =
  /^<(?:!doctype\s+html|html|head|body|title|meta|frameset|table|form|div|p|span|h[1-6]|center|script|style|link)[\s/>]/i;

/** A page: its first tag says so; comments and declarations may come before it. */
export function isHtml(bytes: Uint8Array): boolean {
  const start = headText(bytes)?.replace(/^(?:\s+|<!--[\s\S]*?-->|<\?[\s\S]*?\?>)*/, '');
  return start !== undefined && FIRST_TAG.test(start);
}
