/** What a moderator does with a real month, from beginning to end: in a forum, with the real records. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { REAL, type Running, runApp, shownBy, textOf } from '../support/app.ts';
import { numbers, press, texts, use } from './stage.ts';

let running: Running;
let knowledge: string;
beforeEach(async () => {
  knowledge = await mkdtemp(join(tmpdir(), 'june-'));
  await cp(REAL, knowledge, { recursive: true });
  running = await runApp(knowledge);
});
afterEach(async () => {
  await running.close();
  await rm(knowledge, { recursive: true, force: true });
});

it('previews, posts, stops, resumes, updates and removes June 2019', { timeout: 60_000 }, async () => {
  const forum = running.discord.channel('forum');
  const options = { channel: forum, from: '2019-06', to: '2019-06', tag: 'chronology', language: 'ru', pin: true };
  const preview = await use(running, 'timeline', options);
  const expected = Number(/, (\d+) сообщ/.exec(textOf(shownBy(preview)))?.[1]);
  expect(expected).toBeGreaterThan(8);
  const lift = running.discord.faults.rest({ match: /^POST \/channels\/\d+\/messages/, delayMs: 30 });
  await press(running, shownBy(preview), 'Опубликовать');
  const post = await running.discord.until(() =>
    [...running.discord.world.channels.values()].find(({ parentId }) => parentId === forum),
  );
  await running.discord.until(() => running.moderator.view(post.id)[2]);
  const posting = await preview.until((message) => textOf(message).startsWith('Публикуется'));
  await press(running, posting, 'Остановить');
  const stopped = await preview.until((message) => textOf(message).startsWith('Остановлено'));
  lift();
  expect(numbers(running, post.id).length).toBeLessThan(expected);
  await press(running, stopped, 'Продолжить');
  const whole = Array.from({ length: expected }, (_, n) => n + 1);
  await running.discord.until(
    () => (numbers(running, post.id).length === expected && post.pins.size === 1) || undefined,
  );
  expect(numbers(running, post.id)).toEqual(whole);

  const [file] = (await readdir(join(knowledge, 'events'))).filter((name) => name.startsWith('2019-06-09'));
  const path = join(knowledge, 'events', file ?? '');
  await writeFile(path, (await readFile(path, 'utf8')).replace('\n  ru: ', '\n  ru: ПРАВКА '));
  await expect
    .poll(() => running.logged.some(({ msg }) => msg === 'knowledge reloaded'), { timeout: 10_000 })
    .toBe(true);
  running.discord.requests.clear();
  const [first] = running.moderator.view(post.id);
  const timeline = /^\w{10}/.exec(first?.embeds[0]?.footer?.text ?? '')?.[0] ?? '';
  const update = await use(running, 'update', { timeline });
  await update.until((message) => textOf(message).startsWith('Готово'), 15_000);
  const edited = texts(running, post.id).filter((text) => text.includes('ПРАВКА')).length;
  expect(edited).toBeGreaterThan(0);
  const edits = running.discord.requests.matching(new RegExp(`^PATCH /channels/${post.id}/messages`));
  expect(edits).toHaveLength(edited + 1);

  const removal = await use(running, 'remove', { timeline });
  await removal.until((message) => textOf(message).startsWith('Удалено'), 30_000);
  expect(running.discord.world.channels.has(post.id)).toBe(false);
  expect(running.discord.requests.refused()).toEqual([]);
});
