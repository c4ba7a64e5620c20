import { describe, expect, it, test } from 'vitest';
import { snapshotOf } from '../../page/testing.ts';
import { surveyPage } from '../survey/survey.ts';
import { linesOf } from '../testing.ts';

/*
 * What component kits draw, written after the elements that their present editions give a browser: the pieces that count,
 * each with the pairs that have to come out.
 */
const item = (label: string, inner: string): string =>
  `<div class="el-form-item"><label class="el-form-item__label">${label}</label><div class="el-form-item__content">${inner}</div></div>`;
const antItem = (label: string, inner: string): string =>
  `<div class="ant-form-item"><div class="ant-form-item-label"><label title="${label}">${label}</label></div><div class="ant-form-item-control"><div class="ant-form-item-control-input-content">${inner}</div></div></div>`;

const SHAPES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'element: a switch that the label of the item names',
    '<div class="el-form-item"><label class="el-form-item__label" for="s">是否公开</label><div class="el-form-item__content"><div class="el-switch is-checked"><input class="el-switch__input" type="checkbox" role="switch" id="s" checked><span class="el-switch__core"></span></div></div></div>',
    ['是否公开=√'],
  ],
  [
    'ant-design: a switch drawn as a button, on and off',
    antItem(
      '是否公开',
      '<button type="button" role="switch" aria-checked="true" class="ant-switch ant-switch-checked"><span class="ant-switch-inner">是</span></button>',
    ) +
      antItem(
        '是否公示',
        '<button type="button" role="switch" aria-checked="false" class="ant-switch"><span class="ant-switch-inner">否</span></button>',
      ),
    ['是否公开=√', '是否公示=?'],
  ],
  [
    'layui: a switch with words for on and off',
    '<div class="layui-form-item"><label class="layui-form-label">是否公开</label><div class="layui-input-block"><input type="checkbox" lay-skin="switch" title="是|否" checked style="display:none"><div class="layui-unselect layui-form-switch layui-form-onswitch"><div>是</div><i></i></div></div></div>',
    ['是否公开=是'],
  ],
  [
    'bootstrap: options beside their labels are no labels of boxes',
    '<div class="form-group"><label>密级</label><div class="form-check"><input class="form-check-input" type="radio" name="m" id="a"><label class="form-check-label" for="a">公开</label></div><div class="custom-control"><input class="custom-control-input" type="radio" name="m" id="b" checked><label class="custom-control-label" for="b">内部</label></div></div>',
    ['密级=内部'],
  ],
  [
    'element: descriptions without borders, one of them blank',
    '<table class="el-descriptions__table"><tbody><tr><td class="el-descriptions__cell" colspan="1"><span class="el-descriptions__label">拟稿人</span><span class="el-descriptions__content">王芳</span></td><td class="el-descriptions__cell" colspan="1"><span class="el-descriptions__label">核稿人</span><span class="el-descriptions__content"></span></td></tr></tbody></table>',
    ['拟稿人=王芳', '核稿人=?'],
  ],
  [
    'element: descriptions with borders',
    '<table class="el-descriptions__table is-bordered"><tbody><tr><td class="el-descriptions__cell el-descriptions__label is-bordered-label">拟稿人</td><td class="el-descriptions__cell el-descriptions__content is-bordered-content">王芳</td><td class="el-descriptions__cell el-descriptions__label is-bordered-label">核稿人</td><td class="el-descriptions__cell el-descriptions__content is-bordered-content"></td></tr></tbody></table>',
    ['拟稿人=王芳', '核稿人=?'],
  ],
  [
    'ant-design: descriptions, of which an empty one has no element for its content',
    '<table><tbody><tr class="ant-descriptions-row"><td class="ant-descriptions-item"><div class="ant-descriptions-item-container"><span class="ant-descriptions-item-label">拟稿人</span><span class="ant-descriptions-item-content">王芳</span></div></td><td class="ant-descriptions-item"><div class="ant-descriptions-item-container"><span class="ant-descriptions-item-label">核稿人</span></div></td></tr></tbody></table>',
    ['拟稿人=王芳', '核稿人=?'],
  ],
  [
    'ant-design, old: descriptions without a container',
    '<table><tbody><tr class="ant-descriptions-row"><td class="ant-descriptions-item"><span class="ant-descriptions-item-label ant-descriptions-item-colon">拟稿人</span><span class="ant-descriptions-item-content">王芳</span></td><td class="ant-descriptions-item"><span class="ant-descriptions-item-label">核稿人</span><span class="ant-descriptions-item-content"></span></td></tr></tbody></table>',
    ['拟稿人=王芳', '核稿人=?'],
  ],
  [
    'label and value by their classes, the words of the label not known',
    '<div class="info"><div class="info-item"><span class="item-label">收文窗口</span><span class="item-value">3号窗口</span></div><div class="info-item"><span class="item-label">核稿人</span><span class="item-value"></span></div></div>',
    ['收文窗口=3号窗口', '核稿人=?'],
  ],
  [
    'a badge in front of a whole part of a page is no label of it',
    '<span class="label">重要</span><div class="content"><h2>发文单</h2><table><tr><td>拟稿人</td><td>王芳</td></tr></table></div>',
    ['拟稿人=王芳'],
  ],
  [
    'an old ant-design tab that is pushed out of sight',
    '<div class="ant-tabs-content"><div role="tabpanel" aria-hidden="false" class="ant-tabs-tabpane ant-tabs-tabpane-active"><p>拟稿人：王芳</p></div><div role="tabpanel" aria-hidden="true" class="ant-tabs-tabpane ant-tabs-tabpane-inactive"><p>核稿人：李明</p></div></div>',
    ['拟稿人=王芳', '~核稿人=李明'],
  ],
  [
    'element, old: an accordion is told to be a list of tabs and holds a form',
    '<div role="tablist" class="el-collapse"><div class="el-collapse-item is-active"><div role="tab"><div role="button" id="h" class="el-collapse-item__header">基本信息</div></div><div role="tabpanel" aria-labelledby="h" class="el-collapse-item__wrap"><div class="el-collapse-item__content"><p>拟稿人：王芳</p></div></div></div><div class="el-collapse-item"><div role="tab"><div role="button" class="el-collapse-item__header">更多</div></div><div role="tabpanel" class="el-collapse-item__wrap" style="display:none"><div class="el-collapse-item__content"><p>核稿人：李明</p></div></div></div></div>',
    ['拟稿人=王芳', '~核稿人=李明'],
  ],
  [
    'a period of two plain boxes',
    '<div class="layui-form-item"><label class="layui-form-label">日期</label><div class="layui-input-inline"><input value="2026-03-16"></div><div class="layui-form-mid">至</div><div class="layui-input-inline"><input value="2026-03-20"></div></div>',
    ['日期=2026-03-16 至 2026-03-20'],
  ],
  [
    'layui: words beside an empty box that say who fills it, and words that are the value',
    '<div class="layui-form-item"><label class="layui-form-label">审核人</label><div class="layui-input-inline"><input></div><div class="layui-form-mid layui-word-aux">由部门负责人填写</div></div><div class="layui-form-item"><label class="layui-form-label">签发人</label><div class="layui-form-mid layui-word-aux">周志强</div></div>',
    ['审核人=?', '签发人=周志强'],
  ],
  [
    'bootstrap-select draws the choice of a hidden select',
    '<div class="form-group"><label>文种</label><div class="dropdown bootstrap-select"><select style="display:none"><option selected>通知</option></select><button type="button" class="btn dropdown-toggle"><div class="filter-option"><div class="filter-option-inner"><div class="filter-option-inner-inner">通知</div></div></div></button><div class="dropdown-menu" style="display:none"><ul><li><a>通知</a></li></ul></div></div></div><div class="form-group"><label>密级</label><div class="dropdown bootstrap-select"><select style="display:none"></select><button type="button" class="btn dropdown-toggle bs-placeholder"><div class="filter-option">请选择</div></button></div></div>',
    ['文种=通知', '密级=?'],
  ],
  [
    'bootstrap: a row of columns, the value of the first label missing',
    '<div class="row"><div class="col-2">核稿人：</div><div class="col-4"></div><div class="col-2">签发人：</div><div class="col-4">周志强</div></div><div class="row"><p>联系人：王芳</p></div>',
    ['核稿人=?', '签发人=周志强'],
  ],
  [
    'paragraphs below one another, the first label of them empty',
    '<p>密级：</p><p>紧急程度：</p><p>源潭镇人民政府文件</p>',
    ['密级=?', '紧急程度=?'],
  ],
  [
    'easyui: the box in sight and its hidden twins',
    '<table><tr><td>签发人:</td><td><select class="combobox-f" style="display:none"><option value="">请选择</option></select><span class="textbox combo"><span class="textbox-addon"><a class="textbox-icon combo-arrow"></a></span><input type="text" class="textbox-text validatebox-text" value="请选择"><input type="hidden" class="textbox-value" value=""></span></td><td>文种:</td><td><input class="textbox-f" style="display:none"><span class="textbox combo"><input type="text" class="textbox-text" value="通知"><input type="hidden" class="textbox-value" value="2"></span></td></tr></table>',
    ['签发人=?', '文种=通知'],
  ],
  [
    'element-plus: files in a list that can be pressed are no buttons',
    item(
      '附件',
      '<ul class="el-upload-list"><li class="el-upload-list__item is-success" tabindex="0" role="button"><a class="el-upload-list__item-name"><span>值班表.docx</span></a></li></ul>',
    ),
    ['附件=值班表.docx'],
  ],
];

describe('component kits', () => {
  test.each(SHAPES)('%s', async (_name, html, expected) => {
    const lines = (await linesOf(html)).filter((line) => !line.startsWith('联系人'));
    expect(lines).toEqual(expected);
  });

  it.each([
    ['element, old', 'el-table__cell is-hidden', 'el-table__cell', 'el-table__fixed'],
    ['ant-design, old', 'ant-table-fixed-columns-in-body', '', 'ant-table-fixed-left'],
  ])('%s: a fixed column is read once, where its rows are', async (_name, fixed, plain, clone) => {
    const table = (cell: string): string =>
      `<table><thead><tr><th class="${cell}"><div>步骤</div></th><th class="${plain}"><div>处理人</div></th></tr></thead></table><table><tbody><tr><td class="${cell}"><div>拟稿</div></td><td class="${plain}"><div>王芳</div></td></tr></tbody></table>`;
    const html = `<style>.is-hidden>*,.ant-table-fixed-columns-in-body>*{visibility:hidden}</style><div class="el-table">${table(fixed)}<div class="${clone}">${table('')}</div></div>`;
    const { tables } = surveyPage(await snapshotOf(html));
    expect(tables.map(({ rows, hidden }) => ({ rows, hidden: hidden || false }))).toEqual([
      {
        rows: [
          ['步骤', '处理人'],
          ['拟稿', '王芳'],
        ],
        hidden: false,
      },
      {
        rows: [
          ['步骤', '处理人'],
          ['拟稿', '王芳'],
        ],
        hidden: true,
      },
    ]);
  });

  it('buttons drawn in layers are one button, and tabs are none', async () => {
    const html =
      '<a class="l-btn"><span class="l-btn-left"><span class="l-btn-text">提交</span></span></a><div class="layui-layer-btn"><a class="layui-layer-btn0">确定</a><a class="layui-layer-btn1">取消</a></div><div class="ant-tabs-nav"><div class="ant-tabs-tab"><div role="tab" class="ant-tabs-tab-btn">签发</div></div></div>';
    expect(surveyPage(await snapshotOf(html)).buttons).toEqual(['提交', '确定', '取消']);
  });

  it('a bar of steps that can be pressed stays a bar of steps', async () => {
    const step = (state: string, title: string): string =>
      `<div class="ant-steps-item ant-steps-item-${state}"><div role="button" class="ant-steps-item-container"><div class="ant-steps-item-content"><div class="ant-steps-item-title">${title}</div></div></div></div>`;
    const { lists, buttons } = surveyPage(
      await snapshotOf(`<div class="ant-steps">${step('finish', '拟稿')}${step('process', '审核')}</div>`),
    );
    expect(buttons).toEqual([]);
    expect(lists.map(({ list, items }) => [list, items.map(({ texts, state }) => [texts.join(), state])])).toEqual([
      [
        'steps',
        [
          ['拟稿', 'done'],
          ['审核', 'current'],
        ],
      ],
    ]);
  });

  it('easyui: the heads of a grid are those of its body', async () => {
    const html =
      '<div class="datagrid-view"><div class="datagrid-view2"><div class="datagrid-header"><table><tbody><tr class="datagrid-header-row"><td><div class="datagrid-cell"><span>处理人</span></div></td><td><div>时间</div></td></tr></tbody></table></div><div class="datagrid-body"><table><tbody><tr class="datagrid-row"><td><div class="datagrid-cell">王芳</div></td><td><div>2026-03-16</div></td></tr></tbody></table></div></div></div>';
    expect(surveyPage(await snapshotOf(html)).tables.map(({ rows }) => rows)).toEqual([
      [
        ['处理人', '时间'],
        ['王芳', '2026-03-16'],
      ],
    ]);
  });
});

describe('tabs that were not opened', () => {
  const bar = '<ul class="layui-tab-title"><li>表单</li><li>流转记录</li></ul>';
  const panels = (second: string, first = '<p>拟稿人：王芳</p>'): string =>
    `<div class="layui-tab">${bar}<div class="layui-tab-content"><div class="layui-tab-item layui-show">${first}</div>${second}</div></div>`;
  const away = (inner: string): string => `<div class="layui-tab-item" style="display:none">${inner}</div>`;

  it.each([
    ['an empty panel out of sight', panels(away('')), ['流转记录']],
    ['a panel that holds something', panels(away('<p>王芳 提交 2026-03-16</p>')), []],
    ['a panel in sight that is empty', panels('<div class="layui-tab-item layui-show"></div>'), []],
    ['tabs that choose what stands elsewhere', panels(away(''), ''), []],
    [
      'a panel that is not there, the others being named',
      '<div class="el-tabs"><div class="el-tabs__header"><div role="tablist"><div role="tab" id="t1">表单</div><div role="tab" id="t2">流转记录</div></div></div><div class="el-tabs__content"><div role="tabpanel" aria-labelledby="t1" class="el-tab-pane"><p>拟稿人：王芳</p></div></div></div>',
      ['流转记录'],
    ],
    [
      'another accordion below',
      `${panels(away('<p>甲</p>'))}<div class="layui-colla-content" style="display:none"></div>`,
      [],
    ],
  ])('%s', async (_name, html, expected) => {
    expect(surveyPage(await snapshotOf(html)).unopened).toEqual(expected);
  });
});
