import { v } from '../../../base/schema.ts';
import { halfWidth, shorten, squeeze } from '../../../base/text.ts';
import { textOf } from '../../questions/boxes.ts';
import { isUnseen } from '../../questions/sight.ts';
import { named, ownType, roleSchema, wordSchema } from '../own-type.ts';

/** What stands for a part that differs: 源便民〔{年}〕{数}号. No expression of the pack's own is run: it could take for ever. */
const PARTS: Readonly<Record<string, string>> = {
  年: '(?:19|20)\\d{2}',
  数: '\\d{1,12}',
  汉字: '\\p{Script=Han}{1,30}',
  字母: '[A-Za-z]{1,30}',
  任意: '.{1,60}',
};
const PART = /\{([^{}]*)\}/gu;
const UNKNOWN = `花括号里只能写${Object.keys(PARTS).join('、')}`;
const MANY = '花括号最多写 6 处';
const MOST = 6;
/** No number or title that follows a form is longer. */
const LONGEST = 200;

const formSchema = v.pipe(
  wordSchema,
  v.check((form) => Array.from(form.matchAll(PART)).every(([, part = '']) => Object.hasOwn(PARTS, part)), UNKNOWN),
  v.check((form) => Array.from(form.matchAll(PART)).length <= MOST, MANY),
);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

function patternOf(form: string): RegExp {
  const parts = squeeze(form).split(PART);
  return new RegExp(
    `^${parts.map((part, index) => (index % 2 ? PARTS[part] : escaped(halfWidth(part)))).join('')}$`,
    'u',
  );
}

/** What stands in a box follows one of these forms. */
export const valueForm = ownType({
  title: '写法',
  entries: { role: roleSchema, forms: v.pipe(v.array(formSchema), v.minLength(1, '至少写一个'), v.maxLength(20)) },
  make({ role, forms }) {
    const patterns = forms.map(patternOf);
    return {
      reasons: {
        wrong: { outcome: 'failed', message: '{box}“{value}”的写法和规定的不一样，应当像“{form}”。' },
        unreadable: { outcome: 'cannot-tell', message: '{box}没读到，请目视核对。' },
      },
      check({ document, field }) {
        const box = field(role);
        if (isUnseen(document, box)) return [{ reason: 'unreadable', slots: named(role), fields: [role] }];
        if (box.state !== 'present') return [];
        const value = textOf(box);
        const written = halfWidth(squeeze(value));
        if (written === '' || (written.length <= LONGEST && patterns.some((pattern) => pattern.test(written))))
          return [];
        const slots = { ...named(role), value: shorten(value, 60), form: forms[0] ?? '' };
        return [{ reason: 'wrong', slots, fields: [role] }];
      },
    };
  },
});
