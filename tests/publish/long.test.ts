/** A posting that outlasts the private reply goes on in direct messages, and can be stopped and resumed there. */
import { afterEach, expect, it, vi } from 'vitest';
import { type Running, runApp, shownBy, textOf } from '../support/app.ts';
import { numbers, press, use } from './stage.ts';

let running: Running;
afterEach(async () => {
  vi.useRealTimers();
  await running?.close();
});

it('reports on where the reply can no longer be changed', { timeout: 30_000 }, async () => {
  running = await runApp();
  const channel = running.discord.channel('timelines');
  const preview = await use(running, 'timeline', { channel });
  const lift = running.discord.faults.rest({ match: /^POST \/channels\/\d+\/messages/, delayMs: 400 });
  await press(running, shownBy(preview), 'Post');
  await running.discord.until(() => running.moderator.view(channel)[0]);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 16 * 60_000 });
  const direct = running.discord.dm(running.moderator.id);
  const told = await running.moderator.waitFor(direct, (message) => textOf(message).startsWith('Posting'), 10_000);
  expect(told.content).toContain('It goes on here');
  await press(running, told, 'Stop');
  const stopped = await running.moderator.waitFor(direct, (message) => textOf(message).startsWith('Stopped'), 10_000);
  lift();
  expect(running.moderator.view(direct)).toHaveLength(1);
  expect(numbers(running, channel).length).toBeLessThan(7);
  await press(running, stopped, 'Resume');
  await running.moderator.waitFor(direct, (message) => textOf(message).startsWith('Done'), 10_000);
  expect(numbers(running, channel)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});
