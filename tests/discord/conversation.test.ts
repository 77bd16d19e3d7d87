import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buttonOf, controlsOf, embedOf, pingsAllowed, type Running, runApp, shownBy, textOf } from '../support/app.ts';

let run: Running;
beforeAll(async () => {
  run = await runApp();
});
afterEach(() => {
  expect(run.discord.requests.refused()).toEqual([]);
  for (const allowed of pingsAllowed(run.discord)) expect(allowed).toMatchObject({ parse: [] });
});
afterAll(() => run.close());

const bot = () => run.discord.person('bot');
const answerTo = (channel: string, id: string) =>
  run.member.waitFor(channel, ({ message_reference }) => message_reference?.message_id === id);
const ask = async (question: string, options: Record<string, string | boolean> = {}) =>
  shownBy(await run.member.command('ask', { channelId: run.general, options: { question, ...options } }));

describe('messages', () => {
  it('answers where it is mentioned, without pinging anybody', async () => {
    const sent = await run.member.send(run.general, `<@${bot()}> when was Ar-Men first lit? @everyone`);
    const answer = await answerTo(run.general, sent.id);
    expect(textOf(answer)).toContain('31 August 1881');
    expect(answer.mentions).toEqual([]);
    expect(answer.mention_everyone).toBe(false);
  });

  it('answers direct messages', async () => {
    const dm = run.discord.dm(run.member.id);
    const sent = await run.member.send(dm, 'When was Ar-Men first lit?');
    expect(textOf(await answerTo(dm, sent.id))).toContain('31 August 1881');
  });

  it('says what to ask where it is only called', async () => {
    const sent = await run.member.send(run.general, `<@${bot()}>`);
    const answer = await answerTo(run.general, sent.id);
    expect(textOf(answer)).toContain('**Try asking**\n• When was the Bishop Rock lighthouse lit?');
  });

  it('takes a reply to its answer for a follow-up, also to a follow-up', async () => {
    const sent = await run.member.send(run.general, `<@${bot()}> Who was James Douglass?`);
    const first = await answerTo(run.general, sent.id);
    const reply = await run.member.send(run.general, 'And when was Ar-Men lit?', { replyTo: first.id });
    const second = await answerTo(run.general, reply.id);
    expect(embedOf(second).title).toBe('Who was James Douglass? › And when was Ar-Men lit?');
    const more = await run.member.send(run.general, 'And the Bishop Rock?', { replyTo: second.id });
    expect(embedOf(await answerTo(run.general, more.id)).title).toBe('And when was Ar-Men lit? › And the Bishop Rock?');
  });

  it('is silent on what is not for it', async () => {
    const other = await run.moderator.send(run.general, 'When was Ar-Men first lit?');
    await run.member.send(run.general, '@everyone when?', { replyTo: other.id });
    const answered = await run.member.send(run.general, `<@${bot()}> When was Ar-Men first lit?`);
    const reply = await run.member.send(run.general, '👍', { replyTo: (await answerTo(run.general, answered.id)).id });
    const last = await run.member.send(run.general, `<@${bot()}> Who was James Walker?`);
    await answerTo(run.general, last.id);
    const replied = run.member
      .view(run.general)
      .flatMap(({ author, message_reference }) => (author.id === bot() ? message_reference?.message_id : []));
    expect(replied).not.toContain(other.id);
    expect(replied).not.toContain(reply.id);
  });
});

describe('follow-ups to a slash answer', () => {
  it('come by a form, and know what was asked before', async () => {
    const answer = await ask('Who was James Douglass?');
    const started = await run.member.click(answer, buttonOf(answer, 'Ask a follow-up'));
    expect(started.outcome).toBe('modal');
    if (!started.modal) throw new Error('no form');
    const next = shownBy(await run.member.submitModal(started.modal, { question: 'When was Ar-Men lit?' }));
    expect(embedOf(next).title).toBe('Who was James Douglass? › When was Ar-Men lit?');
    expect(textOf(next)).toContain('31 August 1881');
    expect(next.ephemeral).toBeUndefined();
  });

  it('stay private after a private answer', async () => {
    const answer = await ask('Who was James Douglass?', { private: true });
    const { modal } = await run.member.click(answer, buttonOf(answer, 'Ask a follow-up'));
    if (!modal) throw new Error('no form');
    expect(shownBy(await run.member.submitModal(modal, { question: 'When?' })).ephemeral).toBe(true);
  });
});

describe('deleting', () => {
  it('is for whoever asked', async () => {
    const answer = await ask('When was Ar-Men lit?');
    await run.member.click(answer, buttonOf(answer, '🗑️'));
    await run.discord.until(() => (run.member.view(run.general).some(({ id }) => id === answer.id) ? undefined : true));
  });

  it('is for moderators, and nobody else', async () => {
    const sent = await run.moderator.send(run.general, `<@${bot()}> When was Ar-Men lit?`);
    const answer = await answerTo(run.general, sent.id);
    const refused = shownBy(await run.member.click(answer, buttonOf(answer, '🗑️')));
    expect(refused.content).toBe('Only whoever asked, or a moderator, can delete this.');
    expect(refused.ephemeral).toBe(true);
    const own = await ask('When was Ar-Men lit?');
    await run.moderator.click(own, buttonOf(own, '🗑️'));
    await run.discord.until(() => (run.member.view(run.general).some(({ id }) => id === own.id) ? undefined : true));
  });
});

describe('buttons', () => {
  it("turns no page under somebody else's eyes", async () => {
    const card = shownBy(
      await run.member.command('person', { channelId: run.general, options: { name: 'james-walker' } }),
    );
    const theirs = shownBy(await run.moderator.click(card, buttonOf(card, 'Sources')));
    expect(theirs.id).not.toBe(card.id);
    expect(theirs.ephemeral).toBe(true);
    expect(controlsOf(theirs).map(({ emoji }) => emoji)).not.toContain('🗑️');
  });

  it.each([
    ['of an older version', '0r~0~en~abcdefg', 'This button is from an older version. Please ask again.'],
    ['forged', '1r~9~en~<@1>', 'This button is from an older version. Please ask again.'],
    ['nonsense', '🗑️'.repeat(10), 'This button is from an older version. Please ask again.'],
    ['of a record that is gone', '1r~0~en~abcdefg', 'That record is no longer there. Please ask again.'],
    ['of a timeline whose place is gone', '1t~0~en~~~abcdefg', 'That record is no longer there. Please ask again.'],
  ])('says so where one is %s', async (_what, custom_id, sentence) => {
    const client = run.app.client;
    const channel = await client.channels.fetch(run.general);
    if (!channel?.isSendable()) throw new Error('no channel');
    const button = { type: 2, style: 2, label: 'x', custom_id } as const;
    const sent = await channel.send({ content: 'x', components: [{ type: 1, components: [button] }] });
    const told = shownBy(await run.member.click({ id: sent.id, channel_id: run.general }, custom_id));
    expect(told.content).toBe(sentence);
    expect(told.ephemeral).toBe(true);
  });

  it('speaks the language of whoever presses', async () => {
    const client = run.app.client;
    const channel = await client.channels.fetch(run.general);
    if (!channel?.isSendable()) throw new Error('no channel');
    const button = { type: 2, style: 2, label: 'x', custom_id: 'old' } as const;
    const sent = await channel.send({ content: 'x', components: [{ type: 1, components: [button] }] });
    const told = shownBy(await run.member.click({ id: sent.id, channel_id: run.general }, 'old', 'ru'));
    expect(told.content).toBe('Эта кнопка осталась от прежней версии. Спросите, пожалуйста, ещё раз.');
  });
});

describe('a channel where the bot may not post', () => {
  it('stays silent, and says so once in the log', async () => {
    const channel = run.discord.world.channels.get(run.discord.channel('questions'));
    if (!channel) throw new Error('no channel');
    channel.overwrites.push({ id: bot(), type: 1, allow: '0', deny: String(P.SendMessages) });
    const guild = [...run.discord.world.guilds.values()][0];
    if (!guild) throw new Error('no server');
    const known = new Promise((resolve) => run.app.client.once('channelUpdate', resolve));
    run.discord.world.emit({ type: 'channel-update', channel });
    await known;
    await run.member.send(channel.id, `<@${bot()}> When was Ar-Men lit?`);
    await run.member.send(channel.id, `<@${bot()}> When was Ar-Men lit?`);
    const last = await run.member.send(run.general, `<@${bot()}> When was Ar-Men lit?`);
    await answerTo(run.general, last.id);
    expect(run.member.view(channel.id).filter(({ author }) => author.id === bot())).toEqual([]);
    expect(run.logged.filter(({ channel: id }) => id === channel.id)).toHaveLength(1);
  });
});

describe('what fails', () => {
  it('is told in one sentence, and logged without what people wrote', async () => {
    const failing = run.discord.faults.rest({ match: /callback/, status: 400, times: 1 });
    const told = await run.member.command('ask', { channelId: run.general, options: { question: 'The Secretword?' } });
    failing();
    expect(shownBy(told).content).toBe('Something went wrong here, and it has been noted. Please try again.');
    expect(shownBy(told).ephemeral).toBe(true);
    expect(run.logged.some(({ msg }) => msg === 'an interaction failed')).toBe(true);
    expect(JSON.stringify(run.logged)).not.toMatch(/Secretword|Ar-Men|\/callback/);
  });
});
