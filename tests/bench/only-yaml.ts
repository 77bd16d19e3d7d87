/** What checking the knowledge is compared to: its files read and parsed, and nothing more. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Parses every YAML file of a folder. @returns how many */
export async function onlyYaml(directory: string): Promise<number> {
  const files = (await readdir(directory, { recursive: true })).filter((name) => name.endsWith('.yaml'));
  const texts = await Promise.all(files.map((name) => readFile(join(directory, name), 'utf8')));
  return texts.map((text) => parse(text)).length;
}

if (import.meta.main) await onlyYaml(process.argv[2] ?? 'knowledge');
