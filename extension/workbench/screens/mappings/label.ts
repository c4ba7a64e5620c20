import type { MappedField } from '../../../../core/readers/taught/mapping.ts';
import { MAPPINGS_SCREEN as WORDS } from './words.ts';

/** The label that a field has on its form; of a value without one, a word for that. */
export function labelOfField({ locators: [first] }: MappedField): string {
  return first?.by === 'label' ? first.label : WORDS.noLabel;
}
