import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readDocContent } from './read.ts';

/** A file that LibreOffice wrote: what the builder of the other tests does not write. */
const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, 'samples', 'text-boxes.doc')));

it('reads text boxes, notes, tables inside tables and the header of the first page as another program writes them', () => {
  const { blocks, tracked, hidden } = readDocContent(bytes, { name: '甲.doc', sha256: '' });
  expect({ tracked, hidden }).toEqual({ tracked: true, hidden: true });
  expect(blocks.map(({ kind, text, source }) => [kind, text, source])).toEqual(
    expect.arrayContaining([
      [
        'paragraph',
        '框里的文字',
        expect.objectContaining({ place: expect.objectContaining({ paragraph: 1, box: expect.any(Number) }) }),
      ],
      ['table', '内一\t内二\n内三\t内四', expect.objectContaining({ place: { table: 3 } })],
      ['header', '首页页眉', expect.objectContaining({ place: { header: 2 } })],
      ['note', '脚注文', expect.objectContaining({ place: { footnote: 1 } })],
      ['paragraph', '经办应办', expect.anything()],
      ['list-item', '（二）社区', expect.anything()],
    ]),
  );
});
