import { cleanText } from '../base/text.ts';
import type { Attachment } from '../document/model.ts';
import type { Survey } from './survey/survey.ts';

const FILE_NAME =
  /(?:^|[\s：:、])([^\s\\/:*?"<>|：、]{1,80}\.(?:docx?|wps|xlsx?|et|pdf|ofd|pptx?|dps|zip|rar|7z|txt|jpe?g|png|tiff?))(?=$|[^a-z\d]|\d[\d.,]*\s?[kmg]?b)/iu;

/** Files that the page names: links and texts with a file's name, each once. An address only where the page gives one. */
export function attachmentsOf(survey: Survey): Attachment[] {
  const found = new Map<string, Attachment>();
  for (const { text, hidden, href, frame, path } of survey.texts) {
    if (hidden || text.length > 200 || !text.includes('.')) continue;
    const name = FILE_NAME.exec(cleanText(text))?.[1];
    if (name === undefined || found.get(name)?.href !== undefined) continue;
    const source = { from: 'page' as const, frame, label: '', path };
    found.set(name, { name, how: 'attached', ...(href === undefined ? {} : { href }), source });
  }
  return [...found.values()];
}
