import { isPeopleRole } from '../../../document/vocabulary.ts';
import { comingStep, isBefore } from '../../questions/flow.ts';
import { isUnseen } from '../../questions/sight.ts';
import { named, ownType, roleSchema } from '../own-type.ts';

/** The box is there, and something stands in it. */
export const requiredRole = ownType({
  title: '必填栏目',
  entries: { role: roleSchema },
  make: ({ role }) => ({
    reasons: {
      blank: { outcome: 'failed', message: '{box}是空的。' },
      missing: { outcome: 'failed', message: '没有{box}一栏，本单位规定要有。' },
      waits: { outcome: 'pending', message: '{box}还没到填的时候，现在不用管。' },
      unreadable: { outcome: 'cannot-tell', message: '{box}没读到，请目视核对。' },
    },
    check({ document, field }) {
      const box = field(role);
      const said = { slots: named(role), fields: [role] };
      if (box.state === 'present') return [];
      if (isUnseen(document, box)) return [{ reason: 'unreadable', ...said }];
      const later = box.pending || (isPeopleRole(role) && comingStep(document, role) !== undefined);
      if (later || (document.from === 'page' && isBefore(document.stage, 'review') && box.state === 'absent'))
        return [{ reason: 'waits', ...said }];
      return [{ reason: box.state === 'blank' ? 'blank' : 'missing', ...said }];
    },
  }),
});
