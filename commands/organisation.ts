import { recordCommand } from '../src/discord/record-command.ts';

/** /organisation: a record's card, by its name. */
export const organisation = recordCommand('organisation');
