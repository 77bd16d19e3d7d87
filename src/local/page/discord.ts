/** Discord's numbers, by name: the package of its types carries them in a form browsers cannot load. */
import type {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  ChannelType,
  ComponentType,
  MessageType,
  SeparatorSpacingSize,
  TextInputStyle,
} from 'discord-api-types/v10';

export const channelType = {
  text: 0 as ChannelType.GuildText,
  dm: 1 as ChannelType.DM,
  announcement: 5 as ChannelType.GuildAnnouncement,
  forum: 15 as ChannelType.GuildForum,
} as const;

/** Threads of announcements, public and private ones; forum posts are public threads. */
export const threadTypes: readonly number[] = [10, 11, 12];

export const commandType = {
  slash: 1 as ApplicationCommandType.ChatInput,
  message: 3 as ApplicationCommandType.Message,
} as const;

export const optionType = {
  subcommand: 1 as ApplicationCommandOptionType.Subcommand,
  group: 2 as ApplicationCommandOptionType.SubcommandGroup,
  string: 3 as ApplicationCommandOptionType.String,
  integer: 4 as ApplicationCommandOptionType.Integer,
  boolean: 5 as ApplicationCommandOptionType.Boolean,
  user: 6 as ApplicationCommandOptionType.User,
  channel: 7 as ApplicationCommandOptionType.Channel,
  role: 8 as ApplicationCommandOptionType.Role,
  mentionable: 9 as ApplicationCommandOptionType.Mentionable,
  number: 10 as ApplicationCommandOptionType.Number,
} as const;

export const componentType = {
  row: 1 as ComponentType.ActionRow,
  button: 2 as ComponentType.Button,
  stringSelect: 3 as ComponentType.StringSelect,
  textInput: 4 as ComponentType.TextInput,
  userSelect: 5 as ComponentType.UserSelect,
  roleSelect: 6 as ComponentType.RoleSelect,
  mentionableSelect: 7 as ComponentType.MentionableSelect,
  channelSelect: 8 as ComponentType.ChannelSelect,
  section: 9 as ComponentType.Section,
  text: 10 as ComponentType.TextDisplay,
  thumbnail: 11 as ComponentType.Thumbnail,
  gallery: 12 as ComponentType.MediaGallery,
  file: 13 as ComponentType.File,
  separator: 14 as ComponentType.Separator,
  container: 17 as ComponentType.Container,
  label: 18 as ComponentType.Label,
} as const;

export const buttonStyle = {
  primary: 1 as ButtonStyle.Primary,
  secondary: 2 as ButtonStyle.Secondary,
  success: 3 as ButtonStyle.Success,
  danger: 4 as ButtonStyle.Danger,
  link: 5 as ButtonStyle.Link,
} as const;

export const messageType = {
  pinned: 6 as MessageType.ChannelPinnedMessage,
  threadCreated: 18 as MessageType.ThreadCreated,
} as const;

export const paragraphStyle = 2 as TextInputStyle.Paragraph;
export const largeSpacing = 2 as SeparatorSpacingSize.Large;

/** Discord's locales (2026). Kazakh is none of them. */
export const locales = [
  'en-US',
  'en-GB',
  'ru',
  'uk',
  'tr',
  'de',
  'fr',
  'es-ES',
  'es-419',
  'it',
  'pl',
  'pt-BR',
  'nl',
  'cs',
  'da',
  'fi',
  'sv-SE',
  'no',
  'hu',
  'ro',
  'bg',
  'el',
  'hr',
  'lt',
  'hi',
  'id',
  'vi',
  'th',
  'zh-CN',
  'zh-TW',
  'ja',
  'ko',
];
