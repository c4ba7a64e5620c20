import { beforeAll, describe, expect, it, vi } from 'vitest';
import { fc } from '../../../core/base/testing.ts';
import { open } from '../../../core/page/testing.ts';
import { submitsOf } from '../../../core/readers/submits.ts';
import { captionOf, submitIn } from './recognise.ts';

const CAPTIONS = new Set(submitsOf('generic'));

const { window } = open('');
beforeAll(() => {
  vi.stubGlobal('Element', window.Element);
  vi.stubGlobal('NodeFilter', window.NodeFilter);
});

/** What submits when the element with the id `x` is pressed: its tag, or undefined. */
function pressed(html: string): string | undefined {
  const { document } = window;
  document.body.innerHTML = html;
  const target = document.getElementById('x');
  if (target === null) throw new Error('nothing to press');
  const path: EventTarget[] = [];
  for (let node: Node | null = target; node; node = node.parentNode) path.push(node);
  return submitIn(path, CAPTIONS)?.localName;
}

describe('what submits', () => {
  it.each([
    ['a button', '<button id=x>提交</button>', 'button'],
    ['a button with spaces in its word', '<button id=x>提 交</button>', 'button'],
    ['what is inside a button', '<button><i class=icon></i><span id=x>立即提交</span></button>', 'button'],
    ['an icon beside the word', '<button><i id=x></i><span>送审</span></button>', 'button'],
    ['a button of a form', '<form><input id=x type=button value="提交审批"></form>', 'input'],
    ['a submit without a word of its own', '<form><input id=x type=submit></form>', 'input'],
    ['a picture', '<form><input id=x type=image alt="发送"></form>', 'input'],
    ['a link that runs a script', '<a id=x href="javascript:doSubmit()">同 意</a>', 'a'],
    ['a link without an address', '<a id=x onclick="go()">签发</a>', 'a'],
    ['a link to nowhere', '<a id=x href="#">批准</a>', 'a'],
    ['a role', '<div id=x role=button>办理</div>', 'div'],
    ['a division drawn as a button', '<div class="lui_toolbar_btn"><div id=x>提交</div></div>', 'div'],
    ['a span with a handler', '<span id=x onclick="submit()">处理后归档</span>', 'span'],
    ['a span under the hand', '<span id=x style="cursor:pointer">呈报</span>', 'span'],
    ['an icon with a title', '<button id=x title="发送"><svg></svg></button>', 'button'],
    ['a picture with words', '<a id=x href="javascript:;"><img alt="上报"></a>', 'a'],
    ['a key in brackets', '<button id=x>提交(S)</button>', 'button'],
    ['a wide key in brackets', '<button id=x>提交（Ａ）</button>', 'button'],
    ['arrows', '<button id=x>» 提交 »</button>', 'button'],
    ['an item of a menu that drops down', '<ul class="el-dropdown-menu"><li id=x role=menuitem>送审</li></ul>', 'li'],
    ['a button in a tab of the form', '<div class="el-tabs__content"><button id=x>提交</button></div>', 'button'],
  ])('is %s', (_name, html, tag) => {
    expect(pressed(html)).toBe(tag);
  });

  it.each([
    ...[
      '保存',
      '暂存',
      '暂存待办',
      '关闭',
      '退回',
      '撤回',
      '取消',
      '打印',
      '转发',
      '导出',
      '查询',
      '重置',
      '删除',
      '下载',
      '确定',
    ].map((word) => [word, `<button id=x>${word}</button>`]),
    ...[
      '提交记录',
      '办理进度',
      '审批记录',
      '提交人',
      '处理意见',
      '已发送',
      '未提交',
      '同意书',
      '发文稿纸',
      '不同意',
    ].map((word) => [word, `<button id=x>${word}</button>`]),
    ['a link that leads away', '<a id=x href="/submitted">提交</a>'],
    ['a reset', '<form><button id=x type=reset>提交</button></form>'],
    ['a box in which the word stands', '<input id=x type=text value="提交">'],
    ['a box to tick', '<input id=x type=checkbox value="同意">'],
    ['plain text', '<p id=x>同意</p>'],
    ['a cell', '<table><tr><td id=x>提交</td></tr></table>'],
    ['a long text that begins so', '<div id=x onclick="a()">提交之后由办公室统一编号，请核对后再办理有关手续</div>'],
    ['a menu', '<ul class="el-menu"><li class="el-menu-item" id=x style="cursor:pointer">发文</li></ul>'],
    ['a navigation', '<nav><a id=x href="#">归档</a></nav>'],
    ['a tab', '<div class="el-tabs__item" id=x style="cursor:pointer">办理</div>'],
    ['a tab by its role', '<div role=tablist><button id=x role=tab>处理</button></div>'],
    ['two words in one', '<div class="toolbar" id=x><span>提交</span><span>保存</span></div>'],
    ['something beside the button', '<div class="bar"><i id=x>说明</i><button>提交</button></div>'],
  ])('is not %s', (_name, html) => {
    expect(pressed(html)).toBeUndefined();
  });

  it('is no word with anything more to it, however it is drawn', () => {
    const words = fc.constantFrom(...CAPTIONS);
    const more = fc.stringMatching(/^[\p{Script=Han}a-z0-9]{1,6}$/u).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(words, more, fc.boolean(), (word, rest, before) => {
        const text = before ? rest + word : word + rest;
        expect(pressed(`<button id=x>${text}</button>`)).toBe(CAPTIONS.has(captionOf(text)) ? 'button' : undefined);
      }),
      { numRuns: 100 },
    );
  });

  it('is the word with any spaces and invisible signs in it', () => {
    const gaps = fc.array(fc.constantFrom('', ' ', '\u3000', '\u00a0', '\u200b', '\n'), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(fc.constantFrom(...CAPTIONS), gaps, (word, between) => {
        const text = [...word].map((one, at) => `${between[at] ?? ''}${one}`).join('');
        expect(pressed(`<button id=x>${text}</button>`)).toBe('button');
      }),
      { numRuns: 100 },
    );
  });
});
