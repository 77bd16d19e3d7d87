/** A local Discord with a small bot in it, and real browsers that look at its page. */

import type { ForumChannel } from 'discord.js';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Starter } from '../../src/local/page-api.ts';
import { type LocalDiscord, startLocalDiscord } from '../../src/local/server.ts';
import { launchBrowser } from '../support/browser.ts';
import { startBot } from './bot.ts';

export interface Stage {
  discord: LocalDiscord;
  /** Lets the bot's `/later` come to its answer. */
  finishLater: () => void;
  /** The bot posts in the forum. */
  makePost: (name: string) => Promise<void>;
  /** The page as a new visitor finds it, ready to be used. */
  open(options?: BrowserContextOptions): Promise<Page>;
  /** What browsers complained about: errors, refused resources, breaches of the content policy. */
  complaints: string[];
  close(): Promise<void>;
}

const starters: Starter[] = [
  {
    language: 'en',
    text: 'When do apples fall?',
    command: 'ask',
    options: [{ name: 'question', value: 'When do apples fall?' }],
  },
  {
    language: 'ru',
    text: 'Когда падают яблоки?',
    command: 'ask',
    options: [{ name: 'question', value: 'Когда падают яблоки?' }],
  },
];

export async function startStage(): Promise<Stage> {
  const discord = await startLocalDiscord({ port: 0, seed: { botName: 'Orchard', starters } });
  const [bot, browser] = await Promise.all([startBot(discord), launchBrowser()]);
  const complaints: string[] = [];
  return {
    discord,
    complaints,
    finishLater: bot.finishLater,
    makePost: async (name) => {
      const forum = bot.client.channels.cache.get(discord.channel('forum')) as ForumChannel;
      await forum.threads.create({
        name,
        message: { content: 'Plums are ripe.' },
        appliedTags: forum.availableTags.slice(0, 1).map(({ id }) => id),
      });
    },
    open: (options) => openPage(browser, discord.url, complaints, options),
    close: async () => {
      await browser.close();
      await bot.client.destroy();
      await discord.close();
    },
  };
}

async function openPage(
  browser: Browser,
  url: string,
  complaints: string[],
  options?: BrowserContextOptions,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 720 }, ...options });
  context.setDefaultTimeout(8_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on(
    'request',
    (request) =>
      request.url().startsWith(url) ||
      request.url().startsWith('data:') ||
      complaints.push(`elsewhere: ${request.url()}`),
  );
  await page.goto(url);
  await page.getByRole('combobox', { name: /^(Message|Написать)/ }).waitFor();
  return page;
}

/** Types into the composer, whatever it shows at the moment. */
export async function write(page: Page, text: string): Promise<void> {
  await page.locator('.composer [data-entry]').focus();
  await page.keyboard.type(text);
}

/** The last message of the log. */
export const lastMessage = (page: Page) => page.locator('article.message').last();

/** The last message that says the text itself, not one that quotes it. */
export const message = (page: Page, text: string) =>
  page
    .locator('article.message')
    .filter({ has: page.locator('discord-message > :not(.context)').filter({ hasText: text }) })
    .last();

/** Switches to another person and waits until the page shows what they see. */
export async function become(page: Page, name: string): Promise<void> {
  const loaded = page.waitForResponse((response) => response.url().includes('/local/messages'));
  await page.getByRole('radio', { name }).check();
  await loaded;
}
