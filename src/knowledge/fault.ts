/** What can be wrong with a folder of knowledge, and where. */

/** Every code there is. A fault keeps the knowledge from being used; a warning is for a curator to look at. */
export const levels = {
  /** A folder or file is missing, or cannot be read. */
  unreadable: 'fault',
  'file-name': 'fault',
  'too-large': 'fault',
  encoding: 'fault',
  yaml: 'fault',
  'duplicate-key': 'fault',
  empty: 'fault',
  'wrong-type': 'fault',
  missing: 'fault',
  'unknown-key': 'fault',
  'bad-value': 'fault',
  'bad-date': 'fault',
  uncited: 'fault',
  'unknown-reference': 'fault',
  'unknown-source': 'fault',
  'unknown-term': 'fault',
  'duplicate-id': 'fault',
  'duplicate-url': 'fault',
  'unused-source': 'fault',
  'outside-period': 'fault',
  'ends-before-start': 'fault',
  'undeclared-language': 'fault',
  'repeated-statement': 'fault',
  'publisher-spelling': 'fault',
  cycle: 'fault',
  'language-disagreement': 'fault',
  'unsaid-figure': 'warning',
  'shared-name': 'warning',
  'file-date': 'warning',
} as const satisfies Record<string, 'fault' | 'warning'>;

export type FaultCode = keyof typeof levels;

/** Faults that spoil what the knowledge says, but leave every reference and date in it readable. */
export const linkable: ReadonlySet<FaultCode> = new Set<FaultCode>([
  'unknown-term',
  'duplicate-url',
  'unused-source',
  'outside-period',
  'ends-before-start',
  'undeclared-language',
  'repeated-statement',
  'publisher-spelling',
  'language-disagreement',
]);

export interface Position {
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
}

export interface Fault extends Position {
  /** Relative to the knowledge folder. */
  readonly file: string;
  readonly code: FaultCode;
  /** What is wrong, without a full stop. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
}

export const startOfFile: Position = { line: 1, column: 1 };

/** In the order in which a curator works through them: by file, then down the file. */
export const byPosition = (a: Fault, b: Fault): number =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column;

/** `events/x.yaml:3:5: what is wrong; what to do` */
export const formatFault = (fault: Fault): string =>
  `${fault.file}:${fault.line}:${fault.column}: ${fault.message}; ${fault.remedy}`;

/** The knowledge cannot be used; carries every fault found, never only the first. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';
  readonly directory: string;
  readonly faults: readonly Fault[];

  constructor(directory: string, faults: readonly Fault[]) {
    const [first] = faults;
    super(`${faults.length} fault(s) in ${directory}${first ? `, first ${formatFault(first)}` : ''}`);
    this.directory = directory;
    this.faults = faults;
  }
}
