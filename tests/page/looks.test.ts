import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { message, type Stage, startStage, write } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(async () => {
  await stage.close();
  expect(stage.complaints).toEqual([]);
});

const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

/** Of every element with text, its contrast with what is behind it; those below what WCAG AA asks. */
const faint = (page: Page) =>
  page.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', {
      willReadFrequently: true,
    }) as OffscreenCanvasRenderingContext2D;
    const over = (colours: string[]) => {
      canvas.clearRect(0, 0, 1, 1);
      for (const colour of colours) {
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
      }
      return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const luminance = (rgb: number[]) => {
      const [r = 0, g = 0, b = 0] = rgb.map((part) =>
        part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const parentOf = (element: Element) =>
      element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as ShadowRoot).host;
    const behind = (element: Element) => {
      const colours: string[] = [];
      for (let at: Element | null = element; at; at = parentOf(at) ?? null)
        colours.unshift(getComputedStyle(at).backgroundColor);
      return colours;
    };
    const everything = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        element,
        ...(element.shadowRoot ? everything(element.shadowRoot) : []),
      ]);
    return everything(document).flatMap((element) => {
      const text = [...element.childNodes]
        .filter(({ nodeType }) => nodeType === 3)
        .map((node) => node.textContent?.trim())
        .join('');
      if (
        !text ||
        !element.checkVisibility({ visibilityProperty: true }) ||
        element.closest(':disabled, style, script, title, option')
      )
        return [];
      const grounds = behind(element);
      const [a, b] = [luminance(over(grounds)), luminance(over([...grounds, getComputedStyle(element).color]))];
      const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      return contrast < 4.5 ? [`${text.slice(0, 40)}: ${contrast.toFixed(2)}`] : [];
    });
  });

async function fill(page: Page): Promise<void> {
  await write(page, '/ask Is it ripe? private:true');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await message(page, 'Is it ripe?').locator('discord-embed').waitFor();
  await write(page, '/panel ');
  await page.keyboard.press('Enter');
  await message(page, 'Press something.').waitFor();
}

it.each(['dark', 'light'] as const)('follows a %s system, with enough contrast everywhere', async (colorScheme) => {
  const page = await stage.open({ colorScheme });
  expect(await ground(page)).toBe(colorScheme === 'dark' ? 'rgb(49, 51, 56)' : 'rgb(255, 255, 255)');
  await fill(page);
  expect(await faint(page)).toEqual([]);
  const other = colorScheme === 'dark' ? 'light' : 'dark';
  await page.getByLabel('Theme').selectOption(other);
  expect(await ground(page)).toBe(other === 'dark' ? 'rgb(49, 51, 56)' : 'rgb(255, 255, 255)');
  expect(await faint(page)).toEqual([]);
  await page.context().close();
});

it('fits a phone, its channels behind a button', async () => {
  const page = await stage.open({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });
  await fill(page);
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBe(360);
  expect(
    await page.evaluate(() =>
      [...document.querySelectorAll('.log, main')].map((part) => part.scrollWidth - part.clientWidth),
    ),
  ).toEqual([0, 0]);
  expect(await page.getByRole('navigation', { name: 'Channels' }).isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Show channels' }).tap();
  await page.getByRole('button', { name: 'questions' }).tap();
  await page.getByRole('combobox', { name: 'Message #questions' }).waitFor();
  await expect.poll(() => page.getByRole('navigation', { name: 'Channels' }).isVisible()).toBe(false);
  expect(await width()).toBe(360);
  await page.context().close();
});

it('names everything that can be used, and shows where the focus is', async () => {
  const page = await stage.open();
  await fill(page);
  const unnamed = await page
    .locator('button, a[href], input, select, textarea, [role=option], [role=listbox], [role=log]')
    .evaluateAll((elements) =>
      elements
        .filter((element) => {
          const labels =
            element instanceof HTMLInputElement
              ? [...(element.labels ?? [])].map(({ textContent }) => textContent)
              : [];
          const { labels: selectLabels } = element as HTMLSelectElement;
          return !(element.ariaLabel || element.textContent?.trim() || labels.join('') || selectLabels?.length);
        })
        .map(({ outerHTML }) => outerHTML.slice(0, 100)),
    );
  expect(unnamed).toEqual([]);
  expect(await page.getByRole('log', { name: 'Messages in general' }).count()).toBe(1);

  const seen = new Set<string>();
  for (let presses = 0; presses < 300 && !seen.has('Message #general'); presses++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const entry = element.closest('.entry');
      const line = getComputedStyle(document.querySelector('.bar') as Element).borderBottomColor;
      const outlined = getComputedStyle(element.closest('.actors label') ?? element).outlineStyle !== 'none';
      const shown = element === document.body || (entry ? getComputedStyle(entry).borderTopColor !== line : outlined);
      return { name: element.ariaLabel || element.textContent?.trim().slice(0, 20) || element.tagName, shown };
    });
    expect(focus.shown, focus.name).toBe(true);
    seen.add(focus.name);
  }
  expect([...seen]).toEqual(expect.arrayContaining(['general', 'Messages in general', 'Press', 'Message #general']));
  await page.context().close();
});

it('is there at once', async () => {
  const page = await stage.open();
  const started = performance.now();
  await page.reload();
  await page.getByRole('combobox', { name: 'Message #general' }).waitFor();
  expect(performance.now() - started).toBeLessThan(3_000);
  await page.context().close();
});
