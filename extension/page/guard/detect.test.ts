import { beforeAll, describe, expect, it, vi } from 'vitest';
import { open } from '../../../core/page/testing.ts';
import { documentSign } from './detect.ts';
import { valuesOf } from './values.ts';

beforeAll(() => {
  const { window } = open('');
  vi.stubGlobal('Node', window.Node);
  vi.stubGlobal('NodeFilter', window.NodeFilter);
});

const documentOf = (html: string): Document => open(html).window.document;
const FORM = '<table><tr><td>拟 稿 人：</td><td>王芳</td></tr><tr><td>*审核人</td><td></td></tr></table>';

describe('what looks like a document', () => {
  it.each([
    ['a form with labels', FORM],
    [
      'labels in a shadow root',
      `<x-form></x-form><script>document.querySelector('x-form').attachShadow({mode:'open'}).innerHTML='${FORM}'</script>`,
    ],
    [
      'labels in a frame',
      `<iframe></iframe><script>document.querySelector('iframe').contentDocument.body.innerHTML='${FORM}'</script>`,
    ],
  ])('is %s', (_name, html) => {
    expect(documentSign(documentOf(html))).not.toBe('');
  });

  it.each([
    ['a page that asks for a password', `${FORM}<input type=password>`],
    ['one label alone', '<p>审核人</p>'],
    ['one label twice', '<p>审核人</p><p>审核人：</p>'],
    ['a text that names them', '<p>拟稿人写好后交审核人，审核人交签发人。</p>'],
    ['news', '<h1>通知公告</h1><p>今日天气晴</p>'],
  ])('is not %s', (_name, html) => {
    expect(documentSign(documentOf(html))).toBe('');
  });

  it('is looked for in a bounded part of the page', () => {
    expect(documentSign(documentOf(`${'<i></i>'.repeat(50_000)}${FORM}`))).toBe('');
  });
});

describe('the values of a page', () => {
  const document = documentOf(
    '<input name=a value=1><select><option>甲<option>乙</select><input type=checkbox><textarea>丙</textarea>',
  );
  const values = () => valuesOf([document]);

  it.each<[what: string, change: () => void]>([
    ['a box is filled', () => set('input', 'value', '2')],
    ['another is chosen', () => set('select', 'selectedIndex', 1)],
    ['a box is ticked', () => set('[type=checkbox]', 'checked', true)],
    ['a text is cleared', () => set('textarea', 'value', '')],
  ])('are others when %s, without a trace in the document', (_what, change) => {
    const before = values();
    expect(values()).toBe(before);
    change();
    expect(values()).not.toBe(before);
  });

  function set(selector: string, name: string, value: unknown): void {
    Object.assign(document.querySelector(selector) as object, { [name]: value });
  }
});
