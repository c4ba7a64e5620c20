import { shorten, squeeze } from '../../../base/text.ts';
import { textOf } from '../../questions/boxes.ts';
import { isUnseen } from '../../questions/sight.ts';
import { named, ownType, roleSchema, wordsSchema } from '../own-type.ts';

/** Values that the sentence names as examples. */
const NAMED = 6;

/** What stands in a box is one of these values; of several, each is. */
export const valueList = ownType({
  title: '可选的值',
  entries: { role: roleSchema, values: wordsSchema },
  make({ role, values }) {
    const known = new Set(values.map(squeeze));
    return {
      reasons: {
        other: { outcome: 'failed', message: '{box}写的是“{value}”，规定只能写{values}。' },
        unreadable: { outcome: 'cannot-tell', message: '{box}没读到，请目视核对。' },
      },
      check({ document, field }) {
        const box = field(role);
        if (isUnseen(document, box)) return [{ reason: 'unreadable', slots: named(role), fields: [role] }];
        if (box.state !== 'present') return [];
        const found = Array.isArray(box.value) ? box.value : [textOf(box)];
        const list = values.slice(0, NAMED).join('、') + (values.length > NAMED ? '等' : '');
        return found
          .filter((value) => value !== '' && !known.has(squeeze(value)))
          .map((value) => ({
            reason: 'other',
            slots: { ...named(role), value: shorten(value, 40), values: list },
            fields: [role],
            subject: value,
          }));
      },
    };
  },
});
