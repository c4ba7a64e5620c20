import { childrenOf, textOf, type XmlElement } from '../containers/xml.ts';

/** Text of a string item: of its runs, without the readings that stand over Chinese and Japanese signs. */
export function richText(item: XmlElement | undefined): string {
  if (!item) return '';
  const own = childrenOf(item, 'x:t').map(textOf);
  const runs = childrenOf(item, 'x:r').flatMap((run) => childrenOf(run, 'x:t').map(textOf));
  return unescaped([...own, ...runs].join(''));
}

/** _x000D_ and its like stand for signs that XML cannot hold; those that no text has are left out. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => {
    const sign = Number.parseInt(code, 16);
    return sign < 0x20 && ![9, 10, 13].includes(sign) ? '' : String.fromCharCode(sign);
  });
}
