import type { Block } from '../base/block.ts';
import type { FileSource } from '../base/source.ts';
import type { Note } from '../document/model.ts';
import { endOfTitle } from '../document/title.ts';
import { type FileFacts, propertyWords } from './words.ts';

/** A template or an older version leaves its title in the properties: it counts where the text shows it, or there is none. */
export function shownTitle(blocks: readonly Block[], title = ''): string {
  return blocks.length === 0 || endOfTitle(blocks, title) >= 0 ? title : '';
}

/** What a file says of itself, as a remark; [] when it says nothing. */
export function propertyNotes(facts: FileFacts, source: FileSource): Note[] {
  const text = propertyWords(facts);
  return text === undefined ? [] : [{ kind: 'remark', text, source: { ...source, place: { properties: true } } }];
}

/** The day of a time as programs write it: 2026-03-18, 2026-03-18T10:00:00+08:00, D:20260318100000. '' where none is told. */
export function dayOf(written = ''): string {
  const [, year, month = '', day = ''] = /^(?:D:)?(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})/.exec(written) ?? [];
  return year === undefined ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
