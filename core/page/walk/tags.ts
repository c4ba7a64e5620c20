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
