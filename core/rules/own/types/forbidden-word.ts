import { v } from '../../../base/schema.ts';
import type { Source } from '../../../base/source.ts';
import { orUnread } from '../../questions/sight.ts';
import { ownTextOf } from '../../questions/text.ts';
import type { Verdict } from '../../rule.ts';
import { ownType, wordSchema, wordsSchema } from '../own-type.ts';

/** Places of one word that are shown. */
const SHOWN = 6;

/** Words that the text and the title do not use. Within an exempt word (新为民服务中心路) they are let pass. */
export const forbiddenWord = ownType({
  title: '不用的词',
  entries: {
    words: wordsSchema,
    exempt: v.exactOptional(v.pipe(v.array(wordSchema), v.maxLength(200))),
    instead: v.exactOptional(wordSchema),
  },
  make({ words, exempt = [], instead }) {
    const longest = exempt.toSorted((left, right) => right.length - left.length);
    const without = (text: string): string => longest.reduce((rest, word) => rest.replaceAll(word, '□'), text);
    return {
      reasons: {
        used: { outcome: 'failed', message: '有{count}处写了“{word}”，规定不用这个词。' },
        replaced: { outcome: 'failed', message: '有{count}处写了“{word}”，应当写“{instead}”。' },
        unread: { outcome: 'cannot-tell', quiet: true, message: '正文没有读全，用词请目视核对。' },
      },
      check({ document, field }) {
        const title = field('title');
        const pieces: { text: string; sources: Source[] }[] = [
          ...ownTextOf(document).map(({ text, source }) => ({ text: without(text), sources: [source] })),
          // A title that stands in the text is read there.
          ...(document.blocks.length === 0 ? [{ text: without(title.written), sources: title.sources }] : []),
        ];
        const verdicts = words.flatMap((word): Verdict[] => {
          const hits = pieces.filter(({ text }) => text.includes(word));
          if (hits.length === 0) return [];
          const count = hits.reduce((sum, { text }) => sum + text.split(word).length - 1, 0);
          return [
            {
              reason: instead === undefined ? 'used' : 'replaced',
              slots: { count, word, instead: instead ?? '' },
              subject: word,
              sources: hits.slice(0, SHOWN).flatMap(({ sources }) => sources),
            },
          ];
        });
        return orUnread(document, verdicts, { reason: 'unread' });
      },
    };
  },
});
