/**
 * Serves the page of the local Discord: its document, styles, modules (types stripped on the way) and the packages
 * that these import, found by the browser through an import map. Nothing is built and nothing comes from elsewhere.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { importMap, packageFile } from './packages.ts';

/** Packages the page imports, and those that these import. */
const packages = [
  '@skyra/discord-components-core',
  'lit',
  'lit-html',
  'lit-element',
  '@lit/reactive-element',
  '@lit/context',
];

const folder = fileURLToPath(new URL('./page/', import.meta.url));
const styles = ['theme', 'layout', 'sidebar', 'messages', 'components', 'composer'];

/** The page at `/`, its parts under `/page/` and `/packages/`. Mount it at the root. */
export function pageAssets(): Hono {
  const app = new Hono();
  const map = JSON.stringify({ imports: importMap(packages) });
  const page = readFileSync(`${folder}index.html`, 'utf8').replace('importmap">{}<', () => `importmap">${map}<`);
  const modules = new Map<string, string>();

  app.get('/', (context) => {
    context.header('Content-Security-Policy', policy(map));
    context.header('Referrer-Policy', 'no-referrer');
    context.header('X-Content-Type-Options', 'nosniff');
    return context.html(page);
  });
  app.get('/page/styles.css', async (context) => {
    const sheets = await Promise.all(styles.map((name) => readFile(`${folder}${name}.css`, 'utf8')));
    return context.body(sheets.join('\n'), 200, { 'Content-Type': 'text/css; charset=utf-8' });
  });
  app.get('/page/:module{[a-z-]+\\.ts}', async (context) => {
    const name = context.req.param('module');
    const source = await readFile(folder + name, 'utf8').catch(() => undefined);
    if (source === undefined) return context.notFound();
    const known = modules.get(source) ?? strip(source);
    modules.set(source, known);
    return context.body(known, 200, javascript);
  });
  app.get('/packages/:path{.+\\.js}', async (context) => {
    const file = packageFile(packages, context.req.param('path'));
    const source = file && (await readFile(file, 'utf8').catch(() => undefined));
    if (!source) return context.notFound();
    return context.body(withoutSourceMap(source), 200, { ...javascript, 'Cache-Control': 'max-age=3600' });
  });
  return app;
}

const javascript = { 'Content-Type': 'text/javascript; charset=utf-8', 'X-Content-Type-Options': 'nosniff' };

/** Only this origin, no inline script but the import map. The components set colours by style attributes. */
function policy(map: string): string {
  const hash = createHash('sha256').update(map).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}'`,
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const withoutSourceMap = (source: string): string => source.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n');

/** Node calls this function experimental, on the terminal, at its first use; whoever runs the bot need not read that. */
function strip(source: string): string {
  const warn = process.emitWarning;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = warn;
  }
}
