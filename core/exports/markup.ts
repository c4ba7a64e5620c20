const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What XML cannot hold: control characters but tab and line end, halves of surrogate pairs, two that are none. */
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

/** Text without what XML cannot hold. */
export const withoutUnwritable = (text: string): string => text.replace(UNWRITABLE, '');

/** Text for element content and quoted attributes, of HTML and of XML. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** One element; `content` is markup, already escaped. */
export const element = (name: string, content: string, attributes = ''): string =>
  `<${name}${attributes === '' ? '' : ` ${attributes}`}>${content}</${name}>`;

/** No script, nothing from outside: the policy says so to whoever opens the file. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** A page that is one file and opens from a disk in any browser. `title` is text, `style` and `body` are written as they are. */
export function htmlPage({ title, style, body }: { title: string; style: string; body: readonly string[] }): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeMarkup(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title>
<style>${style}</style>
</head>
<body>
${body.join('\n')}
</body>
</html>
`;
}
