import { cleanText } from '../base/text.ts';
import type { Attachment } from '../document/model.ts';
import type { Survey } from './survey/survey.ts';

const FILE_NAME =
  /(?:^|[\s：:、])([^\s\\/:*?"<>|：、]{1,80}\.(?:docx?|wps|xlsx?|et|pdf|ofd|pptx?|dps|zip|rar|7z|txt|jpe?g|png|tiff?))(?=$|[^a-z\d]|\d[\d.,]*\s?[kmg]?b)/iu;
/** Words of a link that opens the file whose name stands beside it. */
const OPENS = /^(?:下载|查看|打开|预览)(?:附件|文件)?$/u;

interface Place {
  frame: string;
  path: string;
}

/** Files that the page names: links and texts with a file's name, each once. An address only where the page gives one. */
export function attachmentsOf(survey: Survey): Attachment[] {
  const found = new Map<string, Attachment>();
  const places = new Map<string, Place>();
  const openers: (Place & { href: string })[] = [];
  for (const { text, hidden, href, frame, path } of survey.texts) {
    if (hidden || text.length > 200) continue;
    if (href !== undefined && OPENS.test(cleanText(text))) openers.push({ frame, path, href });
    if (!text.includes('.')) continue;
    const name = FILE_NAME.exec(cleanText(text))?.[1];
    if (name === undefined || found.get(name)?.href !== undefined) continue;
    const source = { from: 'page' as const, frame, label: '', path };
    found.set(name, { name, how: 'attached', ...(href === undefined ? {} : { href }), source });
    places.set(name, { frame, path });
  }
  return [...found.values()].map((attachment) => {
    const place = places.get(attachment.name);
    if (attachment.href !== undefined || place === undefined || openers.length === 0) return attachment;
    const href = hrefBeside(place, openers, [...places.values()]);
    return href === undefined ? attachment : { ...attachment, href };
  });
}

/** Steps that two places have in common; -1 in different frames. */
function common(one: Place, other: Place): number {
  if (one.frame !== other.frame) return -1;
  const [left, right] = [one.path.split(' '), other.path.split(' ')];
  const differs = left.findIndex((step, at) => step !== right[at]);
  return differs < 0 ? left.length : differs;
}

/** The address of the link that stands nearest to a name, in its row; undefined where another name or link stands as near. */
function hrefBeside(
  name: Place,
  openers: readonly (Place & { href: string })[],
  names: readonly Place[],
): string | undefined {
  const nearest = Math.max(...openers.map((opener) => common(name, opener)));
  const near = openers.filter((opener) => common(name, opener) === nearest);
  const [opener] = near;
  if (opener === undefined || nearest < 1 || new Set(near.map(({ href }) => href)).size > 1) return undefined;
  return names.some((other) => other !== name && common(other, opener) >= nearest) ? undefined : opener.href;
}
