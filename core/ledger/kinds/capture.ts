import { kind } from '../kind.ts';

export const capture = kind('取证');
