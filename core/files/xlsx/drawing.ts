import { childOf, childrenOf, textOf, type XmlElement } from '../containers/xml.ts';

/** What floats over the cells of a sheet. */
export interface Drawing {
  /** Cells on which a picture begins. */
  anchors: { row: number; column: number }[];
  boxes: string[];
  pictures: number;
}

/** A drawing of a sheet; a group of shapes is looked through. */
export function readDrawing(root: XmlElement | undefined): Drawing {
  const drawing: Drawing = { anchors: [], boxes: [], pictures: 0 };
  for (const anchor of root?.children ?? []) {
    if (typeof anchor === 'string' || !anchor.name.endsWith('Anchor')) continue;
    const before = drawing.pictures;
    lookThrough(anchor, drawing);
    const from = childOf(anchor, 'xdr:from');
    const [row, column] = ['xdr:row', 'xdr:col'].map((name) => numberIn(childOf(from, name)));
    if (drawing.pictures > before && row !== undefined && column !== undefined) drawing.anchors.push({ row, column });
  }
  return drawing;
}

function lookThrough(element: XmlElement, drawing: Drawing): void {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.name === 'xdr:pic') drawing.pictures += 1;
    else if (child.name === 'xdr:txBody') {
      const lines = childrenOf(child, 'a:p').map((paragraph) =>
        childrenOf(paragraph, 'a:r')
          .flatMap((run) => childrenOf(run, 'a:t').map(textOf))
          .join(''),
      );
      const text = lines.filter((line) => line.trim() !== '').join('\n');
      if (text !== '') drawing.boxes.push(text);
    } else if (child.name === 'mc:AlternateContent') {
      // The fallback is the same thing once more.
      const choice = childOf(child, 'mc:Choice') ?? childOf(child, 'mc:Fallback');
      if (choice) lookThrough(choice, drawing);
    } else lookThrough(child, drawing);
  }
}

function numberIn(element: XmlElement | undefined): number | undefined {
  const number = element && Number(textOf(element));
  return number !== undefined && Number.isInteger(number) && number >= 0 ? number : undefined;
}
