import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, normalize, sep } from 'node:path';

/** A value of `exports` in package.json, as far as packages for browsers use it. */
type Target = string | null | { [condition: string]: Target };

const require = createRequire(import.meta.url);
const roots = new Map<string, string>();

/**
 * The browser's import map for installed packages: every public name of each → its address under `/packages/`.
 * Patterns (`./*`) are left out: none of these packages needs them.
 * @throws where a package is not installed
 */
export function importMap(packages: string[]): Record<string, string> {
  const imports: Record<string, string> = {};
  for (const name of packages) {
    const { exports } = JSON.parse(readFileSync(join(root(name), 'package.json'), 'utf8')) as { exports: Target };
    const entries = typeof exports === 'string' ? { '.': exports } : (exports ?? {});
    for (const [key, target] of Object.entries(entries)) {
      const file = browserFile(target);
      if (file?.endsWith('.js') && !key.includes('*')) imports[join(name, key)] = `/${join('packages', name, file)}`;
    }
  }
  return imports;
}

/** The file that `path` (`lit/index.js`) names inside one of `packages`, or undefined: nothing else is handed out. */
export function packageFile(packages: string[], path: string): string | undefined {
  const name = packages.find((candidate) => path.startsWith(`${candidate}/`));
  if (!name) return undefined;
  const inside = root(name);
  const file = normalize(join(inside, path.slice(name.length + 1)));
  return file.startsWith(inside + sep) ? file : undefined;
}

/** Browsers take neither Node's files nor the development builds, which warn. */
function browserFile(target: Target): string | undefined {
  if (typeof target === 'string') return target;
  return target ? browserFile(target.browser ?? target.import ?? target.default ?? null) : undefined;
}

/** A package's folder: the nearest one of that name, for not every package exports its package.json. */
function root(name: string): string {
  const known = roots.get(name);
  if (known) return known;
  const suffix = join('node_modules', name);
  let folder = dirname(require.resolve(name));
  while (!folder.endsWith(suffix)) folder = dirname(folder);
  roots.set(name, folder);
  return folder;
}
