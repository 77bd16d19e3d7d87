import { recordCommand } from '../src/discord/record-command.ts';

/** /place: a record's card, by its name. */
export const place = recordCommand('place');
