/** The real browser, carried by a package: nothing on the machine is needed. */
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** Starts a headless Chromium. Close it when done. */
export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    // A single process, which the package's arguments ask for, dies with its first page.
    args: chromium.args.filter((argument) => argument !== '--single-process'),
    headless: true,
  });
}
