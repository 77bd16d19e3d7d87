import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeState, encodeState, keyOf, type State, TIMELINE_TEXT } from '../../src/discord/state.ts';

const key = fc.string().map(keyOf);
const page = fc.nat(9999);
const language = fc.constantFrom('en', 'ru', 'kk', 'kk-Latn');
const day = fc
  .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const state: fc.Arbitrary<State> = fc.oneof(
  fc.record({ does: fc.constantFrom('record' as const, 'sources' as const), record: key, page, language }),
  fc.record({ does: fc.constantFrom('answer' as const, 'about' as const), page, language }),
  fc.record(
    {
      does: fc.constant('timeline' as const),
      page,
      language,
      from: day,
      to: day,
      place: key,
      person: key,
      organisation: key,
      kind: key,
      text: fc
        .string({ minLength: 1, maxLength: TIMELINE_TEXT, unit: 'binary' })
        .filter((text) => text.length <= TIMELINE_TEXT),
    },
    { requiredKeys: ['does', 'page', 'language'] },
  ),
  fc.record({ does: fc.constant('today' as const), day: day.map((iso) => iso.slice(5)), page, language }),
  fc.record({
    does: fc.constantFrom('follow-up' as const, 'asked' as const, 'open' as const, 'ask' as const),
    language,
  }),
  fc.record({ does: fc.constant('delete' as const), asker: fc.stringMatching(/^\d{17,20}$/) }),
);

describe('state in a custom_id', () => {
  it('comes back as it went, within 100 characters', () => {
    fc.assert(
      fc.property(state, (given) => {
        const id = encodeState(given);
        expect(id.length).toBeGreaterThan(0);
        expect(id.length).toBeLessThanOrEqual(100);
        expect(decodeState(id)).toEqual(given);
      }),
    );
  });

  it('never throws on what others wrote', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `1t~${text}`),
        ),
        (id) => {
          const read = decodeState(id);
          if (read) expect(decodeState(encodeState(read))).toEqual(read);
        },
      ),
    );
  });

  it.each([
    '',
    '0r~0~en~abcdefg',
    '2r~0~en~abcdefg',
    '1r~x~en~abcdefg',
    '1r~0~en~short',
    '1z',
    '1x~me',
    '1a~0~en~more',
  ])('takes %j for none of its own', (id) => expect(decodeState(id)).toBeNull());
});
