/** YAML that remembers where each of its values stands. */
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
} from 'yaml';
import { type Fault, type FaultCode, type Position, startOfFile } from './fault.ts';

export type Path = readonly PropertyKey[];

export interface ParsedFile {
  readonly value: unknown;
  /** Where the value at the path begins, or the nearest of its parents that exists. */
  readonly at: (path: Path) => Position;
  /** Where the last key of the path stands. */
  readonly atKey: (path: Path) => Position;
}

/** As deep as no record goes; a parser of nested brackets would run out of stack first. */
const tooDeep = /(?:[[{]\s*){40}|(?:[-?:] ){40}/;
const mostSyntaxErrors = 5;

/** What the usual slips look like to the parser. */
const remedies: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'put the text in quotes if it has a colon in it',
  MISSING_CHAR: 'close it where it ends, or add the space that is missing',
  TAB_AS_INDENT: 'indent with spaces',
  BAD_INDENT: 'indent it as its neighbours are, and close every bracket',
};

/** Reads one document; returns its faults instead where it is not plain YAML (no aliases, tags, or key given twice). */
export function parseYaml(file: string, text: string): ParsedFile | Fault[] {
  const lines = new LineCounter();
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const faults: Fault[] = [];
  const report = (offset: number, code: FaultCode, message: string, remedy: string) =>
    faults.push({ file, ...position(offset), code, message, remedy });

  if (tooDeep.test(text))
    return [{ file, ...startOfFile, code: 'yaml', message: 'it is nested too deeply', remedy: 'write it flat' }];
  // Its own check for keys given twice compares every key with every other.
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false });
  for (const { pos, code, message } of [...document.errors, ...document.warnings].slice(0, mostSyntaxErrors)) {
    const unclosed = /closing|end with a/.test(message);
    const offset = unclosed ? openingOf(document, pos[0]) : pos[0];
    report(
      offset,
      'yaml',
      `this is not valid YAML: ${message.split('\n')[0]}`,
      remedies[code] ?? 'mend it here or just above',
    );
  }
  if (faults.length > 0) return faults;
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null))
    return [{ file, ...startOfFile, code: 'empty', message: 'the file is empty', remedy: 'fill it in or delete it' }];

  visit(document, {
    Alias: (_, { range, source }) => {
      report(range?.[0] ?? 0, 'yaml', `aliases such as *${source} are not used here`, 'write the value out');
    },
    Map: (_, map) => {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        const name = isScalar(key) ? String(key.value) : String(key);
        if (seen.has(name))
          report(startOf(key as Node), 'duplicate-key', `“${name}” is given twice`, 'keep one of them');
        seen.add(name);
      }
    },
  });
  if (faults.length > 0) return faults;

  const value: unknown = document.toJS();
  // A tree is some twenty times its text, and few files are asked where something stands: those are parsed again.
  let root: Node | undefined;
  const find = (path: Path) => {
    root ??= parseDocument(text, { uniqueKeys: false, prettyErrors: false }).contents as Node;
    return locate(root, path);
  };
  return {
    value,
    at: (path: Path) => position(startOf(find(path).node)),
    atKey: (path: Path) => {
      const { node, pair } = find(path);
      return position(startOf(isPair(pair) ? (pair.key as Node) : node));
    },
  };
}

/** Where the quote or bracket was opened that was found unclosed at an offset, which may be far below. */
function openingOf(document: Document.Parsed, offset: number): number {
  let opening = offset;
  visit(document, {
    Node: (_, node) => {
      const closes = isCollection(node) ? node.flow : isScalar(node) && node.type?.startsWith('QUOTE');
      if (closes && node.range?.[1] === offset) opening = node.range[0];
    },
  });
  return opening;
}

const startOf = (node: Node | null | undefined): number => node?.range?.[0] ?? 0;

function locate(root: Node, path: Path): { node: Node; pair?: Pair } {
  let node = root;
  let pair: Pair | undefined;
  for (const segment of path) {
    let next: unknown;
    if (isMap(node)) {
      const found = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(segment));
      if (!found) return { node };
      pair = found;
      next = found.value ?? found.key;
    } else if (isSeq(node)) {
      pair = undefined;
      next = node.items[Number(segment)];
    }
    if (!next || isAlias(next) || isPair(next)) return { node };
    node = next as Node;
  }
  return pair ? { node, pair } : { node };
}
