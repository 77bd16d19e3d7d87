import { PermissionFlagsBits, ApplicationCommandOptionType as T } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Running, run } from './bot.ts';

let running: Running;
beforeAll(async () => {
  running = await run();
});
afterAll(() => running.stop());

const set = (body: unknown) =>
  running.client.rest.put(`/applications/${running.client.application.id}/commands`, { body });
const option = (more: object = {}) => ({ type: T.String, name: 'word', description: 'A word', ...more });
const slash = (more: object = {}) => ({ name: 'ask', description: 'Asks', ...more });

describe('registering', () => {
  test('what was set can be read back, and stays itself where nothing changed', async () => {
    const { commands } = running.client.application;
    const definition = {
      name: 'ask',
      description: 'Asks',
      nameLocalizations: { ru: 'спросить' },
      options: [option({ required: true, autocomplete: true })],
      defaultMemberPermissions: PermissionFlagsBits.ManageMessages,
      contexts: [0, 1],
      integrationTypes: [0],
    } as never;
    const first = (await commands.set([definition])).first();
    const [read] = (await commands.fetch({ withLocalizations: true })).values();
    expect(read?.equals(definition)).toBe(true);
    expect(read?.version).toBe(first?.version);
    expect((await commands.set([definition])).first()).toMatchObject({ id: first?.id, version: first?.version });
  });

  test('one at a time, by post, patch and delete', async () => {
    const { commands } = running.client.application;
    await commands.set([]);
    const made = await commands.create(slash());
    const edited = await commands.edit(made.id, { description: 'Asks more' });
    expect(edited.id).toBe(made.id);
    expect([...(await commands.fetch()).values()].map(({ description }) => description)).toEqual(['Asks more']);
    await commands.delete(made.id);
    expect((await commands.fetch()).size).toBe(0);
    await expect(commands.delete(made.id)).rejects.toMatchObject({ code: 10063 });
  });

  test('a command of one server is not one of all', async () => {
    const guild = running.client.guilds.cache.first();
    await guild?.commands.set([slash({ name: 'here' })]);
    expect((await running.client.application.commands.fetch()).some(({ name }) => name === 'here')).toBe(false);
    expect((await guild?.commands.fetch())?.map(({ name }) => name)).toEqual(['here']);
    await guild?.commands.set([]);
  });
});

describe('what is refused', () => {
  const choices = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ name: `${index}`, value: `${index}` }));
  const many = (count: number, more: (index: number) => object = () => ({})) =>
    Array.from({ length: count }, (_, index) => slash({ name: `c${index}`, ...more(index) }));
  const halves = ['n', 'm'].map((letter) => ({ name: letter.repeat(100), value: letter.repeat(100) }));
  const long = Array.from({ length: 25 }, (_, index) => option({ name: `o${index}`, choices: halves }));

  test.each<[string, unknown, string]>([
    ['a capital letter', [slash({ name: 'Ask' })], '0.name'],
    ['a Cyrillic capital letter', [slash({ name: 'Сұрақ' })], '0.name'],
    ['a space in a name', [slash({ name: 'ask me' })], '0.name'],
    ['a name of 33 characters', [slash({ name: 'a'.repeat(33) })], '0.name'],
    ['a bad localised name', [slash({ name_localizations: { ru: 'Да Нет' } })], '0.name_localizations.ru'],
    ['a language that Discord lacks', [slash({ name_localizations: { kk: 'сұрақ' } })], '0.name_localizations.kk'],
    ['no description', [{ name: 'ask' }], '0.description'],
    ['a description of 101 characters', [slash({ description: 'd'.repeat(101) })], '0.description'],
    ['an option without description', [slash({ options: [{ type: 3, name: 'word' }] })], '0.options.0.description'],
    ['a description for a menu command', [slash({ type: 3 })], '0.description'],
    ['two commands of one name', [slash(), slash()], '1'],
    ['two options of one name', [slash({ options: [option(), option()] })], '0.options.1'],
    ['required after optional', [slash({ options: [option(), option({ name: 'b', required: true })] })], '0.options.1'],
    ['26 options', [slash({ options: Array.from({ length: 26 }, (_, i) => option({ name: `o${i}` })) })], '0.options'],
    ['26 choices', [slash({ options: [option({ choices: choices(26) })] })], '0.options.0.choices'],
    [
      'choices with autocomplete',
      [slash({ options: [option({ choices: choices(1), autocomplete: true })] })],
      '0.options.0.choices',
    ],
    ['over 8,000 characters', [slash({ options: long })], '0'],
    [
      'options beside sub-commands',
      [slash({ options: [option(), { type: T.Subcommand, name: 'sub', description: 'S' }] })],
      '0.options',
    ],
    [
      'permissions that are no number',
      [slash({ default_member_permissions: 'ManageMessages' })],
      '0.default_member_permissions',
    ],
    ['something other than a list', { name: 'ask' }, ''],
  ])('%s', async (_name, body, path) => {
    const error = await set(body).then(
      () => undefined,
      (thrown) => thrown as { code: number; rawError: { errors: unknown } },
    );
    expect(error).toMatchObject({ code: 50035 });
    const found = path
      .split('.')
      .filter(Boolean)
      .reduce<unknown>((at, key) => Object(at)[key], error?.rawError.errors);
    expect(found).toBeDefined();
  });

  test('101 commands', async () => {
    await expect(set(many(101))).rejects.toMatchObject({ code: 30032 });
    await set(many(100));
  });

  test('names in scripts that have case only where lower', async () => {
    await set([slash({ name: 'сұрақ' }), slash({ name: 'شعار' }), { name: 'Any Case', type: 3 }]);
    expect((await running.client.application.commands.fetch()).size).toBe(3);
  });
});

describe('who may use a command', () => {
  test('permissions, places and options are looked at before the bot hears of it', async () => {
    const { discord, member, moderator, general, client } = running;
    await client.application.commands.set([
      slash({
        options: [option({ required: true, minLength: 2 }), { ...option({ name: 'n' }), type: T.Integer }],
      }) as never,
      { name: 'tidy', description: 'Tidies', defaultMemberPermissions: PermissionFlagsBits.ManageMessages },
      { name: 'admin', description: 'Administers', defaultMemberPermissions: 0n },
      { name: 'server', description: 'Server only', contexts: [0] },
    ]);
    client.on('interactionCreate', (i) => i.isChatInputCommand() && i.reply('ok'));
    const use = (who: string, name: string, options = {}, channelId = general) =>
      discord.as(who).command(name, { channelId, options });
    await expect(use(member, 'tidy')).rejects.toThrow('permissions');
    expect((await use(moderator, 'tidy')).outcome).toBe('message');
    await expect(use(moderator, 'admin')).rejects.toThrow('permissions');
    await expect(use(member, 'server', {}, discord.dm(member))).rejects.toThrow('no command');
    await expect(use(member, 'unknown')).rejects.toThrow('no command');
    await expect(use(member, 'ask')).rejects.toThrow('required');
    await expect(use(member, 'ask', { word: 'a' })).rejects.toThrow('at least 2');
    await expect(use(member, 'ask', { word: 'ab', n: 1.5 })).rejects.toThrow('number');
    await expect(use(member, 'ask', { word: 'ab', other: 1 })).rejects.toThrow('no option');
    expect((await use(member, 'ask', { word: 'ab', n: 1 })).outcome).toBe('message');
  });
});
