/**
 * What the page and the local Discord say to each other: pure types, importable by both.
 *
 * Everything lives under `/local/` on the same origin. Requests are JSON; whoever acts is named by `user`. What is
 * refused comes back as a status of 4xx or 5xx with a `Refusal`. Messages, channels, users and commands are Discord's
 * own objects, as a client of that user would have them.
 *
 * | method and path           | takes            | gives                                      |
 * |---------------------------|------------------|--------------------------------------------|
 * | GET  /local/state         | ?user=ID         | State                                      |
 * | GET  /local/messages      | MessagesQuery    | Shown[] (newest last, at most `limit`)     |
 * | GET  /local/events        | ?user=ID         | server-sent events, each `data:` an Event  |
 * | POST /local/send          | SendRequest      | Shown                                      |
 * | POST /local/command       | CommandRequest   | Started                                    |
 * | POST /local/autocomplete  | CommandRequest   | AutocompleteResponse                       |
 * | POST /local/menu          | MenuRequest      | Started                                    |
 * | POST /local/component     | ComponentRequest | Started                                    |
 * | POST /local/modal         | ModalRequest     | Started                                    |
 * | POST /local/delete        | DeleteRequest    | {}                                         |
 *
 * The page itself comes from `/`; files of messages from `/attachments/…`, avatars from `/avatars/…`.
 */
import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIChannel,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIRole,
  APIUser,
} from 'discord-api-types/v10';

/** A message as one user sees it. Sorted by id, messages stand in the order in which they were posted. */
export type Shown = APIMessage & {
  /** Only this user sees it ("Only you can see this"). */
  ephemeral?: true;
  /** A deferred answer that has not come yet ("… is thinking"). */
  loading?: true;
};

/** A person the page can act as, or the bot. */
export interface Person {
  user: APIUser;
  /** Display name on the server. */
  name: string;
  /** Role ids, highest first. */
  roles: string[];
  /** Set where the person may manage messages, which is what a moderator needs here. */
  moderator: boolean;
}

/** A channel or thread this user can see, with what they may do there. */
export interface ShownChannel {
  channel: APIChannel;
  /** Permission bits of the user in this channel, as a decimal string. */
  permissions: string;
  maySend: boolean;
}

export interface State {
  /** The user for whom this was made. */
  user: string;
  guild: { id: string; name: string; roles: APIRole[] };
  /** Channels and threads of the server (forum posts are threads whose `parent_id` is the forum), in display order. */
  channels: ShownChannel[];
  /** The direct-message channel between this user and the bot. */
  dm: ShownChannel;
  /** Everyone on the server, the bot included. */
  people: Person[];
  /** Those of `people` that the page can be: in the order of the switch. */
  actors: string[];
  bot: { id: string; applicationId: string; online: boolean };
  /** Commands that this user may use, with localisations; `contexts` says where: the server (0), the DM (1). */
  commands: APIApplicationCommand[];
  /** First questions worth trying, for whoever meets the bot for the first time. */
  starters: Starter[];
}

/** A first question: what it says, and the slash command that asks it. */
export interface Starter {
  /** For whom it is: a language such as "en". Those whose Discord is in none of the languages get the English ones. */
  language?: string;
  text: string;
  command: string;
  options: GivenOption[];
}

export interface MessagesQuery {
  user: string;
  channel: string;
  /** Only messages older than this id. */
  before?: string;
  /** At most 100; 50 where absent. */
  limit?: string;
}

export interface SendRequest {
  user: string;
  channel: string;
  content: string;
  /** Id of the message this answers; pings its author unless `ping` is false. */
  replyTo?: string;
  ping?: boolean;
}

/** One filled-in option: the name as registered, the value as typed. Values of channels, users and roles are ids. */
export interface GivenOption {
  name: string;
  value: string | number | boolean;
  /** The option being typed in, for autocomplete. */
  focused?: boolean;
}

export interface CommandRequest {
  user: string;
  channel: string;
  /** Name of the slash command as registered (not localised). */
  command: string;
  group?: string;
  subcommand?: string;
  options: GivenOption[];
  /** The user's Discord language, "en-US" where absent. */
  locale?: string;
}

/** "Apps" in a message's or a user's context menu. */
export interface MenuRequest {
  user: string;
  channel: string;
  command: string;
  /** Message id or user id. */
  target: string;
  locale?: string;
}

export interface ComponentRequest {
  user: string;
  channel: string;
  message: string;
  customId: string;
  /** For select menus: what was chosen. */
  values?: string[];
  locale?: string;
}

/** A value of a modal's input: text, or what was chosen in a select. */
export interface ModalValue {
  customId: string;
  value?: string;
  values?: string[];
}

export interface ModalRequest {
  user: string;
  /** From the `modal` event or from `Started.modal`. */
  modal: string;
  values: ModalValue[];
  locale?: string;
}

export interface DeleteRequest {
  user: string;
  channel: string;
  message: string;
}

/** How the bot's first answer to an interaction went. What it posts arrives as events. */
export interface Started {
  interaction: string;
  outcome: 'message' | 'deferred' | 'updated' | 'deferred-update' | 'modal' | 'failed';
  /** The message the answer made or changed, as this user sees it. */
  message?: Shown;
  modal?: OpenModal;
  /** Where `failed`: why ("The application did not respond"). */
  reason?: string;
}

export interface OpenModal {
  /** What to send back in `ModalRequest.modal`. */
  id: string;
  channel: string;
  data: APIModalInteractionResponseCallbackData;
}

export interface AutocompleteResponse {
  choices: APIApplicationCommandOptionChoice[];
  /** Set where the bot did not answer in time. */
  failed?: true;
}

/** What the page is told as it happens, for one user. */
export type Event =
  /** First event of every connection: load the state and messages again. */
  | { type: 'ready' }
  | { type: 'message'; message: Shown }
  | { type: 'message-deleted'; channel: string; message: string }
  | { type: 'channel'; channel: ShownChannel }
  | { type: 'channel-deleted'; channel: string }
  | { type: 'typing'; channel: string; user: string }
  | { type: 'commands'; commands: APIApplicationCommand[] }
  | { type: 'bot'; online: boolean }
  | { type: 'modal'; modal: OpenModal }
  | { type: 'interaction-failed'; interaction: string; channel: string; reason: string };

/** Why something was refused, in one sentence a person can read. */
export interface Refusal {
  code: number;
  message: string;
}
