import { type APIApplicationCommand, ApplicationCommandOptionType as Option } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begin, given, matching, runnables, typedCommand, usable, written } from '../../src/local/page/draft.ts';

const option = (name: string, more = {}) => ({ name, description: name, type: Option.String, ...more });
const command = (name: string, options: unknown[] = [], more = {}) =>
  ({
    id: name,
    type: 1,
    name,
    description: name,
    options,
    default_member_permissions: null,
    ...more,
  }) as unknown as APIApplicationCommand;

const member = { dm: false, permissions: 2048n };
const commands = [
  command('ask', [option('question', { required: true }), option('private', { type: Option.Boolean })]),
  command('timeline', [
    { name: 'show', description: 'show', type: Option.Subcommand, options: [option('from'), option('to')] },
    {
      name: 'plan',
      description: 'plan',
      type: Option.SubcommandGroup,
      options: [{ name: 'add', description: 'add', type: Option.Subcommand }],
    },
  ]),
  command('prune', [], { default_member_permissions: '8192' }),
  command('here', [], { contexts: [0], name_localizations: { ru: 'здесь' } }),
];
const all = runnables(commands, 'en-US', member);
const named = (name: string) => all.find((one) => one.name === name) as (typeof all)[number];
const textOf = (draft: ReturnType<typeof begin>) => draft.fields.map(({ option: { name }, text }) => `${name}=${text}`);

describe('what can be run', () => {
  it('names subcommands in full and leaves out what one may not use', () => {
    expect(all.map(({ name }) => name)).toEqual(['ask', 'here', 'timeline plan add', 'timeline show']);
  });

  it('knows direct messages, moderators and administrators', () => {
    const at = (dm: boolean, permissions: bigint) =>
      commands.filter((one) => usable(one, { dm, permissions })).map(({ name }) => name);
    expect(at(true, 0n)).toEqual(['ask', 'timeline', 'prune']);
    expect(at(false, 8192n)).toEqual(['ask', 'timeline', 'prune', 'here']);
    expect(at(false, 8n)).toContain('prune');
  });

  it('finds by beginning first, in the language of the person too', () => {
    expect(matching(all, 'ti').map(({ name }) => name)).toEqual(['timeline plan add', 'timeline show']);
    expect(matching(all, 's').map(({ name }) => name)).toEqual(['ask', 'timeline show']);
    expect(matching(runnables(commands, 'ru', member), 'зд').map(({ label }) => label)).toEqual(['здесь']);
  });
});

describe('writing a command', () => {
  it('is begun by its name and a blank', () => {
    expect(typedCommand(all, '/ask')).toBeUndefined();
    expect(typedCommand(all, '/timeline show ')?.runnable.name).toBe('timeline show');
    expect(typedCommand(all, '/ask who?')?.rest).toBe('who?');
  });

  it('takes what was pasted behind the name into its options', () => {
    expect(textOf(begin(named('ask'), 'When was it: at noon?'))).toEqual(['question=When was it: at noon?']);
    expect(textOf(begin(named('ask'), 'who private:true'))).toEqual(['question=who', 'private=true']);
    expect(textOf(begin(named('timeline show'), 'from:2019-06-09 to:2019-06-13'))).toEqual([
      'from=2019-06-09',
      'to=2019-06-13',
    ]);
  });

  it('whatever was pasted for one option arrives whole', () => {
    const value = fc
      .string({ minLength: 1 })
      .map((text) => text.trim())
      .filter((text) => text !== '' && !/(?:^|\s)(?:question|private):/.test(text));
    fc.assert(fc.property(value, (text) => begin(named('ask'), text).fields[0]?.text === text));
  });

  it('begins an option by its name and a colon, once', () => {
    const draft = begin(named('timeline show'), 'from:2019');
    expect(textOf(written(draft, '2019 to:'))).toEqual(['from=2019', 'to=']);
    expect(written(draft, '2019 to:').focus).toBe(1);
    expect(textOf(written(draft, '2019 from:'))).toEqual(['from=2019 from:']);
    expect(textOf(written(draft, 'noto:'))).toEqual(['from=noto:']);
  });

  it('goes to an empty field by its name, and drops the name of the field it is in', () => {
    expect(textOf(written(begin(named('ask')), 'question:'))).toEqual(['question=']);
    const both = { ...begin(named('ask'), 'private:true'), focus: 1 };
    expect(written(both, 'true question:')).toMatchObject({ focus: 0, fields: [{ text: '' }, { text: 'true' }] });
  });

  it('gives the options, or says which one lacks a value', () => {
    const value = ({ text }: { text: string }) => (text === 'wrong' ? undefined : text);
    expect(given(begin(named('ask'), 'who'), value)).toEqual({ options: [{ name: 'question', value: 'who' }] });
    expect(given(begin(named('ask')), value)).toEqual({ index: 0, missing: true });
    expect(given(begin(named('ask'), 'who private:wrong'), value)).toEqual({ index: 1, missing: false });
    expect(given(begin(named('timeline show'), 'from: to:x'), value)).toEqual({
      options: [{ name: 'to', value: 'x' }],
    });
  });
});
