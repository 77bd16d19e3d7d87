/** A small bot with one of everything the page can show, logged in to a local Discord by an unmodified client. */
import {
  type APIApplicationCommandOption,
  type ApplicationCommandDataResolvable,
  ApplicationCommandType,
  ButtonStyle,
  type ChatInputCommandInteraction,
  Client,
  ComponentType,
  Events,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
  ApplicationCommandOptionType as Option,
  Partials,
  TextInputStyle,
} from 'discord.js';
import type { LocalDiscord } from '../../src/local/server.ts';

export const fruits = ['Apple', 'Apricot', 'Banana', 'Cherry', 'Quince'];

const text = (name: string, more: Partial<APIApplicationCommandOption> = {}) =>
  ({ name, description: `The ${name}`, type: Option.String, ...more }) as APIApplicationCommandOption;

const commands = [
  {
    name: 'ask',
    description: 'Ask about fruit',
    options: [text('question', { required: true }), { ...text('private'), type: Option.Boolean }],
  },
  {
    name: 'fruit',
    description: 'One fruit',
    nameLocalizations: { ru: 'фрукт' },
    options: [text('name', { required: true, autocomplete: true })],
  },
  {
    name: 'harvest',
    description: 'Harvests',
    options: [
      {
        name: 'show',
        description: 'Show a harvest',
        type: Option.Subcommand,
        options: [
          text('from'),
          { ...text('crates'), type: Option.Integer, min_value: 1 },
          text('kind', {
            choices: [
              { name: 'Early crop', value: 'early' },
              { name: 'Late crop', value: 'late' },
            ],
          } as object),
          { ...text('where'), type: Option.Channel },
        ],
      },
      {
        name: 'plan',
        description: 'Plans',
        type: Option.SubcommandGroup,
        options: [{ name: 'list', description: 'All plans', type: Option.Subcommand }],
      },
    ],
  },
  { name: 'panel', description: 'Things to press' },
  { name: 'layout', description: 'Components V2' },
  { name: 'later', description: 'Takes its time' },
  { name: 'silent', description: 'Never answers' },
  { name: 'echo', description: 'Says it again', options: [text('text', { required: true })] },
  { name: 'prune', description: 'For moderators', defaultMemberPermissions: '8192' },
  { name: 'Peel', type: ApplicationCommandType.Message },
] as ApplicationCommandDataResolvable[];

/** Logs in and registers the commands. `finishLater` lets `/later` come to its answer. */
export async function startBot(discord: LocalDiscord): Promise<{ client: Client; finishLater: () => void }> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    rest: { api: discord.apiUrl },
    allowedMentions: { parse: [] },
  });
  const later = Promise.withResolvers<void>();
  client.on(Events.InteractionCreate, (interaction) => answer(interaction, later.promise));
  client.on(Events.MessageCreate, async (message) => {
    if (!message.author.bot) await message.reply(`You said: ${message.content.replace(/<@!?\d+>/, '').trim()}`);
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
  await client.application?.commands.set(commands);
  return { client, finishLater: later.resolve };
}

async function answer(interaction: Interaction, later: Promise<void>): Promise<unknown> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused().toLowerCase();
    const found = fruits.filter((fruit) => fruit.toLowerCase().includes(typed));
    return interaction.respond(found.map((fruit) => ({ name: fruit, value: fruit.toLowerCase() })));
  }
  if (interaction.isButton() && interaction.customId === 'form') {
    return interaction.showModal({
      title: 'A new fruit',
      custom_id: 'new-fruit',
      components: [
        {
          type: ComponentType.Label,
          label: 'Name',
          component: { type: ComponentType.TextInput, custom_id: 'name', style: TextInputStyle.Short },
        },
        {
          type: ComponentType.Label,
          label: 'Ripeness',
          component: {
            type: ComponentType.StringSelect,
            custom_id: 'ripe',
            options: [
              { label: 'Ripe', value: 'ripe' },
              { label: 'Green', value: 'green' },
            ],
          },
        },
      ],
    });
  }
  if (interaction.isButton() && interaction.customId === 'more')
    return interaction.reply(`More, for ${interaction.user.username}`);
  if (interaction.isButton()) return interaction.update({ content: `Pressed by ${interaction.user.username}` });
  if (interaction.isStringSelectMenu()) return interaction.reply(`Chosen: ${interaction.values.join(', ')}`);
  if (interaction.isModalSubmit()) {
    const ripe = interaction.fields.getStringSelectValues('ripe');
    return interaction.reply(`Planted ${interaction.fields.getTextInputValue('name')} (${ripe})`);
  }
  if (interaction.isMessageContextMenuCommand())
    return interaction.reply(`Peeled: ${interaction.targetMessage.content}`);
  return interaction.isChatInputCommand() ? command(interaction, later) : undefined;
}

async function command(interaction: ChatInputCommandInteraction, later: Promise<void>): Promise<unknown> {
  const { options, commandName } = interaction;
  if (commandName === 'silent') return undefined;
  if (commandName === 'echo')
    return interaction.reply({
      content: options.getString('text', true),
      embeds: [{ title: options.getString('text', true), description: options.getString('text', true) }],
    });
  if (commandName === 'fruit') return interaction.reply(`Fruit: ${options.getString('name')} in ${interaction.locale}`);
  if (commandName === 'harvest') {
    return interaction.reply(
      `${options.getSubcommandGroup() ?? ''} ${options.getSubcommand()} ${JSON.stringify(options.data[0]?.options?.map(({ name, value }) => [name, value]) ?? [])}`,
    );
  }
  if (commandName === 'prune') return interaction.reply({ content: 'Pruned.', flags: MessageFlags.Ephemeral });
  if (commandName === 'later') {
    await interaction.deferReply();
    await later;
    return interaction.editReply('It was worth the wait.');
  }
  if (commandName === 'panel') return interaction.reply(panel);
  if (commandName === 'layout') return interaction.reply(layout);
  return interaction.reply({
    ...(options.getBoolean('private') ? { flags: MessageFlags.Ephemeral } : {}),
    embeds: [fruitAnswer(options.getString('question', true))],
    files: [{ attachment: Buffer.from('apple,1\n'), name: 'harvest.csv' }],
  });
}

const fruitAnswer = (question: string) => ({
  author: { name: question },
  title: 'When was the **first** apple picked?',
  url: 'https://example.org/apples',
  description:
    '**19 August 2019**\n\n- The growers said that *about 500* crates were filled. [[1]](https://example.org/1) [[2]](https://example.org/2)\n  - Half of them in the north\n- The market reported 450. [[3]](https://example.org/3)\n> Nobody counted the pears.\n||The rest is secret||, `crates` and <t:1566200000:D>.',
  fields: [
    { name: 'Growers', value: '500', inline: true },
    { name: 'Market', value: '450', inline: true },
    {
      name: 'Sources',
      value:
        '1. [Fruit Weekly](https://example.org/1), 20 August 2019\n2. [Orchard](https://example.org/2)\n3. [Market](https://example.org/3)',
    },
  ],
  color: 0x2f_9e_6e,
  footer: { text: 'Records of the orchard · CC BY 4.0' },
});

const panel = {
  content: '# Panel\nPress **something**.',
  components: [
    {
      type: ComponentType.ActionRow as const,
      components: [
        { type: ComponentType.Button as const, style: ButtonStyle.Primary as const, label: 'Press', customId: 'press' },
        {
          type: ComponentType.Button as const,
          style: ButtonStyle.Success as const,
          label: 'Form',
          customId: 'form',
          emoji: { name: '🍏' },
        },
        {
          type: ComponentType.Button as const,
          style: ButtonStyle.Secondary as const,
          label: 'Never',
          customId: 'never',
          disabled: true,
        },
        {
          type: ComponentType.Button as const,
          style: ButtonStyle.Link as const,
          label: 'Site',
          url: 'https://example.org/',
        },
      ],
    },
    {
      type: ComponentType.ActionRow as const,
      components: [
        {
          type: ComponentType.StringSelect as const,
          customId: 'pick',
          placeholder: 'Pick a fruit',
          options: fruits.map((label) => ({
            label,
            value: label.toLowerCase(),
            description: `A ${label.toLowerCase()}`,
          })),
        },
      ],
    },
  ],
};

const layout = {
  flags: MessageFlags.IsComponentsV2 as const,
  components: [
    {
      type: ComponentType.Container as const,
      accentColor: 0x2f_9e_6e,
      components: [
        { type: ComponentType.TextDisplay as const, content: '## The orchard' },
        { type: ComponentType.Separator as const },
        {
          type: ComponentType.Section as const,
          components: [{ type: ComponentType.TextDisplay as const, content: 'Twelve rows of **trees**' }],
          accessory: {
            type: ComponentType.Button as const,
            style: ButtonStyle.Secondary as const,
            label: 'More',
            customId: 'more',
          },
        },
      ],
    },
  ],
};
