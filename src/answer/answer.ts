/**
 * How an answer comes about. Each way of answering takes the question as understood and returns what it found, or null
 * where the question is not of its kind; the first that finds something answers.
 *
 *   no question, opinion ─→ declined
 *   intervals → offices → superlatives → counts → figures → attributes → events → identity     from what records hold as fields
 *   ranked statements ─→ declined where they do not carry what is asked                from what records say
 */

import { answerAttributes, answerOrganisers } from '../fields/attributes.ts';
import { answerCounts, answerEvents } from '../fields/events.ts';
import { answerFigures } from '../fields/figures.ts';
import { answerIdentity } from '../fields/identity.ts';
import { answerIntervals } from '../fields/intervals.ts';
import type { Offices } from '../fields/office-index.ts';
import { answerOffices } from '../fields/offices.ts';
import { answerSuperlatives } from '../fields/superlatives.ts';
import type { Knowledge } from '../knowledge/model.ts';
import type { Asked } from '../question/asked.ts';
import type { Library } from '../search/library.ts';
import { declineOutright, declineRanked, suggest } from './decline.ts';
import { type Found, presentAll } from './found.ts';
import { withFurther } from './further.ts';
import { leadFrom } from './lead.ts';
import { type Ranked, rank } from './rank.ts';

export interface Means {
  readonly knowledge: Knowledge;
  readonly library: Library;
  readonly offices: Offices;
  /** Of the reply. */
  readonly language: string;
}

export interface Outcome {
  readonly found: Found;
  /** Every statement that was considered, best first. */
  readonly ranked: readonly Ranked[];
}

const shown = 10;

export function answer(asked: Asked, { knowledge, library, offices, language }: Means): Outcome {
  const outright = declineOutright(asked);
  const ranked = outright === 'no-question' ? [] : rank(asked, library);
  if (outright)
    return { found: { by: 'decline', statements: [], reason: outright, suggestions: suggest(asked, ranked) }, ranked };
  const structured =
    answerIntervals(asked, library, language) ??
    answerOffices(asked, offices, library, language) ??
    answerSuperlatives(asked, knowledge, library, language) ??
    answerCounts(asked, knowledge, library, language) ??
    answerFigures(asked, ranked, library, language) ??
    answerAttributes(asked, library, language) ??
    answerEvents(asked, knowledge, library, language) ??
    answerIdentity(asked, ranked, language);
  return { found: structured ?? fromText(asked, ranked, library, language), ranked };
}

/** The statement that ranks first and those near it; or why it does not carry what is asked. */
function fromText(asked: Asked, ranked: readonly Ranked[], library: Library, language: string): Found {
  const declined = declineRanked(asked, ranked, library, language);
  const best = ranked[0];
  if (declined || !best) return declined ?? { by: 'decline', statements: [], reason: 'unknown-subject' };
  const organisers = answerOrganisers(asked, [best], language);
  if (organisers) return organisers;
  return {
    by: 'text',
    lead: leadFrom(best.statement, asked, library, language),
    statements: presentAll(withFurther(asked, ranked, library, shown), language),
  };
}
