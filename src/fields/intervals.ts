/** Time between two events, and which came first: from the events' dates. */

import { type Found, presentAll } from '../answer/found.ts';
import { word } from '../answer/wording.ts';
import type { LoadedEvent } from '../knowledge/model.ts';
import { titleOf } from '../knowledge/texts.ts';
import { formatSpan } from '../language/format-date.ts';
import { isStopWord, type Token } from '../language/tokens.ts';
import type { Asked } from '../question/asked.ts';
import { eventOf } from '../question/event-of.ts';
import type { Library } from '../search/library.ts';

const order = /\b(first|earlier|before|later)\b|(^| )(раньше|сначала|первым|прежде|позже|бурын|алдымен|ерте)( |$)/;
/** What is asked is the time between, not how long something took. */
const apart =
  /\b(after|before|between|from|since|until|till|pass(ed)?|later)\b|(^| )(после|до|перед|между|через|спустя|прошл\S*|отти|отип|откен|арасында|кейин|дейин|бурын|сон)( |$)/;
const connectors = /^(after|before|following|and|or|после|до|перед|и|или|мен|бен|пен|алде|жане|кейин|сон|бурын|дейин)$/;
/** Words of the question itself, not of either event. */
const asking =
  /^(how|long|many|days?|weeks?|months?|years?|passed|pass|between|from|came|come|happened|which|what|first|earlier|later|time|much|did|was|were|сколько|дней|дня|недель|месяцев|лет|прошло|между|через|времени|раньше|что|сначала|произошло|было|спустя|канша|кун(нен)?|уакыт(тан)?|ай(дан)?|апта(дан)?|жыл(дан)?|отти|арасында|бурын|болды|кайсысы|алдымен|неше|отип)$/;

/** Answers "how long after A did B" and "which came first, A or B"; null where either event is not clear. */
export function answerIntervals(asked: Asked, library: Library, language: string): Found | null {
  const long = asked.kind === 'how-long';
  if (!long && !(order.test(asked.plain) && /\bor\b|(^| )(или|алде|кайсысы|что (было )?раньше)( |$)/.test(asked.plain)))
    return null;
  if (long && !apart.test(asked.plain)) return null;
  const pair = twoEvents(asked, library);
  if (!pair) return null;
  const [a, b] = [...pair].sort((x, y) => (x.date.from ?? '').localeCompare(y.date.from ?? '')) as [
    LoadedEvent,
    LoadedEvent,
  ];
  if (!a.date.from || !b.date.from || a.date.precision !== 'day' || b.date.precision !== 'day') return null;
  const days = Temporal.PlainDate.from(a.date.from).until(Temporal.PlainDate.from(b.date.from)).days;
  const lead = long
    ? word('days', language, { count: days })
    : `${titleOf(a, language)} (${formatSpan(a.date, language)})`;
  return {
    by: 'intervals',
    lead,
    statements: presentAll(
      [a, b].flatMap((event) => event.statements.slice(0, 1)),
      language,
    ),
    named: [a, b],
  };
}

function twoEvents(asked: Asked, library: Library): [LoadedEvent, LoadedEvent] | null {
  const words = asked.tokens.filter((token) => !asking.test(token.folded));
  const content = (tokens: readonly Token[]) =>
    tokens.filter((token) => !isStopWord(token.folded, asked.language) || /^\d/.test(token.folded));
  let best: { pair: [LoadedEvent, LoadedEvent]; fit: number } | null = null;
  const consider = (one: readonly Token[], two: readonly Token[]) => {
    const [a, b] = [one, two].map((side) =>
      content(side).length ? eventOf(content(side), asked.language, library) : null,
    );
    if (a && b && a.event !== b.event && (!best || a.fit + b.fit > best.fit))
      best = { pair: [a.event, b.event], fit: a.fit + b.fit };
  };
  const joint = words.findIndex((token, at) => at > 0 && connectors.test(token.folded));
  if (joint > 0) consider(words.slice(0, joint), words.slice(joint + 1));
  const rest = words.filter((token) => !connectors.test(token.folded));
  if (!best) for (let at = 1; at < rest.length; at++) consider(rest.slice(0, at), rest.slice(at));
  return (best as { pair: [LoadedEvent, LoadedEvent] } | null)?.pair ?? null;
}
