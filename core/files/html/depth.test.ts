import { describe, expect, it } from 'vitest';
import { isNestedDeeper } from './depth.ts';

describe('isNestedDeeper', () => {
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
});
