import { kind } from '../kind.ts';

export const imported = kind('导入');
