import type { StatusAnswer } from '../../standards/catalogue.ts';
import { successorsOf } from '../../standards/status.ts';

/** How a sentence names what has taken a standard's place. */
export const successorNames = (answer: Pick<StatusAnswer, 'replacedBy'>): string =>
  successorsOf(answer)
    .map(({ designation }) => designation)
    .join('、') || '新的标准';
