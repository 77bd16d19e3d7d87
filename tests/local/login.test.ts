import { ApplicationCommandOptionType, GatewayIntentBits, Partials } from 'discord.js';
import { afterEach, describe, expect, test } from 'vitest';
import { startLocalDiscord } from '../../src/local/server.ts';
import { login, plainIntents, type Running, run } from './bot.ts';

let running: Running | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

describe('logging in', () => {
  test('a client sees the server, its channels and itself', async () => {
    running = await run({ seed: { botName: 'Chronicler' } });
    const { client } = running;
    expect(client.user.username).toBe('Chronicler');
    const guild = client.guilds.cache.first();
    expect(guild?.channels.cache.map((channel) => channel.name)).toEqual([
      'general',
      'questions',
      'announcements',
      'timelines',
      'forum',
    ]);
    expect(guild?.members.me?.permissions.has('PinMessages')).toBe(true);
    expect(running.discord.requests.refused()).toEqual([]);
  });

  test('a wrong token is refused', async () => {
    const discord = await startLocalDiscord({ port: 0 });
    await expect(login({ ...discord, token: 'x.y.z' })).rejects.toThrow(/token/i);
    await discord.close();
  });

  test('a privileged intent that was not granted is refused, one that was is not', async () => {
    const intents = [...plainIntents, GatewayIntentBits.MessageContent];
    const discord = await startLocalDiscord({ port: 0 });
    await expect(login(discord, { intents })).rejects.toThrow(/disallowed intents/i);
    await discord.close();
    running = await run({ seed: { privilegedIntents: GatewayIntentBits.MessageContent } }, { intents });
    const heard = new Promise<string>((resolve) => running?.client.once('messageCreate', (m) => resolve(m.content)));
    await running.discord.as(running.member).send(running.general, 'just talking');
    expect(await heard).toBe('just talking');
  });

  test('a port in use gives an error that names it', async () => {
    const discord = await startLocalDiscord({ port: 0 });
    const port = Number(new URL(discord.url).port);
    await expect(startLocalDiscord({ port })).rejects.toMatchObject({ code: 'port-in-use', port });
    await discord.close();
  });
});

describe('a first conversation', () => {
  test('slash command, reply, edit, follow-up', async () => {
    running = await run();
    const { client, discord, member, general } = running;
    await client.application.commands.set([
      {
        name: 'echo',
        description: 'Says it again',
        options: [{ name: 'words', description: 'What', type: ApplicationCommandOptionType.String, required: true }],
      },
    ]);
    client.on('interactionCreate', async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply({ content: interaction.options.getString('words', true) });
      await interaction.editReply('changed');
      await interaction.followUp('and more');
    });
    const asked = await discord.as(member).command('echo', { channelId: general, options: { words: 'hello' } });
    expect(asked).toMatchObject({ outcome: 'message' });
    expect((await asked.until((message) => message.content === 'changed')).edited_timestamp).not.toBeNull();
    expect((await asked.followUp(0)).content).toBe('and more');
    expect(discord.requests.refused()).toEqual([]);
  });

  test('a direct message is answered', async () => {
    running = await run({}, { partials: [Partials.Channel] });
    const { client, discord, member } = running;
    client.on('messageCreate', async (message) => {
      if (!message.author.bot) await message.reply(`You said: ${message.content}`);
    });
    const dm = discord.dm(member);
    await discord.as(member).send(dm, 'hi there');
    const answer = await discord.as(member).waitFor(dm, (message) => message.author.id === client.user.id);
    expect(answer.content).toBe('You said: hi there');
  });
});
