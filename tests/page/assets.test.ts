import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { pageAssets } from '../../src/local/assets.ts';

const app = pageAssets();
/** An import or a re-export at the beginning of a statement, minified or not. */
const statement = /(?:^|[;\n])\s*(?:import|export)\s*(?:[\w*${},\s]+?from\s*)?["']([\w@./-]+)["']/g;

const text = async (path: string) => (await app.request(path)).text();

describe('the page', () => {
  it('allows no script but its own and its import map', async () => {
    const response = await app.request('/');
    const policy = response.headers.get('Content-Security-Policy') ?? '';
    const map = /<script type="importmap">(.*?)<\/script>/s.exec(await response.text())?.[1] ?? '';
    expect(policy).toContain(`script-src 'self' 'sha256-${createHash('sha256').update(map).digest('base64')}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:/);
    expect(JSON.parse(map).imports.lit).toBe('/packages/lit/index.js');
  });

  it('serves every module as JavaScript, its types taken out', async () => {
    const modules = readdirSync(new URL('../../src/local/page/', import.meta.url)).filter((name) =>
      name.endsWith('.ts'),
    );
    expect(modules.length).toBeGreaterThan(20);
    for (const name of modules) {
      const response = await app.request(`/page/${name}`);
      expect(response.headers.get('Content-Type')).toContain('text/javascript');
      expect(await response.text()).not.toMatch(/^(import type|export interface|export type) /m);
    }
    expect(await text('/page/styles.css')).toContain('--ground');
  });

  it('imports only what it serves', async () => {
    const { imports } = JSON.parse(/importmap">(.*?)<\/script>/s.exec(await text('/'))?.[1] ?? '{}') as {
      imports: Record<string, string>;
    };
    const wanted = ['/page/main.ts'];
    const seen = new Set<string>();
    for (let path = wanted.pop(); path; path = wanted.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const response = await app.request(path);
      expect(response.status, path).toBe(200);
      for (const [, name = ''] of (await response.text()).matchAll(statement)) {
        const known = name.startsWith('.') ? new URL(name, `http://page${path}`).pathname : imports[name];
        expect(known, `${path} imports ${name}`).toBeDefined();
        wanted.push(known ?? '');
      }
    }
    expect(seen.size).toBeGreaterThan(50);
  });

  it.each([
    '/page/../assets.ts',
    '/page/%2e%2e%2fassets.ts',
    '/packages/lit/../hono/dist/index.js',
    '/packages/lit/%2e%2e/hono/dist/index.js',
    '/packages/lit/..%2f..%2fsrc/main.js',
    '/packages/hono/dist/index.js',
    '/packages/lit/package.json',
    '/page/nothing.ts',
  ])('does not give out %s', async (path) => expect((await app.request(path)).status).toBe(404));

  it('says nothing on the terminal', async () => {
    const code =
      "const { pageAssets } = await import('./src/local/assets.ts'); await pageAssets().request('/page/main.ts');";
    const { stderr, stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code]);
    expect(stdout + stderr).toBe('');
  });
});
