import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Running, run } from './bot.ts';

let time = Date.UTC(2026, 0, 1);
let running: Running;
beforeEach(async () => {
  running = await run({ clock: () => time });
  await running.client.application.commands.set([
    {
      name: 'ask',
      description: 'Asks',
      options: [
        { name: 'what', description: 'What', type: ApplicationCommandOptionType.String, autocomplete: true },
        { name: 'where', description: 'Where', type: ApplicationCommandOptionType.Channel },
      ],
    },
    { name: 'Quote', type: ApplicationCommandType.Message },
    { name: 'Greet', type: ApplicationCommandType.User },
  ]);
});
afterEach(() => running.stop());

/** Lets the bot answer every interaction with `answer`; what that throws is kept. */
function answering(answer: (interaction: Interaction) => unknown): unknown[] {
  const errors: unknown[] = [];
  running.client.on('interactionCreate', async (interaction) => {
    try {
      await answer(interaction);
    } catch (error) {
      errors.push(error);
    }
  });
  return errors;
}

const ask = (options = {}) =>
  running.discord.as(running.member).command('ask', { channelId: running.general, options });

describe('answers', () => {
  test('only the asker sees an ephemeral one, and the bot cannot reach it as a message', async () => {
    answering((i) => i.isRepliable() && i.reply({ content: 'psst', flags: MessageFlags.Ephemeral }));
    const { message } = await ask();
    expect(message).toMatchObject({ content: 'psst', ephemeral: true });
    const { discord, member, moderator, general, client } = running;
    expect(discord.as(member).view(general)).toHaveLength(1);
    expect(discord.as(moderator).view(general)).toHaveLength(0);
    await expect(client.rest.get(`/channels/${general}/messages/${message?.id}`)).rejects.toMatchObject({
      code: 10008,
    });
  });

  test('a deferred one is loading until it is edited, and stays as private as it was deferred', async () => {
    answering(async (i) => {
      if (!i.isRepliable()) return;
      await i.deferReply({ flags: MessageFlags.Ephemeral });
      await i.editReply('done');
    });
    const asked = await ask();
    expect(asked).toMatchObject({ outcome: 'deferred', message: { loading: true } });
    const done = await asked.until((message) => message.content === 'done');
    expect(done.loading).toBeUndefined();
    expect(done.ephemeral).toBe(true);
  });

  test('the response can be asked for at once', async () => {
    const sent: string[] = [];
    answering(async (i) => {
      if (!i.isChatInputCommand()) return;
      const { resource } = await i.reply({ content: 'here', withResponse: true });
      sent.push(resource?.message?.id ?? '');
    });
    const { message } = await ask();
    await expect.poll(() => sent).toEqual([message?.id]);
  });

  test('a channel given as option carries permissions of the asker and of the bot', async () => {
    answering((i) => {
      if (!i.isChatInputCommand()) return;
      const channel = i.options.getChannel('where', true);
      const bot = 'appPermissions' in channel ? channel.appPermissions?.has('PinMessages') : undefined;
      return i.reply(`${bot} ${i.memberPermissions?.has('PinMessages')} ${i.appPermissions.has('SendMessages')}`);
    });
    const { message } = await ask({ where: running.discord.channel('timelines') });
    expect(message?.content).toBe('true false true');
  });

  test('a second answer is refused with 40060', async () => {
    const errors = answering(async (i) => {
      if (!i.isRepliable()) return;
      const body = { type: 4, data: { content: 'one' } };
      const path = `/interactions/${i.id}/${i.token}/callback` as const;
      await running.client.rest.post(path, { body, auth: false });
      await running.client.rest.post(path, { body, auth: false });
    });
    await ask();
    await running.discord.until(() => (running.discord.requests.refused().length > 0 ? true : undefined));
    expect(running.discord.requests.refused()).toMatchObject([{ code: 40060 }]);
    await expect.poll(() => errors).toMatchObject([{ code: 40060 }]);
  });

  test('after 3 s an answer comes too late, and the asker is told', async () => {
    const errors = answering((i) => {
      time += 3_001;
      return i.isRepliable() && i.reply('late');
    });
    expect(await ask()).toMatchObject({ outcome: 'failed', reason: 'The application did not respond' });
    await expect.poll(() => errors).toMatchObject([{ code: 10062 }]);
  });

  test('after 15 minutes nothing can be changed any more', async () => {
    let edit: (() => Promise<unknown>) | undefined;
    answering(async (i) => {
      if (!i.isRepliable()) return;
      await i.reply('soon old');
      edit = () => i.editReply('too late');
    });
    await ask();
    await expect.poll(() => edit).toBeDefined();
    time += 15 * 60_000 + 1;
    await expect(edit?.()).rejects.toMatchObject({ code: 50027 });
  });

  test('a follow-up before any answer is refused', async () => {
    const errors = answering(async (i) => {
      await running.client.rest.post(`/webhooks/${i.applicationId}/${i.token}`, {
        body: { content: 'x' },
        auth: false,
      });
    });
    const asked = ask();
    await expect.poll(() => errors).toMatchObject([{ code: 10015 }]);
    time += 3_001;
    for (const pending of running.discord.world.interactions.values()) {
      const body = { type: 4, data: { content: 'x' } };
      await running.client.rest
        .post(`/interactions/${pending.id}/${pending.token}/callback`, { body, auth: false })
        .catch(() => undefined);
    }
    expect((await asked).outcome).toBe('failed');
  });
});

describe('autocomplete', () => {
  test('brings choices for what is typed', async () => {
    answering((i) => i.isAutocomplete() && i.respond([{ name: `${i.options.getFocused()}!`, value: 'v' }]));
    const use = { channelId: running.general, options: { what: 'ab' }, focused: 'what' };
    expect(await running.discord.as(running.member).autocomplete('ask', use)).toEqual([{ name: 'ab!', value: 'v' }]);
  });

  test('refuses a value of over 100 characters', async () => {
    const errors = answering(async (i) => {
      if (!i.isAutocomplete()) return;
      await i.respond([{ name: 'n', value: 'v'.repeat(101) }]).catch(async (error) => {
        await i.respond([]);
        throw error;
      });
    });
    const use = { channelId: running.general, options: { what: '' }, focused: 'what' };
    await running.discord.as(running.member).autocomplete('ask', use);
    await expect.poll(() => errors).toMatchObject([{ code: 50035 }]);
  });
});

describe('components', () => {
  const row = (...components: (ButtonBuilder | StringSelectMenuBuilder)[]) =>
    new ActionRowBuilder<ButtonBuilder | StringSelectMenuBuilder>().addComponents(...components);

  test('buttons update their message; a disabled or unknown one cannot be pressed', async () => {
    const next = new ButtonBuilder().setCustomId('next').setLabel('Next').setStyle(ButtonStyle.Primary);
    const off = new ButtonBuilder()
      .setCustomId('off')
      .setLabel('Off')
      .setStyle(ButtonStyle.Secondary)
      .setDisabled(true);
    const errors = answering(async (i) => {
      if (i.isChatInputCommand()) await i.reply({ content: 'page 1', components: [row(next, off)] });
      if (!i.isButton()) return;
      await i.update({ content: 'page 2', components: [] });
      await i.editReply({ content: '' });
    });
    const { message } = await ask();
    if (!message) throw new Error('no message');
    const member = running.discord.as(running.member);
    await expect(member.click(message, 'off')).rejects.toThrow('disabled');
    await expect(member.click(message, 'other')).rejects.toThrow('no such');
    expect(await member.click(message, 'next')).toMatchObject({
      outcome: 'updated',
      message: { id: message.id, content: 'page 2', components: [] },
    });
    await expect.poll(() => errors).toMatchObject([{ code: 50006 }]);
  });

  test('select menus hand over what was chosen, and nothing that was not offered', async () => {
    const menu = new StringSelectMenuBuilder()
      .setCustomId('menu')
      .addOptions({ label: 'A', value: 'a' }, { label: 'B', value: 'b' });
    answering((i) => {
      if (i.isChatInputCommand()) return i.reply({ components: [row(menu)] });
      if (i.isStringSelectMenu()) return i.reply({ content: i.values.join(), flags: MessageFlags.Ephemeral });
      return undefined;
    });
    const { message } = await ask();
    if (!message) throw new Error('no message');
    const member = running.discord.as(running.member);
    await expect(member.select(message, 'menu', ['c'])).rejects.toThrow('not among');
    expect((await member.select(message, 'menu', ['b'])).message?.content).toBe('b');
  });

  test('a modal opens, is filled in and answered', async () => {
    const input = new TextInputBuilder().setCustomId('more').setLabel('More').setStyle(TextInputStyle.Short);
    const modal = new ModalBuilder()
      .setCustomId('form')
      .setTitle('Form')
      .addComponents(new ActionRowBuilder<TextInputBuilder>().addComponents(input));
    answering((i) => {
      if (i.isChatInputCommand()) return i.showModal(modal);
      if (i.isModalSubmit()) return i.reply(i.fields.getTextInputValue('more'));
      return undefined;
    });
    const opened = await ask();
    expect(opened).toMatchObject({ outcome: 'modal', modal: { data: { custom_id: 'form', title: 'Form' } } });
    if (!opened.modal) throw new Error('no modal');
    const member = running.discord.as(running.member);
    await expect(member.submitModal(opened.modal, { more: '' })).rejects.toThrow('required');
    expect((await member.submitModal(opened.modal, { more: 'and why?' })).message?.content).toBe('and why?');
  });
});

describe('context menus', () => {
  test('a message command gets its message with content, a user command its user', async () => {
    answering((i) => {
      if (i.isMessageContextMenuCommand()) return i.reply(`"${i.targetMessage.content}"`);
      if (i.isUserContextMenuCommand()) return i.reply(`Hello ${i.targetUser.username}`);
      return undefined;
    });
    const member = running.discord.as(running.member);
    const said = await member.send(running.general, 'my own words');
    expect((await member.messageCommand('Quote', said)).message?.content).toBe('"my own words"');
    const greeted = await member.userCommand('Greet', running.moderator, running.general);
    expect(greeted.message?.content).toBe('Hello moderator');
  });
});
