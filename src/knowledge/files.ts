/** Finds and reads the files of a knowledge folder, refusing what no curator means to put there. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fault, type FaultCode, startOfFile } from './fault.ts';
import type { RecordType } from './model.ts';
import { Id } from './schema.ts';
import { nearest, suggest } from './suggest.ts';

export const folders: Readonly<Record<string, RecordType>> = {
  events: 'event',
  people: 'person',
  organisations: 'organisation',
  places: 'place',
};

/** The other folders. */
const others: Readonly<Record<string, 'sources' | 'questions'>> = { sources: 'sources', questions: 'questions' };

export interface KnowledgeFile {
  readonly kind: 'pack' | 'sources' | 'questions' | RecordType;
  /** Relative to the knowledge folder. */
  readonly path: string;
  /** The file's name without its extension. */
  readonly id: string;
  readonly text: string;
}

/** The largest files of a real body of knowledge stay well under this; what is larger was not written by hand. */
const largestFile = 1_000_000;

const about = (file: string, code: FaultCode, message: string, remedy: string): Fault => ({
  file,
  ...startOfFile,
  code,
  message,
  remedy,
});

/** Reads every file of the folder; what cannot be read is reported, the rest is still returned. */
export async function readFiles(directory: string): Promise<{ files: KnowledgeFile[]; faults: Fault[] }> {
  const faults: Fault[] = [];
  const wanted: Omit<KnowledgeFile, 'text'>[] = [];
  const top = await list(directory);
  if (!top)
    return {
      files: [],
      faults: [about('.', 'unreadable', `${directory} is no folder that can be read`, 'give another')],
    };
  for (const entry of top) {
    const yaml = entry.endsWith('.yaml');
    if (entry === 'pack.yaml') wanted.push({ kind: 'pack', path: entry, id: 'pack' });
    else if (entry === 'sources.yaml') wanted.push({ kind: 'sources', path: entry, id: 'sources' });
    else if (yaml || entry.endsWith('.yml'))
      faults.push(about(entry, 'file-name', 'no such file is expected here', 'move it to the folder of its type'));
    else if (entry in others || entry in folders) await collect(entry);
    else if ((await list(join(directory, entry)))?.some(isOurs(entry)))
      faults.push(
        about(
          entry,
          'file-name',
          `no folder is called “${entry}”`,
          suggest(entry, Object.keys({ ...folders, ...others })),
        ),
      );
  }
  if (!top.includes('pack.yaml'))
    faults.push(about('pack.yaml', 'unreadable', 'the file is missing', 'write one: name, period and languages'));
  if (!top.includes('sources.yaml') && !top.includes('sources'))
    faults.push(about('sources.yaml', 'unreadable', 'the file is missing', 'list the pages that the records cite'));
  if (!wanted.some(({ kind }) => Object.values(folders).includes(kind as RecordType)))
    faults.push(about('.', 'empty', 'there is no record', `write one in ${Object.keys(folders).join('/, ')}/`));
  const read = await Promise.all(wanted.map((file) => readOne(directory, file)));
  const files: KnowledgeFile[] = [];
  for (const result of read) {
    if ('code' in result) faults.push(result);
    else files.push(result);
  }
  return { files, faults };

  async function collect(folder: string): Promise<void> {
    const kind = (folders[folder] ?? others[folder]) as KnowledgeFile['kind'];
    const extension = kind === 'questions' ? 'txt' : 'yaml';
    for (const name of (await list(join(directory, folder))) ?? []) {
      const path = `${folder}/${name}`;
      const id = name.replace(extension === 'txt' ? /\.(ya?ml|txt)$/ : /\.ya?ml$/, '');
      if (id === name) {
        // What editors leave beside a file (.x.swp, x~) is no business of ours.
      } else if (!name.endsWith(`.${extension}`)) {
        const message = `the file does not end in .${extension}`;
        faults.push(about(path, 'file-name', message, `rename it to ${id}.${extension}`));
      } else if (!name.startsWith('.')) {
        if (!Id.safeParse(id).success)
          faults.push(
            about(path, 'file-name', `“${id}” is no id`, 'use lower-case letters, digits and single hyphens'),
          );
        wanted.push({ kind, path, id });
      }
    }
  }
}

/** A folder of YAML, or one of texts that is called nearly as that of the questions, was meant for the knowledge. */
const isOurs = (folder: string) => (name: string) =>
  /\.ya?ml$/.test(name) || (name.endsWith('.txt') && nearest(folder, Object.keys(others)) !== undefined);

async function list(directory: string): Promise<string[] | undefined> {
  try {
    return (await readdir(directory)).sort();
  } catch {
    return undefined;
  }
}

async function readOne(directory: string, file: Omit<KnowledgeFile, 'text'>): Promise<KnowledgeFile | Fault> {
  const path = join(directory, file.path);
  try {
    const { size, ...found } = await stat(path).then((at) => ({ size: at.size, regular: at.isFile() }));
    if (!found.regular) return about(file.path, 'unreadable', 'this is no regular file', 'put a file in its place');
    if (size > largestFile)
      return about(file.path, 'too-large', `the file has ${size} bytes of at most ${largestFile}`, 'divide it');
    const bytes = await readFile(path);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are refused
    if (/[\0-\x08\x0b\x0c\x0e-\x1f]/.test(text))
      return about(
        file.path,
        'encoding',
        'there are control characters in it',
        'remove them, or save it as plain text',
      );
    return { ...file, text };
  } catch (error) {
    if (error instanceof TypeError)
      return about(file.path, 'encoding', 'the file is not in UTF-8', 'save it again in that encoding');
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return about(
      file.path,
      'unreadable',
      `the file cannot be read (${code})`,
      'check where it leads and who may read it',
    );
  }
}
