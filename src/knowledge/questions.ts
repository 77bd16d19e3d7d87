/**
 * `questions/<id>.txt`: what people ask of the record of that id. A block begins with the first words of the statement
 * that answers, or with `?` where none does; then a question a line, each after its language.
 *
 *     Trinity House put the cost of …
 *     en: What did the Bishop Rock lighthouse cost?
 *     fr: Combien a coûté le phare de Bishop Rock ?
 *
 *     ?
 *     en: Who paid for the Bishop Rock lighthouse?
 */
import { type Fault, startOfFile } from './fault.ts';
import type { ParsedFile, Path } from './parse.ts';
import type { QuestionBlock, Statement } from './schema.ts';

/** What begins a block of questions that no statement answers. */
export const unanswered = '?';

const line = /^(?<language>[a-z]{2,3}(?:-[A-Z][a-z]{3})?):\s+(?<question>\S.*)$/;

/** Reads one file, of which `text` is the content; returns its faults instead where it is not written so. */
export function parseQuestions(file: string, text: string): ParsedFile | Fault[] {
  const blocks: QuestionBlock[] = [];
  const faults: Fault[] = [];
  /** The line of each path. */
  const lines = new Map<string, number>();
  let block: QuestionBlock | undefined;
  for (const [at, written] of text.split(/\r?\n/).entries()) {
    const words = written.trim();
    const { language, question } = line.exec(words)?.groups ?? {};
    if (!words) block = undefined;
    else if (!block && !language) {
      block = { of: words, asked: {} };
      lines.set(keyOf([blocks.length]), at + 1);
      blocks.push(block);
    } else if (!block || !language || !question) {
      const message = block ? 'this is no question with its language' : 'this question belongs to no statement';
      const remedy = block
        ? 'write “en: Who …?”, or part it by an empty line'
        : 'begin with the statement’s first words';
      faults.push({ file, line: at + 1, column: 1, code: 'bad-value', message, remedy });
      block ??= { of: words, asked: {} };
    } else {
      const asked = block.asked as Record<string, string[]>;
      asked[language] ??= [];
      const path = [blocks.length - 1, 'asked', language];
      if (asked[language].length === 0) lines.set(keyOf(path), at + 1);
      lines.set(keyOf([...path, asked[language].length]), at + 1);
      asked[language].push(question);
    }
  }
  if (faults.length > 0) return faults;
  if (blocks.length === 0)
    return [{ file, ...startOfFile, code: 'empty', message: 'the file is empty', remedy: 'fill it in or delete it' }];
  const at = (path: Path) => {
    for (let end = path.length; end > 0; end--) {
      const found = lines.get(keyOf(path.slice(0, end)));
      if (found) return { line: found, column: 1 };
    }
    return startOfFile;
  };
  return { value: blocks, at, atKey: at };
}

const keyOf = (path: Path) => path.join('\n');

/** Whether a block's first line names the statement: its text in some language, or the beginning of it before “…”. */
export function isOf({ of }: QuestionBlock, { text }: Pick<Statement, 'text'>): boolean {
  const beginning = of.replace(/\s*…$/, '');
  return Object.values(text).some((own) => (beginning === of ? own === of : own.startsWith(beginning)));
}
