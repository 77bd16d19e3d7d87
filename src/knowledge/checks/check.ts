/** What a check is: it looks at the whole folder and says what is wrong between its files. */
import type { Fault, FaultCode } from '../fault.ts';
import type { Folder } from '../folder.ts';
import type { Path } from '../parse.ts';
import type { Parsed } from '../validate.ts';

export type Check = (folder: Folder) => Iterable<Fault>;

/** A fault of the value at a path. */
export const faultAt = (
  { file, at }: Pick<Parsed<unknown>, 'file' | 'at'>,
  path: Path,
  code: FaultCode,
  message: string,
  remedy: string,
): Fault => ({ file, ...at(path), code, message, remedy });
