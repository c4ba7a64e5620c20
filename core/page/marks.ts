/**
 * What class names and tags say about an element, as data. Class strings repeat, so each distinct one is judged once.
 */

export const MARK = {
  label: 1,
  button: 1 << 1,
  avatar: 1 << 2,
  icon: 1 << 3,
  field: 1 << 4,
  drawnSelect: 1 << 5,
  placeholder: 1 << 6,
  dialog: 1 << 7,
  tab: 1 << 8,
  navigation: 1 << 9,
  steps: 1 << 10,
  item: 1 << 11,
  timeline: 1 << 12,
  loading: 1 << 13,
  clone: 1 << 14,
  splitTable: 1 << 15,
  date: 1 << 16,
  required: 1 << 17,
  header: 1 << 18,
  drop: 1 << 19,
  search: 1 << 20,
  signature: 1 << 21,
  drawnOption: 1 << 22,
  done: 1 << 23,
  current: 1 << 24,
  waiting: 1 << 25,
  /** A body with this class belongs to a rich-text editor, also when it is read-only. */
  editor: 1 << 26,
} as const;

/** Mark → pattern of one class token. */
const CLASS_MARKS: readonly (readonly [number, RegExp])[] = [
  [MARK.label, /^(?!.*(?:radio|checkbox|switch))(?:.*[-_])?label$/i],
  [
    MARK.button,
    /^(?!.*(?:group|container|wrap|radio|bar$|box|list|area|content|inner|text|icon))(?:.*[-_])?(?:btn|button)(?:[-_].*)?$/i,
  ],
  [MARK.avatar, /^(?:(?:el|ant|n|t|arco|ivu|van|user|wea)-)?avatar$/i],
  [MARK.icon, /^(?:el-icon|anticon|iconfont|icon|layui-icon|fa|fas|far|glyphicon|material-icons|icon-coms?.*)$/i],
  [
    MARK.field,
    /^(?:el-form-item|ant-form-item|layui-form-item|wea-form-item|ivu-form-item|n-form-item|arco-form-item|t-form__item|form-group|van-field)$/,
  ],
  [
    MARK.drawnSelect,
    /^(?:el-select|el-cascader|el-tree-select|ant-select|ant-cascader-picker|layui-form-select|n-base-selection|ivu-select|arco-select-view)$/,
  ],
  [MARK.placeholder, /placeholder|shadowdiv/i],
  [MARK.dialog, /^(?:el-dialog|el-drawer|ant-modal|ant-drawer|layui-layer|modal-dialog|el-message-box)$/],
  [MARK.tab, /^(?:el-tab-pane|ant-tabs-tabpane|layui-tab-item|tab-pane)$/],
  [
    MARK.navigation,
    /^(?:el-menu|ant-menu|layui-nav|layui-side|el-tabs__header|ant-tabs-nav|ant-tabs-bar|layui-tab-title|nav-tabs|el-breadcrumb|ant-breadcrumb|breadcrumb|el-pagination|ant-pagination|layui-laypage|pagination|navbar|sidebar|tagsView.*|tags-view.*)$/,
  ],
  [MARK.steps, /^(?:el-steps|ant-steps|n-steps|arco-steps|layui-step(?:s)?)$/],
  [
    MARK.item,
    /^(?:el-step|ant-steps-item|n-step|arco-steps-item|layui-step-item|el-timeline-item|ant-timeline-item|layui-timeline-item)$/,
  ],
  [MARK.timeline, /^(?:el-timeline|ant-timeline|layui-timeline)$/],
  [
    MARK.loading,
    /^(?:el-loading-mask|ant-spin-spinning|layui-layer-load(?:ing)?\d*|loading-mask|el-skeleton|ant-skeleton|nprogress-busy)$/,
  ],
  [MARK.clone, /^(?:el-table__fixed(?:-right)?|layui-table-fixed)$/],
  [MARK.splitTable, /^(?:el-table|ant-table|layui-table-view|vxe-table)$/],
  [MARK.date, /^(?:el-date-editor|ant-picker|ant-calendar-picker|Wdate|laydate-icon)$/],
  [MARK.required, /^(?:is-required|is-must|required|ant-form-item-required|layui-form-required|layui-required)$/],
  [MARK.header, /^(?:td_normal_title|(?:td_)?etype_2)$|(?:^|[-_])label$/],
  [
    MARK.drop,
    /^(?:el-select-dropdown|el-select__popper|el-picker-panel|el-picker__popper|el-autocomplete-suggestion|el-cascader__dropdown|el-tooltip__popper|ant-select-dropdown|ant-picker-dropdown|ant-calendar-picker-container|ant-tooltip|layui-laydate|el-form-item__error|ant-form-item-explain.*|invalid-feedback|edui-.*toolbar.*|tox-toolbar.*|tox-menubar|ke-toolbar|w-e-toolbar|w-e-bar.*|ql-toolbar|cke_top|vjs-.*)$/,
  ],
  [MARK.search, /^(?:search-form|search-box|el-table-search|ant-pro-table-search|query-form)$/],
  [MARK.signature, /sign(?:ature|img|pic)?(?:$|[-_])|qianming|seal(?:$|[-_])/i],
  [MARK.drawnOption, /^layui-form-(?:radio|checkbox|switch)$/],
  [MARK.done, /^(?:is-finish|is-success|ant-steps-item-finish|n-step--finish-status|arco-steps-item-finish)$/],
  [MARK.current, /^(?:is-process|ant-steps-item-process|n-step--process-status|arco-steps-item-process)$/],
  [MARK.waiting, /^(?:is-wait|ant-steps-item-wait|n-step--wait-status|arco-steps-item-wait)$/],
  [MARK.editor, /^(?:ke-content|mce-content-body|cke_editable|edui-body.*|view)$/],
];

const judged = new Map<string, number>();

/** The marks of a class attribute, as a sum of `MARK` bits. */
export function marksOf(className: string): number {
  const known = judged.get(className);
  if (known !== undefined) return known;
  let marks = 0;
  const tokens = className.split(/\s+/);
  // Plain loops in everything that runs beside page code: an overridden Array.prototype must not reach it.
  for (let at = 0; at < tokens.length && at < 30; at += 1) {
    for (let row = 0; row < CLASS_MARKS.length; row += 1) {
      const entry = CLASS_MARKS[row] as readonly [number, RegExp];
      if (entry[1].test(tokens[at] as string)) marks |= entry[0];
    }
  }
  // Pages that number their class names must not fill the memory.
  if (judged.size > 5000) judged.clear();
  judged.set(className, marks);
  return marks;
}

/** What the walk does with a tag; tags that are not listed are blocks when known to HTML, else they run inline. */
export type TagKind =
  | 'skip'
  | 'inline'
  | 'block'
  | 'break'
  | 'heading'
  | 'table'
  | 'rows'
  | 'row'
  | 'cell'
  | 'list'
  | 'item'
  | 'input'
  | 'textarea'
  | 'select'
  | 'button'
  | 'link'
  | 'label'
  | 'picture'
  | 'frame'
  | 'embed'
  | 'form'
  | 'fieldset'
  | 'dialog'
  | 'navigation'
  | 'article'
  | 'search'
  | 'details';

const KIND_TAGS: Readonly<Partial<Record<TagKind, string>>> = {
  skip: 'script style noscript template head title meta link base col colgroup param source track map area svg datalist option optgroup wbr rp rt frame-placeholder',
  block:
    'html body div p section aside header footer address blockquote pre center figure figcaption hgroup main caption legend summary frameset noframes multicol',
  break: 'br hr',
  heading: 'h1 h2 h3 h4 h5 h6',
  table: 'table',
  rows: 'thead tbody tfoot',
  row: 'tr',
  cell: 'td th',
  list: 'ul ol dl menu dir',
  item: 'li dt dd',
  input: 'input',
  textarea: 'textarea',
  select: 'select',
  button: 'button',
  link: 'a',
  label: 'label',
  picture: 'img',
  frame: 'iframe frame',
  embed: 'object embed applet canvas video audio',
  form: 'form',
  fieldset: 'fieldset',
  dialog: 'dialog',
  navigation: 'nav',
  article: 'article',
  search: 'search',
  details: 'details',
};

/** Tag → kind. A tag that is not here runs inline (span, b, font, custom elements). */
export const TAGS: ReadonlyMap<string, TagKind> = (() => {
  const tags = new Map<string, TagKind>();
  for (const kind in KIND_TAGS) {
    const names = (KIND_TAGS[kind as TagKind] as string).split(' ');
    for (let at = 0; at < names.length; at += 1) tags.set(names[at] as string, kind as TagKind);
  }
  return tags;
})();

/** Attributes that the walk looks at; which of them an element has is found out once. */
export const HAS = {
  class: 1,
  id: 1 << 1,
  /** May hide by what it says. */
  style: 1 << 2,
  /** Hides by being there. */
  hide: 1 << 3,
  /** `style` or `hide`. */
  hiding: (1 << 2) | (1 << 3),
  away: 1 << 4,
  role: 1 << 5,
  editable: 1 << 6,
  span: 1 << 7,
  type: 1 << 8,
  name: 1 << 9,
  title: 1 << 10,
  placeholder: 1 << 11,
  readOnly: 1 << 12,
  required: 1 << 13,
  disabled: 1 << 14,
  /** Says a control's name or duty in another way. */
  spoken: 1 << 15,
} as const;

/** Name of an attribute → its `HAS` bit. */
export const ATTRIBUTES: ReadonlyMap<string, number> = new Map([
  ['class', HAS.class],
  ['id', HAS.id],
  ['style', HAS.style],
  ['hidden', HAS.hide],
  ['popover', HAS.hide],
  ['aria-hidden', HAS.away],
  ['role', HAS.role],
  ['contenteditable', HAS.editable],
  ['colspan', HAS.span],
  ['rowspan', HAS.span],
  ['type', HAS.type],
  ['name', HAS.name],
  ['title', HAS.title],
  ['placeholder', HAS.placeholder],
  ['readonly', HAS.readOnly],
  ['required', HAS.required],
  ['disabled', HAS.disabled],
  ['aria-label', HAS.spoken],
  ['aria-required', HAS.spoken],
  ['temptitle', HAS.spoken],
  ['lay-verify', HAS.spoken],
]);
