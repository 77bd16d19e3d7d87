import { randomBytes, randomInt } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Ten of [a-z0-9], about 52 bits: short enough to type, and for a button's custom_id. */
export const shortId = (): string => Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** 16 of [A-Za-z0-9_-], 96 bits: fits Discord's `nonce` of at most 25. */
export const nonce = (): string => randomBytes(12).toString('base64url');

let latest = 0;

/** Now, and later than any answer before in this process, so that what is sorted by it keeps its order. */
export function instant(): number {
  latest = Math.max(Date.now(), latest + 1);
  return latest;
}
