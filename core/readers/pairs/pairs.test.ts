import { describe, expect, test } from 'vitest';
import { linesOf, pairsOf } from '../testing.ts';

/** Name of the shape, markup, the pairs that have to come out. */
const SHAPES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'label cell left',
    '<table><tr><td>拟稿人</td><td>张建国</td><td>拟稿日期</td><td>2026-11-20</td></tr></table>',
    ['拟稿人=张建国', '拟稿日期=2026-11-20'],
  ],
  [
    'label above one row of values',
    '<table><tr><td>编制</td><td>审核</td><td>批准</td></tr><tr><td>张飞</td><td>赵子龙</td><td></td></tr></table>',
    ['编制=张飞', '审核=赵子龙', '批准=?'],
  ],
  [
    'names below the labels, dates below the names',
    '<table><tr><td>编制</td><td>审核</td><td>批准</td></tr><tr><td>张飞</td><td>赵子龙</td><td>磐石</td></tr><tr><td>2026-11-01</td><td>2026-11-02</td><td>2026-11-03</td></tr></table>',
    ['编制=张飞 2026-11-01', '审核=赵子龙 2026-11-02', '批准=磐石 2026-11-03'],
  ],
  [
    'several people, each a link, with nothing or a blank between them',
    '<table><tr><td>会签</td><td><span><a>吴敏</a>&nbsp;<a>孙丽</a>&nbsp;</span></td><td>承办人</td><td><a>甲某</a><a>乙某</a></td></tr></table>',
    ['会签=吴敏、孙丽', '承办人=甲某、乙某'],
  ],
  [
    'a link inside a text stays part of it',
    '<table><tr><td>标题</td><td>关于<a>印发</a>《<a>规范</a>》的通知</td></tr></table>',
    ['标题=关于印发《规范》的通知'],
  ],
  [
    'a data table gives nothing',
    '<table><tr><td>标题</td><td>拟稿人</td><td>拟稿日期</td></tr><tr><td>甲</td><td>张飞</td><td>2026-11-01</td></tr><tr><td>乙</td><td>关羽</td><td>2026-11-02</td></tr><tr><td>丙</td><td>赵云</td><td>2026-11-03</td></tr></table>',
    [],
  ],
  [
    'a numbered list gives nothing',
    '<table><tr><td></td><td>标题</td><td>拟稿人</td><td>审核</td></tr><tr><td>1</td><td>通知</td><td>张飞</td><td></td></tr></table>',
    [],
  ],
  [
    'a workflow record gives nothing',
    '<table><tr><td>序号</td><td>动作</td><td>处理人</td><td>状态</td></tr><tr><td>1</td><td>审核</td><td>赵云</td><td>同意</td></tr></table>',
    [],
  ],
  [
    'a strip of steps gives nothing',
    '<table><tr><td>拟稿人</td><td></td><td>审核</td><td></td><td>批准</td><td></td><td>结束</td></tr></table>',
    [],
  ],
  [
    'both in one cell',
    '<table><tr><td>拟稿人：张三</td><td>签发人：李四</td></tr></table>',
    ['拟稿人=张三', '签发人=李四'],
  ],
  [
    'several pairs in one cell',
    '<table><tr><td>承办人：张三 负责人：李四</td></tr><tr><td>编制：甲　审核：乙　批准：</td></tr></table>',
    ['承办人=张三', '负责人=李四', '编制=甲', '审核=乙', '批准=?'],
  ],
  [
    'no space between the pairs',
    '<div>编制：张飞审核：赵子龙批准：磐石</div>',
    ['编制=张飞', '审核=赵子龙', '批准=磐石'],
  ],
  ['spaces in the label', '<table><tr><td>拟&nbsp;稿　人：</td><td>张三</td></tr></table>', ['拟 稿 人=张三']],
  [
    'zero-width and full-width characters in the label',
    '<table><tr><td>＊拟\u200b稿\ufeff人：</td><td>张三</td></tr></table>',
    ['拟稿人*=张三'],
  ],
  ['a line break in the label', '<table><tr><td>拟稿<br>人</td><td>张三</td></tr></table>', ['拟稿 人=张三']],
  [
    'a note in brackets behind the label',
    '<table><tr><td>拟稿人（及联系电话）</td><td>张建国/029-000</td></tr></table>',
    ['拟稿人（及联系电话）=张建国/029-000'],
  ],
  [
    'label and value in one wide cell',
    '<table><tr><td colspan="4">厅领导批示：同意。</td></tr><tr><td colspan=4>领导批示：</td></tr></table>',
    ['厅领导批示=同意。', '领导批示=?'],
  ],
  [
    'colspan and rowspan',
    '<table><tr><td rowspan="2">标题</td><td colspan="3" rowspan="2">关于某事的通知</td></tr><tr></tr><tr><td>密级</td><td>公开</td><td>紧急程度</td><td>平急</td></tr></table>',
    ['标题=关于某事的通知', '密级=公开', '紧急程度=平急'],
  ],
  [
    'an empty helper row and an empty first cell',
    '<table><tr name="controlwidth"><td></td><td></td><td></td></tr><tr><td class="rowgroup"></td><td>拟稿人</td><td>张三</td></tr><tr><td class="rowgroup"></td><td>核稿人</td><td></td></tr></table>',
    ['拟稿人=张三', '核稿人=?'],
  ],
  [
    'an empty column between label and value',
    '<table><tr><td>拟稿人</td><td></td><td>张三</td></tr><tr><td>密级</td><td></td><td>公开</td></tr></table>',
    ['拟稿人=张三', '密级=公开'],
  ],
  [
    'th as label',
    '<table><tr><th>来文单位</th><td>县政府</td></tr><tr><th>文种</th><td>通知</td></tr></table>',
    ['来文单位=县政府', '文种=通知'],
  ],
  [
    'two labels that meet',
    '<table><tr><td>核稿人</td><td>签发人</td><td>李四</td></tr></table>',
    ['核稿人=?', '签发人=李四'],
  ],
  [
    'rows named on the left, columns above',
    '<table><tr><td></td><td>姓名</td><td>日期</td></tr><tr><td>编制</td><td>张飞</td><td>2026-11-01</td></tr><tr><td>审核</td><td>赵云</td><td>2026-11-02</td></tr></table>',
    ['编制=张飞 2026-11-01', '审核=赵云 2026-11-02'],
  ],
  [
    'an empty value beside a label is not looked for below',
    '<table><tr><td>拟稿人</td><td></td></tr><tr><td>本页备注</td><td>无</td></tr></table>',
    ['拟稿人=?'],
  ],
  ['input in the next cell', '<table><tr><td>拟稿人</td><td><input value="张三"></td></tr></table>', ['拟稿人=张三']],
  [
    'read-only and disabled inputs',
    '<table><tr><td>拟稿人</td><td><input readonly value="张三"></td><td>核稿人</td><td><input disabled value="李四"></td></tr></table>',
    ['拟稿人=张三', '核稿人=李四'],
  ],
  [
    'label text before the input in one cell',
    '<table><tr><td>填写人 <input name="data_1" value="王芳"> 日期 <input value="2026-11-20"></td></tr></table>',
    ['填写人=王芳', '日期=2026-11-20'],
  ],
  [
    'labels with colons and inputs on one line',
    '<p>承办人：<input value="王芳"> 负责人：<input></p>',
    ['承办人=王芳', '负责人=?'],
  ],
  ['label for', '<div><label for="a">拟稿人</label><div><input id="a" value="张三"></div></div>', ['拟稿人=张三']],
  [
    'label in a cell, control by for',
    '<table><tr><td><label for="a">办理事由</label></td><td><input id="a" value="证明"></td></tr></table>',
    ['办理事由=证明'],
  ],
  ['wrapped label', '<label>拟稿人 <input value="张三"></label>', ['拟稿人=张三']],
  [
    'a for that several labels share is not believed',
    '<table><tr><td><label for="title">拟稿人</label></td><td><input value="张三"></td></tr><tr><td><label for="title">核稿人</label></td><td><input id="title" value="李四"></td></tr></table>',
    ['拟稿人=张三', '核稿人=李四'],
  ],
  [
    'a for that points far away is not believed',
    '<table><tr><td><label for="far">拟稿人</label></td><td><input value="张三"></td></tr><tr><td>标题</td><td><input id="far" value="通知"></td></tr></table>',
    ['拟稿人=张三', '标题=通知'],
  ],
  [
    'element-plus form item',
    '<div class="el-form-item is-required"><label class="el-form-item__label" for="x1">拟稿人</label><div class="el-form-item__content"><div class="el-input"><input class="el-input__inner" id="x1" value="张三"></div><div class="el-form-item__error">请输入拟稿人</div></div></div>',
    ['拟稿人*=张三'],
  ],
  [
    'element-plus select',
    '<div class="el-form-item"><label class="el-form-item__label">文种</label><div class="el-form-item__content"><div class="el-select"><div class="el-select__wrapper"><div class="el-select__selection"><div class="el-select__selected-item el-select__input-wrapper"><input class="el-select__input"></div><div class="el-select__selected-item el-select__placeholder"><span>请示</span></div></div></div></div></div></div>',
    ['文种=请示'],
  ],
  [
    'element-plus select with nothing chosen',
    '<div class="el-form-item"><label class="el-form-item__label">文种</label><div class="el-form-item__content"><div class="el-select"><div class="el-select__selection"><input class="el-select__input"><div class="el-select__selected-item el-select__placeholder is-transparent"><span>请选择文种</span></div></div></div></div></div>',
    ['文种=?'],
  ],
  [
    'ant-design form item with a drawn select',
    '<div class="ant-row ant-form-item"><div class="ant-col ant-form-item-label"><label class="ant-form-item-required" title="密级">密级</label></div><div class="ant-col ant-form-item-control"><div class="ant-select"><div class="ant-select-selector"><span class="ant-select-selection-search"><input></span><span class="ant-select-selection-item" title="公开">公开</span></div></div></div></div>',
    ['密级*=公开'],
  ],
  [
    'ant-design select with a placeholder',
    '<div class="ant-form-item"><div class="ant-form-item-label"><label>密级</label></div><div class="ant-select"><div class="ant-select-selector"><span class="ant-select-selection-search"><input></span><span class="ant-select-selection-placeholder">请选择</span></div></div></div>',
    ['密级=?'],
  ],
  [
    'element-plus select of several, as tags',
    '<div class="el-form-item"><label class="el-form-item__label">主送</label><div class="el-select"><div class="el-select__selection"><div class="el-select__selected-item"><span class="el-tag"><span class="el-tag__content"><span class="el-select__tags-text">党政办</span></span><i class="el-tag__close"></i></span></div><div class="el-select__selected-item"><span class="el-tag"><span class="el-tag__content"><span class="el-select__tags-text">财政所</span></span></span></div><div class="el-select__selected-item el-select__input-wrapper"><input class="el-select__input"></div></div></div></div>',
    ['主送=党政办、财政所'],
  ],
  [
    'ant-design select of several, with marks to take each away',
    '<div class="ant-form-item"><div class="ant-form-item-label"><label>主送</label></div><div class="ant-select ant-select-multiple"><div class="ant-select-selector"><span class="ant-select-selection-item" title="党政办"><span class="ant-select-selection-item-content">党政办</span><span class="ant-select-selection-item-remove">×</span></span><span class="ant-select-selection-item" title="财政所"><span class="ant-select-selection-item-content">财政所</span><span class="ant-select-selection-item-remove">×</span></span><div class="ant-select-selection-search"><input></div></div></div></div>',
    ['主送=党政办、财政所'],
  ],
  [
    'radios and checkboxes that layui draws beside hidden ones',
    '<div class="layui-form-item"><label class="layui-form-label">密级</label><div class="layui-input-block"><input type="radio" name="m" title="公开" style="display:none"><div class="layui-unselect layui-form-radio"><i class="layui-icon"></i><div>公开</div></div><input type="radio" name="m" title="内部" checked style="display:none"><div class="layui-unselect layui-form-radio layui-form-radioed"><i class="layui-icon"></i><div>内部</div></div></div></div><div class="layui-form-item"><label class="layui-form-label">主送</label><div class="layui-input-block"><input type="checkbox" title="党政办" checked style="display:none"><div class="layui-unselect layui-form-checkbox layui-form-checked"><span>党政办</span></div><input type="checkbox" title="财政所" style="display:none"><div class="layui-unselect layui-form-checkbox"><span>财政所</span></div></div></div>',
    ['密级=内部', '主送=党政办'],
  ],
  [
    'date picker of ant-design',
    '<div class="ant-form-item"><div class="ant-form-item-label"><label for="d">拟稿日期</label></div><div class="ant-picker"><div class="ant-picker-input"><input id="d" readonly placeholder="请选择日期" value="2026-11-20"><span class="ant-picker-suffix"></span></div></div></div>',
    ['拟稿日期=2026-11-20'],
  ],
  [
    'a label over two rows, the date below the name',
    '<table><tr><td rowspan="2">签发人</td><td>赵国强</td><td rowspan="2">核稿人</td><td>李明</td></tr><tr><td>2026-11-20</td><td></td></tr></table>',
    ['签发人=赵国强 2026-11-20', '核稿人=李明'],
  ],
  [
    'layui row with two items and a drawn select',
    '<div class="layui-form-item"><div class="layui-inline"><label class="layui-form-label"><span>*</span>拟稿人</label><div class="layui-input-inline"><input value="张三" lay-verify="required"></div></div><div class="layui-inline"><label class="layui-form-label">文种</label><div class="layui-input-inline"><select style="display:none"><option value="">请选择</option><option value="3" selected>函</option></select><div class="layui-form-select"><div class="layui-select-title"><input readonly value="函"></div><dl><dd>请选择</dd><dd>函</dd></dl></div></div></div></div>',
    ['拟稿人*=张三', '文种=函'],
  ],
  ['definition list', '<dl><dt>拟稿人</dt><dd>张三</dd><dt>核稿人</dt><dd></dd></dl>', ['拟稿人=张三', '核稿人=?']],
  [
    'descriptions of a component library',
    '<table><tr><td class="el-descriptions__cell"><span class="el-descriptions__label">事项名称</span><span class="el-descriptions__content">居住证明</span></td></tr></table>',
    ['事项名称=居住证明'],
  ],
  [
    'native select, and the word for nothing chosen',
    '<table><tr><td>文种</td><td><select><option>请选择</option><option selected>函</option></select></td><td>密级</td><td><select><option>请选择</option></select></td></tr></table>',
    ['文种=函', '密级=?'],
  ],
  [
    'radios with words beside them',
    '<table><tr><td>密级</td><td><input type="radio" name="m">公开 <input type="radio" name="m" checked>内部</td></tr></table>',
    ['密级=内部'],
  ],
  [
    'radios wrapped in labels',
    '<div class="el-form-item"><label class="el-form-item__label">办理结果</label><div><label class="el-radio"><span class="el-radio__input"><input type="radio" name="r" checked></span><span class="el-radio__label">办结</span></label><label class="el-radio"><input type="radio" name="r"><span class="el-radio__label">退件</span></label></div></div>',
    ['办理结果=办结'],
  ],
  [
    'no radio chosen',
    '<table><tr><td>密级</td><td><label><input type="radio" name="m">公开</label><label><input type="radio" name="m">内部</label></td></tr></table>',
    ['密级=?'],
  ],
  [
    'checkboxes',
    '<table><tr><td>主送</td><td><label><input type="checkbox" checked>党政办</label><label><input type="checkbox" checked>财政所</label><label><input type="checkbox">卫生院</label></td></tr></table>',
    ['主送=党政办、财政所'],
  ],
  [
    'textarea with lines',
    '<table><tr><td>领导批示</td><td><textarea>同意\n请办理</textarea></td></tr></table>',
    ['领导批示=同意\n请办理'],
  ],
  [
    'date picker of two boxes',
    '<div class="el-form-item"><label class="el-form-item__label">日期</label><div class="el-date-editor"><input value="2026-11-01"><span>至</span><input value="2026-11-20"></div></div>',
    ['日期=2026-11-01 至 2026-11-20'],
  ],
  [
    'contenteditable',
    '<table><tr><td>正文</td><td><div contenteditable="true"><p>第一段</p><p>第二段</p></div></td></tr></table>',
    ['正文=第一段\n第二段'],
  ],
  [
    'number drawn around its boxes',
    '<table><tr><td>发文字号</td><td>镇政发〔<input value="2026">〕<input value="12">号</td></tr></table>',
    ['发文字号=镇政发〔2026〕12号'],
  ],
  [
    'placeholder is no value',
    '<table><tr><td>拟稿人</td><td><input placeholder="请输入拟稿人"></td></tr></table>',
    ['拟稿人=?'],
  ],
  [
    'placeholder drawn over the box',
    '<table><tr><td>领导批示</td><td><div id="remarkShadowDiv">请输入办理意见</div><textarea></textarea></td></tr></table>',
    ['领导批示=?'],
  ],
  [
    'advice beside an empty box',
    '<table><tr><td>拟稿人</td><td><input> （必填）</td><td>标题</td><td><input> 请写全称</td></tr></table>',
    ['拟稿人=?', '标题=?'],
  ],
  [
    'opinions above an empty box for the next one',
    '<table><tr><td>领导批示</td><td><div>赵子龙 同意 2026-11-23 12:12:49</div><textarea></textarea></td></tr></table>',
    ['领导批示=赵子龙 同意 2026-11-23 12:12:49'],
  ],
  [
    'several opinions parted by rules',
    '<table><tr><td>会签</td><td>张三 同意<hr>李四 同意</td></tr></table>',
    ['会签=张三 同意\n李四 同意'],
  ],
  [
    'required star as an image',
    '<table><tr><td>拟稿人</td><td><span><img src="/images/BacoError_wev8.gif"></span><input></td></tr></table>',
    ['拟稿人*=?'],
  ],
  [
    'required star beside the box',
    '<table><tr><td>拟稿人</td><td><input><font color="red">*</font></td></tr></table>',
    ['拟稿人*=?'],
  ],
  [
    'required by attribute',
    '<table><tr><td>拟稿人</td><td><input required></td><td>标题</td><td><input aria-required="true"></td></tr></table>',
    ['拟稿人*=?', '标题*=?'],
  ],
  [
    'hidden template row is no value',
    '<table><tr style="display:none"><td>领导批示</td><td>样例</td></tr><tr><td>领导批示</td><td>同意</td></tr></table>',
    ['领导批示=同意', '~领导批示=样例'],
  ],
  [
    'hidden twin with an id',
    '<table><tr><td>拟稿人</td><td><span id="field5span">张建国</span><input type="hidden" id="field5" value="1083"></td></tr></table>',
    ['拟稿人=张建国'],
  ],
  [
    'hidden twin that is empty',
    '<table><tr><td>拟稿人</td><td><input value="张三" readonly><input type="hidden" value=""></td></tr></table>',
    ['拟稿人=张三'],
  ],
  [
    'a hidden span in the value',
    '<table><tr><td>拟稿人</td><td>张三<span style="display:none">1083</span></td></tr></table>',
    ['拟稿人=张三'],
  ],
  [
    'hidden by a style rule',
    '<style>.gone td.x{display:none}</style><table class="gone"><tr><td>拟稿人</td><td class="x">旧值</td><td>张三</td></tr></table>',
    ['拟稿人=张三', '~拟稿人=旧值'],
  ],
  ['signature picture', '<table><tr><td>签发人</td><td><img src="/sign/7.png"></td></tr></table>', ['签发人=#']],
  [
    'signature picture with opinion',
    '<table><tr><td>签发人</td><td><img src="/upload/a.png"><br>同意 2026-11-23</td></tr></table>',
    ['签发人=同意 2026-11-23#'],
  ],
  [
    'an icon is no signature',
    '<table><tr><td>签发人</td><td><img src="/images/calendar.gif"></td></tr></table>',
    ['签发人=?'],
  ],
  [
    'plug-in body',
    '<table><tr><td>正文</td><td><object id="WebOffice" classid="clsid:0"></object></td></tr></table>',
    ['正文=!'],
  ],
  [
    'avatar letter',
    '<table><tr><td>签发人</td><td><span class="el-avatar">张</span><span>张建国</span></td></tr></table>',
    ['签发人=张建国'],
  ],
  [
    'a person as a link without an address',
    '<table><tr><td>拟稿人</td><td><a href="javascript:openhrm(5)">张建国</a></td></tr></table>',
    ['拟稿人=张建国'],
  ],
  [
    'buttons beside the value',
    '<table><tr><td>拟稿人</td><td><input value="张三"><button>选</button><a class="btn">清空</a></td></tr></table>',
    ['拟稿人=张三'],
  ],
  ['menus say nothing', '<ul class="el-menu"><li>审核</li><li>张三</li></ul><nav>拟稿人：张三</nav>', []],
  ['words below one another without a colon say nothing', '<div>审核</div><div>流程图</div>', []],
  ['label and value in blocks, with a colon', '<div>拟稿人：</div><div>张三</div>', ['拟稿人=张三']],
  ['label and value in spans', '<div><span>拟稿人：</span><span>张三</span></div>', ['拟稿人=张三']],
  ['a title names a box that nothing else names', '<div><input title="拟稿人" value="张三"></div>', ['拟稿人=张三']],
  ['lines drawn for a name are empty', '<p>编制：______ 审核：______</p>', ['编制=?', '审核=?']],
  [
    'a day beside the signature, in boxes and in words, filled and not',
    '<table><tr><td>审核</td><td><input value="李明">　日期：<input value="2026-11-20"></td></tr><tr><td>签发</td><td><input>　日期：<input></td></tr><tr><td>批准</td><td>赵国强　日期：2026-11-21</td></tr></table>',
    ['审核=李明', '审核日期=2026-11-20', '签发=?', '签发日期=?', '批准=赵国强', '批准日期=2026-11-21'],
  ],
  [
    'days beside several names of one box stay with their names',
    '<table><tr><td>审核</td><td>李明 日期：2026-11-20 王芳 日期：2026-11-21</td></tr></table>',
    ['审核=李明 日期：2026-11-20 王芳 日期：2026-11-21'],
  ],
  [
    'a day that no label would be known by stays in its box',
    '<table><tr><td>联系电话</td><td>0990 日期：2026-11-20</td></tr></table>',
    ['联系电话=0990 日期：2026-11-20'],
  ],
  [
    'a signature in paragraphs below its label, with a picture or a name',
    '<p>拟稿人：张三</p><p>签发：</p><p>同意印发。</p><p><img src="/sign/1.png"></p><p>2026-10-10</p><p>审核：</p><p>同意。</p><p>钱一 2026年10月9日</p><p>附注</p>',
    ['拟稿人=张三', '签发=同意印发。\n2026-10-10#', '审核=同意。\n钱一 2026年10月9日'],
  ],
  [
    'the text of the document below an empty label',
    '<p>审核：</p><p>各村、各社区：</p><p>现将有关事项通知如下。</p><p>2026年3月1日</p>',
    ['审核=?'],
  ],
  [
    'nested table with the boxes',
    '<table><tr><td>拟稿人</td><td><table><tr><td><input value="张三"></td><td><button>选</button></td></tr></table></td></tr></table>',
    ['拟稿人=张三'],
  ],
];

describe('labelled values', () => {
  test.each(SHAPES)('%s', async (_name, html, expected) => {
    expect(await linesOf(html)).toEqual(expected);
  });

  test('values that live in a property and not in the markup', async () => {
    const html =
      '<table><tr><td>拟稿人</td><td><input id="a"></td><td>文种</td><td><select id="b"><option>函</option><option>请示</option></select></td></tr></table><script>a.value="张三";b.selectedIndex=1</script>';
    expect(await linesOf(html)).toEqual(['拟稿人=张三', '文种=请示']);
  });

  test('sources name the box and the label', async () => {
    const [pair] = await pairsOf(
      '<table><tr><td>拟稿人：</td><td><input id="draft" value="张三" readonly></td></tr></table>',
    );
    expect(pair).toMatchObject({
      kind: 'cell-left',
      box: 'control',
      readOnly: true,
      source: { from: 'page', frame: '', label: '拟稿人', path: '#draft' },
    });
  });
});
