/** Which statements are shown below the first: those that say as much of what is asked, and nothing twice. */
import type { LoadedStatement } from '../knowledge/model.ts';
import type { Asked } from '../question/asked.ts';
import type { Library } from '../search/library.ts';
import { relationShare } from './evidence.ts';
import type { Ranked } from './rank.ts';

/** A further statement ranks this near the first. */
const near = 0.6;
/** And says this much of what the first says of what is asked; less where it stands in its record or one that is named. */
const asMuch = 0.5;
const asMuchThere = 0.3;
/** Statements that share this much of their terms say the same. */
const same = 0.6;

/** The first statement and those to show below it, best first, at most `limit`. */
export function withFurther(
  asked: Asked,
  ranked: readonly Ranked[],
  library: Library,
  limit: number,
): LoadedStatement[] {
  const [best] = ranked;
  if (!best) return [];
  const relation = relationShare(asked, best.statement, library);
  const there = new Set([best.statement.record, ...asked.mentions.flatMap(({ records }) => records.slice(0, 1))]);
  const shown: LoadedStatement[] = [];
  const said: ReadonlySet<string>[] = [];
  for (const { statement, score, structure } of ranked) {
    if (shown.length === limit || score < best.score * near) break;
    if (structure.dates < 0 && best.structure.dates >= 0) continue;
    const enough = relation * (there.has(statement.record) ? asMuchThere : asMuch);
    if (relationShare(asked, statement, library) < enough) continue;
    const terms = library.index(asked.language).termsOf(statement);
    if (said.some((other) => sharedShare(other, terms) >= same)) continue;
    shown.push(statement);
    said.push(terms);
  }
  return shown;
}

/** How much of the terms of either is in both, 0 to 1 (Jaccard). */
function sharedShare(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const all = a.union(b).size;
  return all === 0 ? 1 : a.intersection(b).size / all;
}
