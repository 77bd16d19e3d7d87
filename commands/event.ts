import { recordCommand } from '../src/discord/record-command.ts';

/** /event: a record's card, by its name. */
export const event = recordCommand('event');
