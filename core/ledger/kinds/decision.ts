import { kind } from '../kind.ts';

export const decision = kind('处理意见');
