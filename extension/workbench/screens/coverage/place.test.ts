import { expect, it } from 'vitest';
import { readRoute } from '../../route.ts';
import { hashOfService, hashOfStandard, hashOfView, readCoveragePlace, serviceAt } from './place.ts';

const placeOf = (hash: string) => readCoveragePlace(readRoute(hash).parameter);
const SERVICES = ['临时救助申请', '设立审批', '设立审批', '.1', '甲/乙 100%', '长'.repeat(300)].map((name) => ({
  name,
}));

it.each([...SERVICES.keys()])('the page of service %i is found by its address', (at) => {
  const place = placeOf(hashOfService(SERVICES, at));
  expect('service' in place && serviceAt(SERVICES, place.service)).toBe(at);
});

it('finds a standard by its number, and a list by its name', () => {
  expect(placeOf(hashOfStandard('GB/T 24421.2—2009'))).toEqual({ standard: 'GB/T 24421.2—2009' });
  expect(placeOf(hashOfView('unplaced'))).toEqual({ view: 'unplaced' });
});

it('takes anything else for the list of all services', () => {
  for (const hash of ['#/coverage', '#/coverage/x', '#/coverage/service', '#/coverage/service/'])
    expect(placeOf(hash), hash).toEqual({ view: 'all' });
  for (const text of ['没有的', '.0', '.7', '.x']) expect(serviceAt(SERVICES, text), text).toBe(-1);
});
