import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const lighthouses = fileURLToPath(new URL('../fixtures/lighthouses', import.meta.url));

/** A copy of the small body of knowledge that a test may spoil; it is gone when the test ends. */
export async function copyOfLighthouses() {
  const directory = await mkdtemp(join(tmpdir(), 'knowledge-'));
  await cp(lighthouses, directory, { recursive: true });
  return {
    directory,
    at: (file: string) => join(directory, file),
    /** Replaces the first occurrence of a text that must be there; returns the line on which it stood. */
    async edit(file: string, before: string, after: string): Promise<number> {
      const text = await readFile(join(directory, file), 'utf8');
      const at = text.indexOf(before);
      if (at < 0) throw new Error(`${file} does not contain ${before}`);
      await writeFile(
        join(directory, file),
        text.replace(before, () => after),
      );
      return text.slice(0, at).split('\n').length;
    },
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
  };
}
