import { recordCommand } from '../src/discord/record-command.ts';

/** /person: a record's card, by its name. */
export const person = recordCommand('person');
