import { expect, it } from 'vitest';
import { fc } from '../../core/base/testing.ts';
import { hashOf, readRoute } from './route.ts';

it('comes back from its own hash', () => {
  const screen = fc.stringMatching(/^[a-z]{1,12}$/);
  const parameter = fc.stringMatching(/^[\w.-]{1,20}$/);
  fc.assert(
    fc.property(screen, fc.option(parameter, { nil: undefined }), (name, given) => {
      expect(readRoute(hashOf(name, given))).toEqual({
        screen: name,
        ...(given === undefined ? {} : { parameter: given }),
      });
    }),
  );
});

it('is none for anything else', () => {
  for (const hash of ['', '#', '#/', '#/Ledger', '#/ledger/', '#/ledger/1/2', '#/ledger/一', '#ledger', 'ledger'])
    expect(readRoute(hash)).toEqual({ screen: '' });
  fc.assert(fc.property(fc.string(), (text) => void readRoute(text)));
});
