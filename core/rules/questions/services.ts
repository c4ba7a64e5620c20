import { halfWidth, squeeze } from '../../base/text.ts';
import type { ServiceItem } from '../../unit/profile.ts';
import type { RuleContext } from '../rule.ts';

/** A name as names of services are compared: without spaces, marks and what stands in brackets. */
export const serviceKey = (text: string): string =>
  halfWidth(squeeze(text))
    .replace(/\([^()]*\)/g, '')
    .replace(/[《》“”"'‘’·、,，。:：-]/gu, '');

/** The service of the unit's profile with this very name, or with it as another name. */
export function serviceOf({ unit }: RuleContext, name: string): ServiceItem | undefined {
  const key = serviceKey(name);
  if (key === '') return undefined;
  return unit?.services.find((item) => [item.name, ...(item.aliases ?? [])].some((one) => serviceKey(one) === key));
}
