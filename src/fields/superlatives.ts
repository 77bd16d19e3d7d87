/** "The largest number detained", "the first strike": the most, least, first or last of what is recorded here. */

import { type Found, presentAll } from '../answer/found.ts';
import { speaksOf } from '../answer/rank.ts';
import { word } from '../answer/wording.ts';
import type { Figure, Knowledge, LoadedStatement } from '../knowledge/model.ts';
import { titleOf } from '../knowledge/texts.ts';
import { formatSpan } from '../language/format-date.ts';
import { overlaps } from '../language/question-dates.ts';
import type { Asked } from '../question/asked.ts';
import type { Library } from '../search/library.ts';
import { matchingEvents } from './events.ts';
import { describeAccounts, size } from './figures.ts';

const most =
  /\b(largest|biggest|most|highest|greatest|maximum)\b|(^| )(крупнейш\S*|наибольш\S*|больше всего|самое большое|самая большая|самый большой|самые большие|самый крупный|самая крупная|максимальн\S*|ен (коп|улкен|ири|жогары))( |$)/;
const least =
  /\b(smallest|fewest|least|lowest|minimum)\b|(^| )(наименьш\S*|меньше всего|самое маленькое|минимальн\S*|ен (аз|кишкентай|томен))( |$)/;
const earliest = /\b(first|earliest)\b|(^| )(перв(ый|ая|ое|ые)|самый ранний|алгашкы|биринши)( |$)/;
const latest = /\b(last|latest|most recent)\b|(^| )(последн\S*|сонгы)( |$)/;
const extremes =
  /^(largest|biggest|most|highest|greatest|maximum|smallest|fewest|least|lowest|minimum|first|earliest|last|latest|recent|number|single|record\w*|ever|крупнейш\S*|наибольш\S*|больш\S*|всего|сам\S*|максимальн\S*|наименьш\S*|меньш\S*|минимальн\S*|перв\S*|последн\S*|ранн\S*|числ\S*|количеств\S*|записа\S*|коп|улкен|ири|аз|томен|алгашк\S*|биринш\S*|сонг\S*|жогары|саны?|рет|тирке\S*)$/;

export function answerSuperlatives(
  asked: Asked,
  knowledge: Knowledge,
  library: Library,
  language: string,
): Found | null {
  const many = most.test(asked.plain);
  const few = least.test(asked.plain);
  const [measure] = asked.measures;
  const rest = asked.topic.filter(
    ({ token }) => !extremes.test(token.folded) && !library.vocabulary.has(token.folded, asked.language),
  );
  if (rest.length > 0) return null;
  if ((many || few) && measure) {
    const accounts = figuresOf(measure, asked, knowledge, library).sort((a, b) => size(a.figure) - size(b.figure));
    const extreme = many ? accounts.at(-1) : accounts[0];
    if (!extreme) return null;
    const same = accounts.filter(({ figure }) => size(figure) === size(extreme.figure));
    const what = describeAccounts([extreme], language);
    return {
      by: 'superlatives',
      lead: word(many ? 'most-recorded' : 'least-recorded', language, { what }),
      statements: presentAll([...new Set([extreme, ...same].map(({ statement }) => statement))].slice(0, 5), language),
    };
  }
  const first = earliest.test(asked.plain);
  if ((first || latest.test(asked.plain)) && asked.kinds.length > 0 && ['when', 'what', 'where'].includes(asked.kind)) {
    const events = matchingEvents(asked, knowledge, library);
    const event = first ? events[0] : events.at(-1);
    if (!event) return null;
    const lead =
      asked.kind === 'where'
        ? event.places.map((place) => titleOf(place, language)).join(', ')
        : formatSpan(event.date, language);
    return {
      by: 'superlatives',
      lead: lead || null,
      statements: presentAll(event.statements.slice(0, 3), language),
      named: [event],
    };
  }
  return null;
}

function figuresOf(
  measure: string,
  asked: Asked,
  knowledge: Knowledge,
  library: Library,
): { statement: LoadedStatement; figure: Figure }[] {
  const periods = asked.dates.flatMap((date) => date.periods);
  return knowledge.statements.flatMap((statement) =>
    statement.figures
      .filter((figure) => {
        const when = figure.date ?? statement.date;
        if (
          figure.measure !== measure ||
          !asked.mentions.every((mention) => speaksOf(statement, mention.records, library))
        )
          return false;
        if (asked.kinds.length && !(statement.record.type === 'event')) return false;
        return periods.length === 0 || (when !== undefined && periods.some((period) => overlaps(period, when)));
      })
      .map((figure) => ({ statement, figure })),
  );
}
