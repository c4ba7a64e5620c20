import { describe, expect, it } from 'vitest';
import { letterMasks } from '../../../core/base/initials.ts';
import { labelOfRole } from '../../../core/document/glossary.ts';
import { ROLES } from '../../../core/document/vocabulary.ts';
import { choicesFor } from './choices.ts';
import { ROLE_INITIALS } from './initials.ts';

const first = (typed: string, label = ''): string | undefined => choicesFor(typed, label)[0]?.label;

describe('what a box can be said to be', () => {
  it('is found by its word, by another word for it, and by the initials of its pinyin', () => {
    expect(first('拟稿人')).toBe('拟稿人');
    expect(first('起草人')).toBe('拟稿人');
    expect(first('ngr')).toBe('拟稿人');
    expect(first('NGRQ')).toBe('拟稿日期');
    expect(first('qf')).toBe('签发人');
    expect(first('电话')).toBe('咨询电话');
    expect(choicesFor('zzzz', '').map(({ role }) => role)).toEqual([null]);
  });

  it('begins with what the label seems to mean, and ends with nothing', () => {
    expect(first('', '核稿')).toBe('审核人');
    expect(choicesFor('', '呈文者')).toHaveLength(ROLES.length + 1);
    expect(choicesFor('人', '').at(-1)?.role).toBeNull();
  });

  it('has the initials of every role, as the table of all characters knows them', () => {
    const masks = letterMasks();
    for (const role of ROLES) {
      const [label, letters] = [labelOfRole(role), ROLE_INITIALS[role]];
      expect(letters, label).toHaveLength(label.length);
      for (const [index, letter] of Array.from(letters).entries())
        expect((masks[label.charCodeAt(index)] ?? 0) & (1 << (letter.charCodeAt(0) - 97)), label).not.toBe(0);
    }
  });
});
