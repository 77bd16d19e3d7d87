/** Lists of words kept as text, a file a language: words parted by commas, `#` begins a comment. */
import { existsSync, readFileSync } from 'node:fs';

/** The lines of a language's list, each as its words and phrases; none for a language without the file. */
export function wordList(folder: string, language: string): readonly (readonly string[])[] {
  const file = new URL(`${folder}/${language}.txt`, import.meta.url);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) =>
      line
        .replace(/#.*/, '')
        .split(',')
        .flatMap((word) => word.trim() || []),
    )
    .filter((words) => words.length > 0);
}
