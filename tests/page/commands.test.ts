import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lastMessage, message, type Stage, startStage, write } from './stage.ts';

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
beforeEach(async () => {
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Escape');
});

const suggested = () => page.getByRole('listbox').getByRole('option');

describe('slash commands, by keyboard alone', () => {
  it('lists them with descriptions, the first highlighted', async () => {
    await write(page, '/');
    await suggested().first().waitFor();
    expect(await suggested().first().textContent()).toMatch(/^\/ask\s*Ask about fruit/);
    expect(await suggested().first().getAttribute('aria-selected')).toBe('true');
    expect(await suggested().allTextContents()).not.toContainEqual(expect.stringContaining('/prune'));
    await page.keyboard.press('Escape');
    await expect.poll(() => suggested().count()).toBe(0);
    await page.locator('.composer textarea').fill('');
  });

  it('asks: picks the command with Tab, writes the option, sends', async () => {
    await write(page, '/as');
    await suggested().first().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('When did it fall?');
    await page.keyboard.press('Enter');
    const answer = message(page, 'When did it fall?');
    await answer.locator('discord-embed').waitFor();
    expect(await answer.textContent()).toContain('Member used /ask');
    expect(await answer.getByRole('link', { name: '[1]' }).getAttribute('href')).toBe('https://example.org/1');
    expect(await answer.getByRole('heading', { name: 'When was the first apple picked?' }).count()).toBe(1);
    expect(await answer.getByRole('listitem').filter({ hasText: 'Orchard' }).count()).toBe(1);
    expect(await answer.getByRole('link', { name: 'Download harvest.csv' }).count()).toBe(1);
  });

  it('completes as one types, and sends what was picked', async () => {
    await write(page, '/fruit ap');
    await expect.poll(() => suggested().allTextContents()).toEqual(['Apple', 'Apricot']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await message(page, 'Fruit: apricot in en-US').waitFor();
  });

  it('sends free text where the suggestions are closed', async () => {
    await write(page, '/fruit app');
    await expect.poll(() => suggested().allTextContents()).toEqual(['Apple']);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await message(page, 'Fruit: app in').waitFor();
  });

  it('takes several options, choices, numbers and channels, of a subcommand', async () => {
    await write(page, '/harvest show from:2019 kind:la');
    await expect.poll(() => suggested().allTextContents()).toEqual(['Late crop']);
    await page.keyboard.press('Enter');
    await page.keyboard.type('crates:12 where:tim');
    await expect.poll(() => suggested().allTextContents()).toEqual(['#timelines']);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const given = `[["from","2019"],["kind","late"],["crates",12],["where","${stage.discord.channel('timelines')}"]]`;
    await message(page, given).waitFor();
  });

  it('runs a subcommand in a group', async () => {
    await write(page, '/harvest plan list ');
    await page.keyboard.press('Enter');
    await message(page, 'plan list').waitFor();
  });

  it('says what is missing or wrong instead of sending', async () => {
    await write(page, '/ask ');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'This option is required' }).waitFor();
    await page.keyboard.type('well? private:perhaps');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Pick a valid value' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'Message #general' }).waitFor();
  });

  it('marks what only the asker sees, and takes it away', async () => {
    await write(page, '/ask Quietly? private:');
    await page.getByRole('option', { name: 'True' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const answer = message(page, 'Quietly?');
    await answer.getByText('Only you can see this').waitFor();
    await answer.getByRole('button', { name: 'Dismiss message' }).click();
    await answer.waitFor({ state: 'detached' });
  });

  it('shows that an answer is on its way', async () => {
    await write(page, '/later ');
    await page.keyboard.press('Enter');
    await lastMessage(page).getByText('Orchard is thinking…').waitFor();
    stage.finishLater();
    await lastMessage(page).getByText('It was worth the wait.').waitFor();
  });

  it('tells that the bot did not answer', async () => {
    await write(page, '/silent ');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'The application did not respond' }).waitFor();
    await page.getByRole('button', { name: 'Dismiss message' }).click();
  });
});

describe('first questions', () => {
  it('asks what is clicked, in the language of the person', async () => {
    await page.getByRole('button', { name: 'When do apples fall?' }).click();
    await message(page, 'When do apples fall?').locator('discord-embed').waitFor();
    await page.getByLabel('Language').selectOption('ru');
    await page.getByRole('button', { name: 'Когда падают яблоки?' }).waitFor();
    await write(page, '/');
    await suggested().filter({ hasText: '/фрукт' }).waitFor();
    await page.locator('.composer textarea').fill('/fruit kiwi');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await message(page, 'Fruit: kiwi in ru').waitFor();
    await page.getByLabel('Язык').selectOption('en-US');
    await page.getByRole('button', { name: 'Hide this hint' }).click();
    await page.reload();
    await message(page, 'Fruit: kiwi in ru').waitFor();
    expect(await page.getByRole('button', { name: 'When do apples fall?' }).count()).toBe(0);
  });
});
