import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { fc } from '../base/testing.ts';
import { fieldOf } from '../document/model.ts';
import { readPage } from '../readers/index.ts';
import { linesOf, pairsOfSnapshot } from '../readers/testing.ts';
import { capture } from './capture.ts';
import { walkNodes } from './nodes.ts';
import { elementAt, wholePath } from './paths.ts';
import type { PageNode, PageSnapshot } from './snapshot.ts';
import { open, snapshotOf } from './testing.ts';

const nodesOf = (snapshot: PageSnapshot): PageNode[] => snapshot.frames[0]?.nodes ?? [];

function textsOf(snapshot: PageSnapshot): string[] {
  const texts: string[] = [];
  walkNodes(nodesOf(snapshot), (node) => {
    if (node.type === 'text') texts.push(`${node.hidden ? '~' : ''}${node.text}`);
  });
  return texts;
}

/** Fills the frame of a page and waits until it is there. */
async function withFrame(html: string, inner: string): Promise<Document> {
  const { document } = open(html).window;
  const frame = document.querySelector('iframe') as HTMLIFrameElement;
  await new Promise((resolve) => setTimeout(resolve, 0));
  const content = frame.contentDocument as Document;
  content.open();
  content.write(inner);
  content.close();
  return document;
}

describe('what is kept', () => {
  test('inline runs of one block are one text; breaks are line ends', async () => {
    const snapshot = await snapshotOf('<p>关于<b>加强</b><span>管理</span><br>第二行</p><div>另一段</div>');
    expect(textsOf(snapshot)).toEqual(['关于加强管理\n第二行', '另一段']);
  });

  test('a link stands on the line of its text; only an address of the same origin is kept', async () => {
    const snapshot = await snapshotOf(
      '<p>根据<a href="/law">《条例》</a>第三条<a href="https://other.example/">乙</a></p><a href="javascript:;" onclick="x()">下载</a>',
    );
    expect(nodesOf(snapshot)).toMatchObject([
      { type: 'text', text: '根据' },
      { type: 'link', text: '《条例》', href: 'http://oa.example/law', joined: true },
      { type: 'text', text: '第三条', joined: true },
      { type: 'link', text: '乙', joined: true },
      { type: 'link', text: '下载' },
    ]);
    expect(nodesOf(snapshot).filter((node) => node.type === 'link' && node.href)).toHaveLength(1);
  });

  test('class names and elements by which a family is known, each once', async () => {
    const snapshot = await snapshotOf(
      '<table class="excelOuterTable a"><tr><td class="td_edesign">标题</td><td class="td_edesign x"><xformflag>甲</xformflag><xformflag>乙</xformflag></td></tr></table><p class="other">丙</p><othertag>丁</othertag>',
    );
    expect(snapshot.frames[0]?.signs).toEqual(['excelOuterTable', 'td_edesign', 'xformflag']);
    expect((await snapshotOf('<p class="other">丙</p>')).frames[0]).not.toHaveProperty('signs');
  });

  test('a button drawn as marked elements inside one another is one', async () => {
    const snapshot = await snapshotOf(
      '<div class="lui_toolbar_btn_l"><div class="lui_toolbar_btn_r"><div class="lui_toolbar_btn_c">提交</div></div></div><button class="ant-btn"><span class="btn-label">退 回</span></button>',
    );
    expect(nodesOf(snapshot).map((node) => node.type === 'button' && node.text)).toEqual(['提交', '退 回']);
  });

  test('buttons that are no buttons', async () => {
    const snapshot = await snapshotOf(
      '<span class="btn-check">提交处理</span><div class="lui_toolbar_btn">同 意</div><a role="button">退回</a><input type="submit" value="提交"><button disabled>暂存</button>',
    );
    expect(
      nodesOf(snapshot).map((node) => node.type === 'button' && `${node.text}${node.disabled ? '×' : ''}`),
    ).toEqual(['提交处理', '同 意', '退回', '提交', '暂存×']);
  });

  test('a password is never read', async () => {
    const snapshot = await snapshotOf('<input type="password" value="letmein">');
    expect(JSON.stringify(snapshot)).not.toContain('letmein');
    expect(nodesOf(snapshot)).toMatchObject([{ type: 'control', control: 'password', value: '' }]);
  });

  test('a thing that gives no text is named; one that only draws or plays is told from a plug-in', async () => {
    const nodes = nodesOf(
      await snapshotOf(
        '<object id="text-plug-in"></object><canvas id="chart"></canvas><audio id="bell" src="data:,"></audio>',
      ),
    );
    expect(nodes.map((node) => node.type === 'embed' && [node.name, node.drawn])).toEqual([
      ['text-plug-in', undefined],
      ['chart', true],
      ['bell', true],
    ]);
  });

  test('timelines, steps and their states', async () => {
    const snapshot = await snapshotOf(
      '<ul class="el-timeline"><li class="el-timeline-item"><div>张三 同意</div></li></ul><div class="el-steps"><div class="el-step"><div class="el-step__head is-finish"></div>拟稿</div><div class="el-step"><div class="el-step__head is-wait"></div>签发</div></div>',
    );
    expect(nodesOf(snapshot)).toMatchObject([
      { type: 'list', list: 'timeline', items: [{ text: '张三 同意' }] },
      { type: 'list', list: 'steps', items: [{ state: 'done' }, { state: 'waiting' }] },
    ]);
  });

  test('a head and a body that a library draws as two tables are one table', async () => {
    const snapshot = await snapshotOf(
      '<div class="el-table"><div><table><thead><tr><th>处理人</th><th>意见</th></tr></thead></table></div><div><table><tbody><tr><td>张三</td><td>同意</td></tr></tbody></table></div></div>',
    );
    expect(nodesOf(snapshot)).toMatchObject([{ type: 'table', rows: [{ cells: [{}, {}] }, { cells: [{}, {}] }] }]);
    expect(nodesOf(snapshot)).toHaveLength(1);
  });

  test('every path leads back to an element', async () => {
    const { document } = open(
      '<div id="a:b"><table><tr><td>x</td><td><input></td></tr></table></div><div id="two"><p>1</p></div><div id="two"><p>2</p></div><form><input name="id"><input name="firstChild"><p>甲</p></form>',
    ).window;
    const snapshot = await capture(document);
    let count = 0;
    walkNodes(nodesOf(snapshot), (node, base) => {
      count += 1;
      const path = wholePath(base, node.path);
      const element = elementAt(document, path);
      expect(element, path).not.toBeNull();
      if (node.type === 'text') expect(element?.textContent).toContain(node.text);
    });
    expect(count).toBeGreaterThan(7);
  });

  test('the page is not written to', async () => {
    const { document } = open(
      '<form id="f"><input value="a"><select><option>b</option></select><div contenteditable>c</div></form>',
    ).window;
    const before = document.documentElement.outerHTML;
    await capture(document);
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

describe('what a person cannot see', () => {
  test.each([
    ['the attribute', '<p hidden>藏</p>'],
    ['an inline style', '<p style="display: none">藏</p>'],
    ['visibility', '<p style="visibility:hidden">藏</p>'],
    ['a parent', '<div style="display:none"><p>藏</p></div>'],
    ['a class', '<style>.x .gone{display:none}</style><div class="x"><p class="gone">藏</p></div>'],
    ['a tag', '<style>table.x tr td p{display:none}</style><table class="x"><tr><td><p>藏</p></td></tr></table>'],
    ['an id', '<style>#gone{visibility:hidden}</style><p id="gone">藏</p>'],
    ['anything in a place', '<style>.x > *{display:none}</style><div class="x"><p>藏</p></div>'],
    ['a negation', '<style>p:not(.on):not([open]){display:none}</style><p>藏</p>'],
    ['an alternative', '<style>:is(.x, .y){display:none}</style><p class="y">藏</p>'],
    ['a closed details', '<details><p>藏</p></details>'],
    ['a dialog that is not open', '<dialog>藏</dialog>'],
    ['the row that measures columns', '<table><tr aria-hidden="true"><td>藏</td></tr></table>'],
    ['the copy of a fixed column', '<div class="el-table__fixed"><p>藏</p></div>'],
  ])('hidden by %s', async (_name, html) => {
    expect(textsOf(await snapshotOf(html))).toEqual(['~藏']);
  });

  test('visible again inside an invisible element, and beside one that is gone', async () => {
    const html =
      '<style>.gone{display:none}</style><div style="visibility:hidden">一<p style="visibility:visible">二</p></div><p>三</p><p class="gone">四</p>';
    expect(textsOf(await snapshotOf(html))).toEqual(['~一', '二', '三', '~四']);
  });

  test('an open details and its summary are seen', async () => {
    expect(
      textsOf(
        await snapshotOf('<details open><summary>一</summary>二</details><details><summary>三</summary>四</details>'),
      ),
    ).toEqual(['一', '二', '三', '~四']);
  });
});

describe('frames', () => {
  test('an editor in a frame of the same origin', async () => {
    const document = await withFrame(
      '<table><tr><td>正文</td><td><iframe title="正文编辑器"></iframe></td></tr></table>',
      '<body contenteditable="true"><p>编制：张飞</p></body>',
    );
    const snapshot = await capture(document);
    expect(snapshot.frames).toMatchObject([
      { path: '', state: 'read' },
      { path: '0', state: 'read', editor: true, label: '正文编辑器', nodes: [{ text: '编制：张飞' }] },
    ]);
    const pairs = pairsOfSnapshot(snapshot);
    expect(pairs.map((pair) => [pair.label, pair.value, pair.box, pair.source])).toMatchObject([
      ['正文', '编制：张飞', 'editor', { frame: '' }],
    ]);
    // What the text of the document prints is read from its blocks.
    expect(fieldOf(readPage(snapshot), 'drafter')).toMatchObject({ value: ['张飞'], sources: [{ frame: '0' }] });
  });

  test('a hidden frame is read and said to be hidden, and so are its pairs', async () => {
    const document = await withFrame('<iframe style="display:none"></iframe>', '<p>拟稿人：旧人</p>');
    const snapshot = await capture(document);
    expect(snapshot.frames[1]).toMatchObject({ state: 'read', hidden: true });
    expect(pairsOfSnapshot(snapshot)).toMatchObject([{ label: '拟稿人', value: '旧人', hidden: true }]);
  });

  test.each([
    ['never loads', '<iframe src="/body.html" title="正文"></iframe>', 'not-loaded'],
    ['another address', '<iframe src="https://other.example/x" title="正文"></iframe>', 'other-address'],
  ])('a frame that %s is named and not waited for', async (_name, html, reason) => {
    const { document } = new JSDOM(html, { url: 'http://oa.example/' }).window;
    const snapshot = await capture(document);
    expect(snapshot.frames[1]).toMatchObject({ state: 'unreadable', reason, label: '正文', nodes: [] });
  });

  test('the value that stands in a silent frame is unreadable, not empty', async () => {
    const { document } = new JSDOM('<table><tr><td>正文</td><td><iframe src="/b"></iframe></td></tr></table>', {
      url: 'http://oa.example/',
    }).window;
    const pairs = pairsOfSnapshot(await capture(document));
    expect(pairs).toMatchObject([{ label: '正文', state: 'unreadable', reason: 'not-loaded' }]);
  });

  test('frames inside frames end at the limit', async () => {
    const document = await withFrame('<iframe></iframe>', '<iframe></iframe>');
    const snapshot = await capture(document, { limits: { frameDepth: 1 } });
    expect(snapshot.frames.map((frame) => [frame.path, frame.state, frame.reason])).toEqual([
      ['', 'read', undefined],
      ['0', 'read', undefined],
      ['0.0', 'unreadable', 'too-deep'],
    ]);
  });
});

describe('bounds', () => {
  const rows = `<table>${'<tr><td>拟稿人</td><td>张三</td></tr>'.repeat(400)}</table>`;

  test('a page that is too large is read up to the limit', async () => {
    const snapshot = await snapshotOf(rows, { limits: { elements: 100 } });
    expect(snapshot.gaps).toEqual([{ kind: 'too-large', frame: '' }]);
    expect(pairsOfSnapshot(snapshot).length).toBeGreaterThan(10);
  });

  test('too much text is cut', async () => {
    const snapshot = await snapshotOf(`<p>${'字'.repeat(500)}</p><p>二</p>`, { limits: { text: 100 } });
    expect(snapshot.gaps).toEqual([{ kind: 'too-large', frame: '' }]);
    expect(textsOf(snapshot)).toEqual(['字'.repeat(100)]);
  });

  test('elements inside one another without end', async () => {
    const snapshot = await snapshotOf(`<p>一</p>${'<div>'.repeat(400)}深`);
    expect(textsOf(snapshot)).toEqual(['一']);
    expect(snapshot.gaps).toEqual([{ kind: 'too-large', frame: '' }]);
  });

  test.each([
    ['title', '<input value="有值" title="TEXT">'],
    ['placeholder', '<input placeholder="TEXT">'],
    ['alt', '<img src="a.png" alt="TEXT">'],
    ['words of a link without text', '<a href="/a" title="TEXT"></a>'],
    ['caption of a button', '<input type="button" value="TEXT">'],
  ])('an attribute counts as text does: %s', async (_, markup) => {
    const snapshot = await snapshotOf(markup.replace('TEXT', '字'.repeat(500)), { limits: { text: 100 } });
    expect(snapshot.gaps).toEqual([{ kind: 'too-large', frame: '' }]);
    expect(JSON.stringify(snapshot.frames).match(/字/gu)?.length ?? 0).toBeLessThanOrEqual(100);
  });

  test('stopped: gives back what was read', async () => {
    const stop = new AbortController();
    let turns = 0;
    const snapshot = await snapshotOf(rows, {
      signal: stop.signal,
      slice: 0,
      yield: async () => {
        turns += 1;
        if (turns === 3) stop.abort();
      },
    });
    expect(snapshot.gaps).toEqual([{ kind: 'aborted', frame: '' }]);
    expect(turns).toBe(3);
    const read = pairsOfSnapshot(snapshot).length;
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(400);
  });

  test('stopped before it began', async () => {
    const snapshot = await snapshotOf(rows, { signal: AbortSignal.abort() });
    expect(snapshot.gaps).toEqual([{ kind: 'aborted', frame: '' }]);
    expect(nodesOf(snapshot)).toEqual([]);
  });

  test('a page that changes while it is read says so', async () => {
    const { document } = open(rows).window;
    const snapshot = await capture(document, {
      slice: 0,
      yield: async () => {
        (document.querySelector('td') as Element).textContent = '变';
      },
    });
    expect(snapshot.gaps).toEqual([{ kind: 'changed', frame: '' }]);
  });

  test('a page that stays as it is has no gap', async () => {
    const snapshot = await snapshotOf(rows, { slice: 0, yield: async () => {} });
    expect(snapshot.gaps).toEqual([]);
    expect(pairsOfSnapshot(snapshot)).toHaveLength(400);
  });

  test('a busy mark says that something is still to come', async () => {
    expect((await snapshotOf('<div class="el-loading-mask"><p>拼命加载中</p></div><p>一</p>')).gaps).toEqual([
      { kind: 'loading', frame: '' },
    ]);
    expect((await snapshotOf('<div class="el-loading-mask" style="display:none"></div>')).gaps).toEqual([]);
  });
});

describe('hostile pages', () => {
  test('forms and images whose names stand in for properties of the page', async () => {
    const lines = await linesOf(
      '<img name="body"><img name="documentElement"><form name="getElementById"><input name="nextSibling"><input name="nodeType"><input name="localName"><input name="className"><input name="attributes"><input name="getAttribute"><input name="matches"><table><tr><td>拟稿人</td><td>张三</td></tr></table></form><p>签发人：李四</p>',
    );
    expect(lines).toEqual(['拟稿人=张三', '签发人=李四']);
  });

  test('overridden Array.prototype, String and JSON of the page', async () => {
    expect(
      await linesOf(
        '<script>for (const k of ["push","map","filter","forEach","slice","concat","join","indexOf",Symbol.iterator]) Array.prototype[k] = () => { throw new Error(String(k)) }; Array.prototype.toJSON = () => "x"; JSON.stringify = JSON.parse = () => { throw new Error() }; Element.prototype.remove = null</script><table><tr><td>拟稿人</td><td><select><option>张三</option></select></td></tr></table>',
      ),
    ).toEqual(['拟稿人=张三']);
  });

  test('capture itself does without methods of Array.prototype and without JSON', async () => {
    const { document } = open(
      '<ul><li>一</li></ul><table><tr><td colspan="2">拟稿人</td><td><input></td></tr></table><form><label for="a">标题</label><input id="a"></form>',
    ).window;
    const expected = JSON.stringify(await capture(document));
    const broken = ['push', 'map', 'filter', 'slice', 'concat', 'join', 'indexOf', 'flatMap', 'find'] as const;
    const kept = new Map(broken.map((name) => [name, Array.prototype[name]]));
    let armed = false;
    const realStringify = JSON.stringify;
    const stack = () => (new Error().stack ?? '').includes('/core/page/');
    for (const name of broken) {
      const real = kept.get(name) as (...values: unknown[]) => unknown;
      Object.defineProperty(Array.prototype, name, {
        configurable: true,
        writable: true,
        // jsdom itself needs the methods: only calls that come straight from capture are refused.
        value(this: unknown, ...values: unknown[]) {
          if (armed) {
            armed = false;
            const direct = (new Error().stack ?? '').split('\n')[2] ?? '';
            armed = true;
            if (/core\/page\/(?:(?:capture|visibility)\.ts|(?:walk|marks)\/)/.test(direct))
              throw new Error(`used ${name}`);
          }
          return real.apply(this, values);
        },
      });
    }
    let snapshot: PageSnapshot;
    try {
      armed = true;
      JSON.stringify = () => {
        throw new Error('used JSON');
      };
      snapshot = await capture(document);
    } finally {
      armed = false;
      JSON.stringify = realStringify;
      for (const name of broken)
        Object.defineProperty(Array.prototype, name, {
          configurable: true,
          writable: true,
          enumerable: false,
          value: kept.get(name),
        });
    }
    expect(stack()).toBe(true);
    expect(JSON.stringify(snapshot)).toBe(expected);
  });
});

// ---- properties ---------------------------------------------------------------------------------------------------

const TAG = fc.constantFrom(
  ...'div span p table tr td th ul li dl dt dd form label input select option textarea button a h2 b br hr img iframe object fieldset details summary nav article svg custom-box'.split(
    ' ',
  ),
);
const ATTRIBUTE = fc.constantFrom(
  ...[
    'class="el-form-item is-required"',
    'class="el-select"',
    'class="el-timeline"',
    'class="el-step is-wait"',
    'class="btn"',
    'class="x-label"',
    'class="ant-avatar"',
    'hidden',
    'style="display:none"',
    'style="visibility:hidden"',
    'contenteditable',
    'colspan="3"',
    'rowspan="9999"',
    'role="dialog"',
    'for="a"',
    'id="a"',
    'id="b"',
    'name="id"',
    'name="nextSibling"',
    'type="radio"',
    'type="hidden"',
    'value="张三"',
    'title="拟稿人"',
    'checked',
    'aria-labelledby="a"',
  ],
);
const TEXT = fc.constantFrom(
  '拟稿人',
  '拟稿人：张三',
  '张三',
  '：',
  '*',
  ' ',
  '审核：甲　批准：',
  '2026-11-20',
  '\u200b',
  '<!-- x -->',
  '签 发 人：',
);
const TREE = fc.letrec<{ node: string; many: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 6, depthSize: 'small' },
    TEXT,
    fc
      .tuple(TAG, fc.array(ATTRIBUTE, { maxLength: 3 }), tie('many'))
      .map(([tag, attributes, inner]) => `<${[tag, ...attributes].join(' ')}>${inner}</${tag}>`),
  ),
  many: fc.array(tie('node'), { maxLength: 4 }).map((parts) => parts.join('')),
})).many;

describe('on any tree', () => {
  const { document } = open('').window;

  test('nothing is thrown, twice gives the same bytes, and portions change nothing', async () => {
    await fc.assert(
      fc.asyncProperty(TREE, async (html) => {
        document.body.innerHTML = html;
        const once = await capture(document);
        expect(JSON.stringify(await capture(document))).toBe(JSON.stringify(once));
        expect(JSON.stringify(await capture(document, { slice: 0, yield: async () => {} }))).toBe(JSON.stringify(once));
        for (const frame of once.frames) if (frame.path === '') expect(frame.state).toBe('read');
        for (const pair of pairsOfSnapshot(once)) {
          expect(pair.label).not.toBe('');
          expect(pair.state === 'filled' ? pair.value !== '' || pair.picture === true : pair.value === '').toBe(true);
          expect(pair.source.from === 'page' && elementAt(document, pair.source.path) !== null).toBe(true);
        }
      }),
      { numRuns: 120 },
    );
  });

  test('what is hidden never gives a visible value', async () => {
    await fc.assert(
      fc.asyncProperty(TREE, async (html) => {
        document.body.innerHTML = `<div hidden>${html}</div>`;
        // A stray end tag may close the hidden element: what then stands outside is seen.
        const wrap = document.body.firstElementChild as Element;
        while (wrap.nextSibling) wrap.appendChild(wrap.nextSibling);
        const pairs = pairsOfSnapshot(await capture(document));
        expect(pairs.filter((pair) => !pair.hidden)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what stands in shadow roots', () => {
  /** Puts markup into the shadow roots of the elements `x-a`, `x-b` … of a page, in their order. */
  const inRoots = (html: string, roots: readonly string[], mode: ShadowRootMode = 'open') => {
    const { document } = open(html).window;
    const made = [...document.querySelectorAll('x-root, .root')].map((host, at) => {
      const root = host.attachShadow({ mode });
      root.innerHTML = roots[at] ?? '';
      return [host, root] as const;
    });
    return { document, rootOf: (element: Element) => made.find(([host]) => host === element)?.[1] ?? null };
  };
  const FORM =
    '<table><tr><td>拟稿人</td><td>王芳</td></tr><tr><td>审核人</td><td></td></tr><tr><td>签发人</td><td>周志强</td></tr></table>';

  test('is read where it stands, and its places are found again', async () => {
    const { document } = inRoots('<h1>发文稿纸</h1><div><x-root></x-root></div><p>完</p>', [`<div>前</div>${FORM}`]);
    const snapshot = await capture(document);
    expect(textsOf(snapshot)).toEqual(['前', '拟稿人', '王芳', '审核人', '签发人', '周志强', '完']);
    const [pair] = pairsOfSnapshot(snapshot).filter(({ label }) => label === '签发人');
    const source = pair?.source;
    if (source?.from !== 'page') throw new Error('no place');
    expect(source.path.split(' ')).toContain('0');
    expect(elementAt(document, source.path)?.textContent).toContain('周志强');
    expect(fieldOf(readPage(snapshot), 'reviewer').state).toBe('blank');
  });

  test('a root in a root, one in an empty plain element, and an editor in one', async () => {
    const { document, rootOf } = inRoots('<x-root></x-root><div class="root"></div>', [
      '<x-in></x-in>',
      '<div contenteditable="true">正文</div>',
    ]);
    const inner = rootOf(document.querySelector('x-root') as Element)
      ?.querySelector('x-in')
      ?.attachShadow({ mode: 'open' });
    (inner as ShadowRoot).innerHTML = '<p>里面</p>';
    const snapshot = await capture(document);
    expect(textsOf(snapshot)).toEqual(['里面']);
    expect(JSON.stringify(snapshot)).toContain('正文');
  });

  test('a closed one is read with the means of an extension, and shows nothing without', async () => {
    const { document, rootOf } = inRoots('<x-root></x-root>', [FORM], 'closed');
    expect(nodesOf(await capture(document))).toEqual([]);
    const snapshot = await capture(document, { rootOf });
    const [pair] = pairsOfSnapshot(snapshot).filter(({ label }) => label === '拟稿人');
    const source = pair?.source;
    if (source?.from !== 'page') throw new Error('no place');
    expect(elementAt(document, source.path, rootOf)?.textContent).toContain('王芳');
    expect(elementAt(document, source.path)).toBeNull();
  });

  test('children of the element are read when a slot shows them, and else not', async () => {
    const slotted = inRoots('<x-root><b>王芳</b></x-root>', ['<span>拟稿人：</span><slot></slot>']);
    expect(textsOf(await capture(slotted.document))).toEqual(['拟稿人：王芳']);
    const unshown = inRoots('<x-root><b>王芳</b></x-root>', ['<span>拟稿人：</span>']);
    expect(textsOf(await capture(unshown.document))).toEqual(['拟稿人：']);
  });

  test('what a rule of the root hides is hidden, and small drawings are nothing', async () => {
    const { document } = inRoots('<p>甲</p><x-root></x-root><x-icon></x-icon>', [
      '<style>.no { display: none }</style><p style="display:none">乙</p><p>丙</p><svg></svg>',
    ]);
    expect(textsOf(await capture(document))).toEqual(['甲', '~乙', '丙']);
    const icons = inRoots('<p>甲</p><x-root></x-root>', ['<svg></svg>']);
    expect(nodesOf(await capture(icons.document))).toHaveLength(1);
  });

  test('a label names the box beside it inside its root', async () => {
    const { document } = inRoots('<x-root></x-root>', [
      '<label for="a">拟稿人</label><input id="a" value="王芳"><label for="b">审核人</label><input id="b" value="">',
    ]);
    const pairs = pairsOfSnapshot(await capture(document));
    expect(pairs.map(({ label, value }) => [label, value])).toEqual([
      ['拟稿人', '王芳'],
      ['审核人', ''],
    ]);
  });
});
