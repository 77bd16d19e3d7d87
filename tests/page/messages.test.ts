import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { become, lastMessage, message, type Stage, startStage, write } from './stage.ts';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await startStage();
  page = await stage.open();
});
afterAll(async () => {
  await stage.close();
  expect(stage.complaints).toEqual([]);
  expect(stage.discord.requests.refused()).toEqual([]);
});

const run = async (text: string) => {
  await write(page, text);
  await page.keyboard.press('Enter');
};

describe('buttons, selects, modals', () => {
  it('press, choose, fill in', async () => {
    await run('/panel ');
    const panel = message(page, 'Press something.');
    await panel.waitFor();
    expect(await panel.getByRole('button', { name: 'Never' }).isDisabled()).toBe(true);
    expect(await panel.getByRole('link', { name: 'Site' }).getAttribute('href')).toBe('https://example.org/');

    await panel.getByRole('combobox', { name: 'Pick a fruit' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await message(page, 'Chosen: apricot').waitFor();

    await panel.getByRole('button', { name: 'Form' }).click();
    await page.getByRole('dialog', { name: 'A new fruit' }).waitFor();
    await page.keyboard.type('Medlar');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Submit' }).click();
    await message(page, 'Planted Medlar (green)').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);

    await panel.getByRole('button', { name: 'Press' }).click();
    await message(page, 'Pressed by member').waitFor();
  });

  it('draws Components V2, whose buttons work too', async () => {
    await run('/layout ');
    const layout = message(page, 'Twelve rows of trees');
    await layout.getByRole('heading', { name: 'The orchard' }).waitFor();
    await layout.getByRole('button', { name: 'More' }).click();
    await message(page, 'More, for member').waitFor();
  });
});

describe('messages', () => {
  it('mentions the bot, replies to it, and runs a command of the menu on a message', async () => {
    await write(page, '@Orch');
    await page.getByRole('option', { name: '@Orchard' }).waitFor();
    await page.keyboard.press('Enter');
    await run('good morning');
    const answer = message(page, 'You said: good morning');
    await answer.waitFor();
    expect(await page.locator('article discord-mention').first().textContent()).toBe('Orchard');

    await answer.hover();
    await answer.getByRole('button', { name: 'Reply' }).click();
    await page.getByText('Replying to Orchard').waitFor();
    await run('and good evening');
    await message(page, 'You said: and good evening').waitFor();

    await answer.focus();
    await answer.getByRole('button', { name: 'Apps' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Peel' }).press('Enter');
    await message(page, 'Peeled: You said: good morning').waitFor();
  });

  it('are told to the bot in direct messages without a mention', async () => {
    await page.getByRole('button', { name: /^Orchard/ }).click();
    await page.getByRole('combobox', { name: 'Message @Orchard' }).waitFor();
    await run('only between us');
    await message(page, 'You said: only between us').waitFor();
    await page.getByRole('button', { name: 'general' }).click();
    await page.getByRole('combobox', { name: 'Message #general' }).waitFor();
    expect(await page.getByText('only between us').count()).toBe(0);
  });

  it('never become HTML or scripts', async () => {
    const evil =
      '<img src=x onerror="document.title=1"><script>alert(1)</script> [click](javascript:alert(1)) **<b>bold</b>**';
    page.on('dialog', () => expect.unreachable('a script ran'));
    await run(`/echo ${evil}`);
    const echo = lastMessage(page);
    await echo.getByText('<img src=x').first().waitFor();
    expect(await echo.locator('script, img[src="x"], a[href^="javascript"], b b').count()).toBe(0);
    expect(await page.title()).toContain('general');
    expect(await echo.locator('strong').first().textContent()).toBe('<b>bold</b>');
  });

  it('hide spoilers until they are asked for', async () => {
    await run('/echo ||quince||');
    const spoiler = lastMessage(page).getByRole('button', { name: 'Spoiler' }).first();
    await spoiler.waitFor();
    expect(await spoiler.locator('span').isVisible()).toBe(false);
    await spoiler.press('Enter');
    expect(await spoiler.locator('span').isVisible()).toBe(true);
  });

  it('can be deleted by a moderator, and by a member only where they are their own', async () => {
    await run('a message of mine');
    await message(page, 'a message of mine').hover();
    await message(page, 'a message of mine').getByRole('button', { name: 'Delete message' }).waitFor();
    const theirs = message(page, 'Peeled:');
    await theirs.focus();
    expect(await theirs.getByRole('button', { name: 'Delete message' }).count()).toBe(0);
    await become(page, 'Moderator');
    await theirs.hover();
    await theirs.getByRole('button', { name: 'Delete message' }).click();
    await theirs.waitFor({ state: 'detached' });
    await become(page, 'Member');
  });
});

describe('places', () => {
  it('shows posts of a forum and threads as the bot makes them', async () => {
    await page.getByRole('button', { name: 'forum' }).click();
    await page.getByText('No posts yet.').waitFor();
    await stage.makePost('A post about plums');
    await page
      .getByRole('button', { name: /A post about plums/ })
      .last()
      .click();
    await message(page, 'Plums are ripe.').waitFor();
    await page.getByRole('combobox', { name: 'Message A post about plums' }).waitFor();
  });

  it('does not let members write where only moderators may', async () => {
    await page.getByRole('button', { name: 'announcements' }).click();
    await page.getByPlaceholder('You do not have permission to send messages here.').waitFor();
    await become(page, 'Moderator');
    await page.getByRole('combobox', { name: 'Message #announcements' }).waitFor();
    await write(page, '/pru');
    await page.getByRole('option', { name: '/prune' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await message(page, 'Pruned.').getByText('Only you can see this').waitFor();
    await become(page, 'Member');
    await page.getByPlaceholder('You do not have permission to send messages here.').waitFor();
    expect(await page.getByText('Pruned.').count()).toBe(0);
  });
});
