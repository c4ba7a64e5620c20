import { type OfficePackage, packageOf } from '../containers/package.ts';
import { childOf, childrenOf, type XmlElement } from '../containers/xml.ts';

const keyOf = (path: string): string => path.replace(/^\/+/, '').toLowerCase();

/** The parts of a .docx that stand one behind the other in one piece of XML. Throws as `packageOf`. */
export function flatPackage(root: XmlElement, file: string): OfficePackage {
  const parts = new Map<string, XmlElement>();
  for (const part of childrenOf(root, 'pkg:part')) {
    const data = childOf(part, 'pkg:xmlData')?.children.find((child) => typeof child !== 'string');
    if (data) parts.set(keyOf(part.attributes['pkg:name'] ?? ''), data);
  }
  return packageOf(
    {
      has: (path) => parts.has(keyOf(path)),
      parse: (path, handOver) => {
        const part = parts.get(keyOf(path));
        if (part && handOver)
          for (const child of childOf(part, handOver.parent)?.children ?? [])
            if (typeof child !== 'string') handOver.take(child);
        return part;
      },
    },
    file,
    'file-not-docx',
  );
}
