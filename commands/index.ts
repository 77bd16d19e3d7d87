/** Everything that Discord offers. */
import type { Command } from '../src/discord/command.ts';
import { about } from './about.ts';
import { ask } from './ask.ts';
import { askAbout } from './ask-about.ts';
import { event } from './event.ts';
import { organisation } from './organisation.ts';
import { person } from './person.ts';
import { place } from './place.ts';
import { publish } from './publish.ts';
import { search } from './search.ts';
import { sources } from './sources.ts';
import { timeline } from './timeline.ts';
import { today } from './today.ts';

export const commands: readonly Command[] = [
  ask,
  event,
  person,
  place,
  organisation,
  timeline,
  today,
  publish,
  search,
  sources,
  about,
  askAbout,
];
