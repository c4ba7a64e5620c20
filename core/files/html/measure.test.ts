import { describe, expect, it } from 'vitest';
import { budgetFor } from '../budget.ts';
import { measureHtml } from './measure.ts';

const isNestedDeeper = (html: string, depth: number): boolean => measureHtml(html, depth, budgetFor('甲')).tooDeep;

describe('measureHtml', () => {
  it.each([
    '<div>',
    '<b><i>',
    '<table><tr><td>',
    '<ul><li>',
    '<span class="a">',
    '<svg><td>',
    '<x-y>',
    '<button></div>',
    '<table></div><div>',
    '<p><object>',
  ])('sees %s again and again', (tags) => {
    expect(isNestedDeeper(tags.repeat(3000), 1000)).toBe(true);
  });

  it.each([
    '<div></div>',
    '<p>',
    '<li>',
    '<tr><td>甲<td>乙',
    '<option>',
    '<br>',
    '<input>',
    '<a href="#">',
    '<!-- <div> -->',
    '<script>"<div>"</script>',
    '<dt>甲<dd>乙',
    'a < b > c',
    '</div>',
    '<td><font>甲</td>',
    '<svg><path/></svg>',
  ])('is not misled by %s again and again', (tags) => {
    expect(isNestedDeeper(`<table><tr><td>甲</table><div>${tags.repeat(3000)}`, 1000)).toBe(false);
  });

  it('counts what stands in the page, and nothing that only looks so', () => {
    const page =
      '<!-- <p> --><p a="<b>" c>甲<iframe srcdoc="<p><iframe>"></iframe><style>p > b { }</style><script>"<i x>"</script>';
    expect(measureHtml(page, 10, budgetFor('甲'))).toEqual({
      tags: 4,
      attributes: 3,
      frames: 1,
      tooDeep: false,
      styles: [[page.indexOf('p > b'), page.indexOf('</style')]],
    });
  });
});
