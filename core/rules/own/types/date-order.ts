import { v } from '../../../base/schema.ts';
import { labelOfRole } from '../../../document/glossary.ts';
import type { Role } from '../../../document/vocabulary.ts';
import { dayIn } from '../../questions/dates.ts';
import { isUnseen } from '../../questions/sight.ts';
import { dateRoleSchema, ownType } from '../own-type.ts';

/** These days follow one another; the same day is in order, and a day that is not there is stepped over. */
export const dateOrder = ownType({
  title: '日期顺序',
  entries: { roles: v.pipe(v.array(dateRoleSchema), v.minLength(2, '至少写两个日期栏目'), v.maxLength(10)) },
  make: ({ roles }) => ({
    reasons: {
      reversed: { outcome: 'failed', message: '{later}（{laterDay}）早于{earlier}（{earlierDay}）。' },
      unreadable: { outcome: 'cannot-tell', quiet: true, message: '有日期没读到，先后顺序没有判断完。' },
    },
    check({ document, field }) {
      const verdicts = [];
      let last: { role: Role; day: string } | undefined;
      for (const role of roles) {
        const day = dayIn(field(role));
        if (day === undefined) {
          // What stands in a box that gives no text may explain the days around it.
          if (isUnseen(document, field(role))) {
            last = undefined;
            verdicts.push({ reason: 'unreadable', fields: [role] });
          }
          continue;
        }
        if (last !== undefined && day < last.day) {
          const [earlier, later] = [labelOfRole(last.role), labelOfRole(role)];
          const slots = { earlier, later, earlierDay: last.day, laterDay: day };
          verdicts.push({ reason: 'reversed', slots, fields: [last.role, role] });
        }
        last = { role, day };
      }
      return verdicts;
    },
  }),
});
