import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it } from 'vitest';
import { fc } from '../../core/base/testing.ts';
import { boxesWith, createWordSearch } from './find-words.ts';

const { window } = new JSDOM('');
beforeAll(() => void Object.assign(globalThis, { NodeFilter: window.NodeFilter, Element: window.Element }));

/** The words that are found in an element with this content, each as the page has it. */
function found(html: string, words: string): string[] {
  const { body } = new JSDOM(`<body>${html}</body>`).window.document;
  return createWordSearch()(body, words).map((range) => range.toString());
}

const CITED = 'GB/T 24421.2—2009';

describe('words in an element', () => {
  it.each([
    ['in the middle of a paragraph', `<p>按照${CITED}《标准体系》执行。</p>`, [CITED]],
    ['in several places', `<p>${CITED}</p><p>又见${CITED}。</p>`, [CITED, CITED]],
    ['over texts and elements of one line', '<p>按<b>GB/T</b> <i>244</i>21.2<span>—2009</span>执行</p>', [CITED]],
    ['with other blanks and a break', '<p>GB/T&nbsp;24421.2 —<br>2009</p>', ['GB/T\u00a024421.2 —2009']],
    ['with characters that are not seen', '<p>GB/T 24421.2\u200b—2009</p>', ['GB/T 24421.2\u200b—2009']],
    ['in a cell', `<table><tr><td>1</td><td>${CITED}</td><td>2</td></tr></table>`, [CITED]],
    ['behind a number of a list and before one', `<p>3 ${CITED} 5 术语</p>`, [CITED]],
    ['not over two cells', '<table><tr><td>GB/T 24421.2—</td><td>2009</td></tr></table>', []],
    ['not over two paragraphs', '<p>GB/T 24421.2—</p><p>2009</p>', []],
    ['not where the number goes on', '<p>GB/T 24421.2—20091</p>', []],
    ['not inside another word', `<p>X${CITED}</p>`, []],
    ['nowhere', '<p>按照标准执行。</p>', []],
    ['in nothing', '', []],
  ])('%s', (_, html, expected) => {
    expect(found(html, CITED)).toEqual(expected);
  });

  it('of an undated number are not found in a part, nor in a dated one', () => {
    expect(found('<p>GB/T 24421.2、GB/T 24421—2009、GB/T 24421。</p>', 'GB/T 24421')).toEqual(['GB/T 24421']);
  });

  it('without anything to see are found nowhere', () => {
    expect(found('<p> </p>', ' ')).toEqual([]);
  });

  it('are exactly those characters, however the text is cut into nodes', () => {
    const around = fc.string({ unit: fc.constantFrom('按', '照', '，', '。', '《', ' ') });
    const paragraph = window.document.createElement('p');
    fc.assert(
      fc.property(around, around, fc.array(fc.nat(40), { maxLength: 8 }), (before, behind, cuts) => {
        paragraph.replaceChildren();
        const text = `${before}${CITED}${behind}`;
        const places = [0, ...cuts.map((cut) => cut % text.length).sort((left, right) => left - right), text.length];
        for (const [index, from] of places.entries()) paragraph.append(text.slice(from, places[index + 1] ?? from));
        const whole = paragraph.innerHTML;
        expect(createWordSearch()(paragraph, CITED).map(String)).toEqual([CITED]);
        expect(paragraph.innerHTML).toBe(whole);
      }),
    );
  });

  it('are looked for within limits: a text without end is read in part, and a place behind it not found', () => {
    const filler = `<p>${'字'.repeat(1_000)}</p>`;
    expect(found(`${filler.repeat(10)}<p>${CITED}</p>`, CITED)).toEqual([CITED]);
    expect(found(`${filler.repeat(300)}<p>${CITED}</p>`, CITED)).toEqual([]);
    expect(found(`<p>${'字'.repeat(300_000)}</p><p>${CITED}</p>`, CITED)).toEqual([]);
    expect(found(`<p>${CITED}</p>`.repeat(300), CITED)).toHaveLength(200);
  });
});

it('words that are filled in are in their box, in the element or the element itself', () => {
  const body = window.document.createElement('div');
  body.innerHTML = `<p>${CITED}</p><input id="a" value="按 GB/T24421.2—2009"><textarea id="b">无</textarea>
    <textarea id="c">${CITED}</textarea><input type="hidden" value="${CITED}">`;
  const ids = (element: Element, words = CITED) => boxesWith(element, words).map(({ id }) => id);
  expect(ids(body)).toEqual(['a', 'c']);
  expect(ids(body.querySelector('#c') as Element)).toEqual(['c']);
  expect(ids(body, ' ')).toEqual([]);
});
