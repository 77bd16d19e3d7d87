/** A whole folder of knowledge as read: every file parsed and checked against its schema, nothing linked yet. */
import { setImmediate } from 'node:timers/promises';
import type { z } from 'zod';
import { type Fault, startOfFile } from './fault.ts';
import { folders, type KnowledgeFile, readFiles } from './files.ts';
import type { RecordType } from './model.ts';
import { parseYaml } from './parse.ts';
import { parseQuestions } from './questions.ts';
import {
  EventRecord,
  OrganisationRecord,
  Pack,
  PersonRecord,
  PlaceRecord,
  QuestionFile,
  type Source,
  SourceFile,
} from './schema.ts';
import { type Parsed, validate } from './validate.ts';

export interface ParsedOf<Type extends RecordType, Data> extends Parsed<Data> {
  readonly type: Type;
  readonly id: string;
}
export type ParsedRecord =
  | ParsedOf<'event', EventRecord>
  | ParsedOf<'person', PersonRecord>
  | ParsedOf<'organisation', OrganisationRecord>
  | ParsedOf<'place', PlaceRecord>;

/** One source; its paths begin at the source, not at its file's list. */
export type ParsedSource = Parsed<Source>;

/** The questions of one record. */
export interface ParsedQuestions extends Parsed<QuestionFile> {
  /** Of the record. */
  readonly id: string;
}

export interface Folder {
  /** Absent where the file is missing; whatever of it is unsound is empty. */
  readonly pack?: Parsed<Pack>;
  readonly sources: readonly ParsedSource[];
  readonly records: readonly ParsedRecord[];
  readonly questions: readonly ParsedQuestions[];
  /** Every record that has a file, sound or not. */
  readonly types: ReadonlyMap<string, RecordType>;
  /** Whatever looks like an id in record files with faults: what they cite must not count as uncited. */
  readonly mentioned: ReadonlySet<string>;
  /** The same of source files with faults: what they list must not count as unknown. */
  readonly listed: ReadonlySet<string>;
}

/** Of the files in YAML. */
export const schemas = {
  pack: Pack,
  sources: SourceFile,
  event: EventRecord,
  person: PersonRecord,
  organisation: OrganisationRecord,
  place: PlaceRecord,
} as const satisfies Record<Exclude<KnowledgeFile['kind'], 'questions'>, z.ZodType>;

/** Stands in for what is missing from a pack, so that its vocabularies can still be checked against. */
const RoughPack = Pack.extend({
  name: Pack.shape.name.default({}),
  period: Pack.shape.period.default(''),
  languages: Pack.shape.languages.default([]),
});

export async function readFolder(directory: string): Promise<{ folder: Folder; faults: Fault[] }> {
  const { files, faults } = await readFiles(directory);
  const sources: ParsedSource[] = [];
  const records: ParsedRecord[] = [];
  const questions: ParsedQuestions[] = [];
  const types = new Map<string, RecordType>();
  const mentioned = new Set<string>();
  const listed = new Set<string>();
  let pack: Parsed<Pack> | undefined;
  for (const file of files) {
    // A bot that reloads goes on answering between any two files.
    await setImmediate();
    const { kind, id, path } = file;
    if (isRecord(kind)) {
      const other = types.get(id);
      if (other) faults.push(sameName(path, other, id));
      else types.set(id, kind);
    }
    const read = kind === 'questions' ? parseQuestions(path, file.text) : parseYaml(path, file.text);
    const result = Array.isArray(read)
      ? { faults: read }
      : validate(path, read, kind === 'questions' ? QuestionFile : schemas[kind]);
    faults.push(...result.faults);
    if (result.faults.length > 0 && kind !== 'questions')
      for (const [word] of file.text.matchAll(/[a-z0-9]+(-[a-z0-9]+)*/g))
        (kind === 'sources' ? listed : mentioned).add(word);
    if (kind === 'pack' && !Array.isArray(read))
      pack = (result.parsed as Parsed<Pack>) ?? validate(path, read, RoughPack).parsed;
    if (!result.parsed || kind === 'pack') continue;
    if (kind === 'sources') sources.push(...each(result.parsed as Parsed<Source[]>));
    else if (kind === 'questions') questions.push({ ...(result.parsed as Parsed<QuestionFile>), id });
    else records.push({ ...result.parsed, type: kind, id } as ParsedRecord);
  }
  return { folder: { ...(pack && { pack }), sources, records, questions, types, mentioned, listed }, faults };
}

const isRecord = (kind: KnowledgeFile['kind']): kind is RecordType => Object.values<string>(folders).includes(kind);

function each(list: Parsed<Source[]>): ParsedSource[] {
  return list.data.map((data, index) => ({
    file: list.file,
    data,
    at: (path) => list.at([index, ...path]),
    atKey: (path) => list.atKey([index, ...path]),
  }));
}

function sameName(file: string, other: RecordType, id: string): Fault {
  const folder = Object.keys(folders).find((name) => folders[name] === other);
  const message = `the id “${id}” is taken by ${folder}/${id}.yaml`;
  return { file, ...startOfFile, code: 'duplicate-id', message, remedy: 'name one of the two files otherwise' };
}
