/** `npm run pictures`: the README's pictures, taken of the real page with the real bot and its knowledge. */
import { mkdir, writeFile } from 'node:fs/promises';
import { decode, encode } from 'fast-png';
import type { Page } from 'playwright-core';
import { startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { launchBrowser } from '../support/browser.ts';
import { lastMessage, write } from './stage.ts';

const width = 900;
/** Bytes above which a picture is too much for a repository. */
const largest = 150_000;

const config = readConfig({ ...process.env, DISCORD_TOKEN: '', PORT: '0' });
const app = await startApp(config, createLog('warn'));
const browser = await launchBrowser();
try {
  await mkdir('docs', { recursive: true });
  await take('docs/answer.png', (page) => page.locator('.starter').first().click());
  await take('docs/timeline.png', async (page) => {
    await write(page, '/timeline show from:2019-06-09 to:2019-06-13');
    await page.keyboard.press('Enter');
  });
} finally {
  await browser.close();
  await app.close();
}

/** A picture of the page as high as the answer to what `ask` does. */
async function take(path: string, ask: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: 'dark', timezoneId: 'UTC' });
  await page.goto(app.url ?? '');
  await page.locator('.composer textarea').waitFor();
  const before = await page.locator('article.message').count();
  await ask(page);
  await page
    .locator(`article.message:not(.attempt) >> nth=${before}`)
    .locator('discord-embed, .container')
    .first()
    .waitFor();
  await page.locator('.hint .close').click();
  await withoutEmoji(page);
  const { height } = (await lastMessage(page).boundingBox()) ?? { height: 0 };
  await page.setViewportSize({ width, height: Math.round(Math.min(1_300, height + 150)) });
  await page.mouse.move(0, 0);
  // Text is smaller without the filters that the browser's encoder puts before compressing.
  const picture = encode(decode(await page.screenshot()), { zlib: { level: 9 } });
  await page.close();
  if (picture.length > largest) throw new RangeError(`${path} has ${picture.length} bytes; make it smaller`);
  await writeFile(path, picture);
}

/** The browser that npm brings has no font with emoji, only boxes in their place. */
async function withoutEmoji(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const emoji of document.querySelectorAll('.button > span')) {
      const button = emoji.parentElement;
      emoji.remove();
      if (button?.textContent?.trim() === '') button.remove();
    }
  });
}
