import { describe, expect, it } from 'vitest';
import { hashOf, readRoute, SCREENS } from './route.ts';

describe('the route', () => {
  it('comes back from its own hash', () => {
    for (const route of [...SCREENS.map((screen) => ({ screen })), { screen: 'ledger' as const, sequence: 12 }]) {
      expect(readRoute(hashOf(route))).toEqual(route);
    }
  });

  it('leads to the ledger from anything else', () => {
    for (const hash of ['', '#', '#/', '#/nowhere', '#/ledger/x', '#/ledger/-1', '#/ledger/0', '#/ledger/1/2']) {
      expect(readRoute(hash)).toEqual({ screen: 'ledger' });
    }
    expect(readRoute('#/unit/3')).toEqual({ screen: 'unit' });
  });
});
