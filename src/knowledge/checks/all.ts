import { checkAgreement, checkFigures } from './agreement.ts';
import type { Check } from './check.ts';
import { checkCycles } from './cycles.ts';
import { checkPeriods, checkTerms } from './periods.ts';
import { checkQuestions } from './questions.ts';
import { checkReferences, checkSources } from './references.ts';
import { checkNames, checkRepeats } from './repeats.ts';
import { checkPublishers, checkSourceList } from './sources.ts';
import { checkLanguages, checkVocabulary } from './vocabulary.ts';

/** Every check between the files of a folder. */
export const checks: readonly Check[] = [
  checkReferences,
  checkSources,
  checkSourceList,
  checkPublishers,
  checkVocabulary,
  checkLanguages,
  checkPeriods,
  checkTerms,
  checkCycles,
  checkRepeats,
  checkNames,
  checkAgreement,
  checkFigures,
  checkQuestions,
];
