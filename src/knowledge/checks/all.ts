import type { Check } from './check.ts';
import { checkReferences, checkSources } from './references.ts';

/** Every check between the files of a folder. */
export const checks: readonly Check[] = [checkReferences, checkSources];
