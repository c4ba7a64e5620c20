import type { OwnType } from '../own-type.ts';
import { dateOrder } from './date-order.ts';
import { forbiddenWord } from './forbidden-word.ts';
import { requiredRole } from './required-role.ts';
import { valueForm } from './value-form.ts';
import { valueList } from './value-list.ts';

/** Every type of own rule, each in the file of its name. */
export const OWN_TYPES = {
  'required-role': requiredRole,
  'value-form': valueForm,
  'date-order': dateOrder,
  'value-list': valueList,
  'forbidden-word': forbiddenWord,
} as const satisfies Readonly<Record<string, OwnType>>;

export type OwnTypeId = keyof typeof OWN_TYPES;
export const OWN_TYPE_IDS = Object.keys(OWN_TYPES) as OwnTypeId[];
