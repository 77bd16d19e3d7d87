import { type APIEmbed, MessageFlags } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Running, run } from './bot.ts';

let running: Running;
beforeAll(async () => {
  running = await run({ seed: { rateLimits: { 'message-create': { requests: 1_000, seconds: 1 } } } });
});
afterAll(() => running.stop());

const v2 = MessageFlags.IsComponentsV2;
const button = (more: object = {}) => ({ type: 2, style: 1, label: 'Go', custom_id: 'go', ...more });
const link = (more: object = {}) => ({ type: 2, style: 5, label: 'Go', url: 'https://example.org', ...more });
const row = (...components: object[]) => ({ type: 1, components });
const text = (content: string) => ({ type: 10, content });
const select = (more: object = {}) => ({ type: 3, custom_id: 's', options: [{ label: 'A', value: 'a' }], ...more });
const embed = (more: APIEmbed) => ({ embeds: [more] });
const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

/** Name, body and where the fault is said to be; no place: the message is refused as empty. */
const refused: [string, object, string?][] = [
  ['no content at all', {}],
  ['blank content', { content: ' \n ' }],
  ['an empty list of embeds', { embeds: [] }],
  ['content of 2,001 characters', { content: 'x'.repeat(2_001) }, 'content'],
  ['an empty embed', embed({}), 'embeds.0'],
  ['an embed with only a colour', embed({ color: 1 }), 'embeds.0'],
  ['a title of 257 characters', embed({ title: 'x'.repeat(257) }), 'embeds.0.title'],
  ['a description of 4,097 characters', embed({ description: 'x'.repeat(4_097) }), 'embeds.0.description'],
  ['26 fields', embed({ fields: many(26, () => ({ name: 'n', value: 'v' })) }), 'embeds.0.fields'],
  ['an empty field name', embed({ fields: [{ name: '', value: 'v' }] }), 'embeds.0.fields.0.name'],
  ['an empty field value', embed({ fields: [{ name: 'n', value: ' ' }] }), 'embeds.0.fields.0.value'],
  ['a field value of 1,025', embed({ fields: [{ name: 'n', value: 'v'.repeat(1_025) }] }), 'embeds.0.fields.0.value'],
  ['a footer of 2,049', embed({ footer: { text: 'x'.repeat(2_049) } }), 'embeds.0.footer.text'],
  ['11 embeds', { embeds: many(11, () => ({ title: 't' })) }, 'embeds'],
  ['6,001 characters over all embeds', { embeds: many(3, () => ({ description: 'x'.repeat(2_001) })) }, 'embeds'],
  ['a javascript: address in an embed', embed({ title: 't', url: 'javascript:alert(1)' }), 'embeds.0.url'],
  ['a javascript: address in a button', { components: [row(link({ url: 'javascript:alert(1)' }))] }, 'components.0'],
  [
    'a button address of 513 characters',
    { components: [row(link({ url: `https://e.org/${'x'.repeat(499)}` }))] },
    'components.0',
  ],
  ['a link button with a custom_id', { components: [row(link({ custom_id: 'x' }))] }, 'components.0'],
  ['a link button without address', { components: [row({ type: 2, style: 5, label: 'Go' })] }, 'components.0'],
  ['a button without custom_id', { components: [row(button({ custom_id: undefined }))] }, 'components.0'],
  ['a button with nothing on it', { components: [row(button({ label: '' }))] }, 'components.0'],
  ['a label of 81 characters', { components: [row(button({ label: 'x'.repeat(81) }))] }, 'components.0'],
  ['a custom_id of 101 characters', { components: [row(button({ custom_id: 'x'.repeat(101) }))] }, 'components.0'],
  ['the same custom_id twice', { components: [row(button(), button())] }, 'components.0.components.1.custom_id'],
  ['6 rows', { components: many(6, (i) => row(button({ custom_id: `b${i}` }))) }, 'components'],
  ['6 buttons in a row', { components: [row(...many(6, (i) => button({ custom_id: `b${i}` })))] }, 'components.0'],
  ['two menus in a row', { components: [row(select(), select({ custom_id: 't' }))] }, 'components.0'],
  ['a button outside of rows', { components: [button()] }, 'components.0'],
  [
    '26 choices',
    { components: [row(select({ options: many(26, (i) => ({ label: `${i}`, value: `${i}` })) }))] },
    'components.0',
  ],
  [
    'a choice twice',
    { components: [row(select({ options: many(2, () => ({ label: 'A', value: 'a' })) }))] },
    'components.0',
  ],
  ['components of the new kind without their flag', { components: [text('x')] }, 'components.0.type'],
  ['content beside the new components', { flags: v2, content: 'x', components: [text('x')] }, 'content'],
  ['embeds beside the new components', { flags: v2, embeds: [{ title: 't' }], components: [text('x')] }, 'embeds'],
  ['the flag without components', { flags: v2 }],
  ['an empty text', { flags: v2, components: [text(' ')] }, 'components.0.content'],
  [
    '41 components in all',
    { flags: v2, components: many(2, () => ({ type: 17, components: many(20, () => text('x')) })) },
    'components',
  ],
  ['4,001 characters in all', { flags: v2, components: many(2, () => text('x'.repeat(2_001))) }, 'components'],
  ['a section without accessory', { flags: v2, components: [{ type: 9, components: [text('x')] }] }, 'components.0'],
  [
    'pings that are allowed and listed',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['900000000000000004'] } },
    'allowed_mentions',
  ],
  ['a nonce of 26 characters', { content: 'x', nonce: 'x'.repeat(26) }, 'nonce'],
];

const allowed: [string, object][] = [
  ['2,000 characters', { content: 'x'.repeat(2_000) }],
  ['6,000 characters over all embeds', { embeds: many(3, () => ({ description: 'x'.repeat(2_000) })) }],
  ['5 rows of 5 buttons', { components: many(5, (r) => row(...many(5, (i) => button({ custom_id: `b${r}${i}` })))) }],
  ['40 components and 4,000 characters', { flags: v2, components: many(40, () => text('x'.repeat(100))) }],
  [
    'a section with its accessory in a container',
    { flags: v2, components: [{ type: 17, components: [{ type: 9, components: [text('x')], accessory: link() }] }] },
  ],
  ['a button address of 512 characters', { components: [row(link({ url: `https://e.org/${'x'.repeat(498)}` }))] }],
];

const send = (body: object) => running.client.rest.post(`/channels/${running.general}/messages`, { body });

describe('a message is refused with', () => {
  test.each(refused)('%s', async (_name, body, path) => {
    const before = running.discord.as(running.member).view(running.general).length;
    const error = await send(body).then(
      () => undefined,
      (thrown) => thrown as { code: number; rawError: { errors: unknown } },
    );
    expect(error?.code).toBe(path === undefined ? 50006 : 50035);
    const found = path?.split('.').reduce<unknown>((at, key) => Object(at)[key], error?.rawError.errors);
    if (path !== undefined) expect(found).toBeDefined();
    expect(running.discord.as(running.member).view(running.general)).toHaveLength(before);
  });
});

describe('a message is accepted with', () => {
  test.each(allowed)('%s', async (_name, body) => {
    await expect(send(body)).resolves.toHaveProperty('id');
  });
});

describe('edits', () => {
  test('cannot empty a message, nor give one of the new kind its old fields', async () => {
    const edit = (id: string, body: object) =>
      running.client.rest.patch(`/channels/${running.general}/messages/${id}`, { body });
    const { id } = (await send({ content: 'x' })) as { id: string };
    await expect(edit(id, { content: '' })).rejects.toMatchObject({ code: 50006 });
    const made = (await send({ flags: v2, components: [text('x')] })) as { id: string };
    await expect(edit(made.id, { content: 'x' })).rejects.toMatchObject({ code: 50035 });
    await expect(edit(made.id, { flags: 0, components: [text('y')] })).resolves.toMatchObject({ flags: v2 });
  });

  test('of what others wrote are refused', async () => {
    const said = await running.discord.as(running.member).send(running.general, 'mine');
    const path = `/channels/${running.general}/messages/${said.id}` as const;
    await expect(running.client.rest.patch(path, { body: { content: 'x' } })).rejects.toMatchObject({ code: 50005 });
  });
});

test('what does not exist is unknown', async () => {
  const { rest } = running.client;
  await expect(rest.get('/channels/900000000000099999')).rejects.toMatchObject({ code: 10003 });
  await expect(rest.get(`/channels/${running.general}/messages/900000000000099999`)).rejects.toMatchObject({
    code: 10008,
  });
  await expect(rest.get('/guilds/900000000000099999')).rejects.toMatchObject({ code: 10004 });
  await expect(rest.get('/nowhere')).rejects.toMatchObject({ status: 404 });
});

test('everything refused is in the log, with what was sent', () => {
  const log = running.discord.requests.refused();
  expect(log.length).toBeGreaterThan(refused.length);
  expect(log.find((request) => request.code === 50006)).toMatchObject({ method: 'POST', status: 400, body: {} });
});
