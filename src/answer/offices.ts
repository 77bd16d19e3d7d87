/** Who held an office, when, and whether someone did: from the offices of people's records. */
import type { DateSpan } from '../knowledge/date.ts';
import type { Knowledge, LoadedOffice, LoadedPerson, LoadedRecord } from '../knowledge/model.ts';
import { formatPeriod, formatSpan } from '../language/format-date.ts';
import { type Days, overlaps } from '../language/question-dates.ts';
import { isStopWord, stem, tokenize } from '../language/tokens.ts';
import { type Found, fieldStatement, presentAll } from './found.ts';
import type { Library } from './library.ts';
import { inLanguage, titleOf } from './present.ts';
import type { AnswerStatement } from './types.ts';
import type { Asked } from './understand.ts';
import { word } from './wording.ts';

interface Held {
  readonly person: LoadedPerson;
  readonly office: LoadedOffice;
  /** By language: the stems that a question must have to mean it. */
  readonly stems: ReadonlyMap<string, readonly string[]>;
  /** The records that it must name (the city of its mayor, the party of its leader). */
  readonly records: readonly LoadedRecord[];
}

export type Offices = readonly Held[];

/** Every office of every person, with what it takes to mean it. The country itself need not be said. */
export function prepareOffices(knowledge: Knowledge, library: Library): Offices {
  const isCountry = (record: LoadedRecord) => record.type === 'place' && !record.within;
  const held: Held[] = [];
  for (const person of knowledge.records.values()) {
    if (person.type !== 'person') continue;
    for (const office of person.offices) {
      const stems = new Map<string, readonly string[]>();
      let records: LoadedRecord[] = [];
      for (const language of knowledge.pack.languages) {
        const tokens = tokenize(inLanguage(office.title, language));
        const mentions = library.names
          .mentions(tokens, language, () => true)
          .filter((mention) => mention.full && mention.records[0]?.type !== 'person');
        const named = (at: number) => mentions.some((mention) => at >= mention.first && at < mention.end);
        const words = tokens.filter((token, at) => !named(at) && !isStopWord(token.folded, language));
        stems.set(
          language,
          words.map((token) => stem(token.folded, language)),
        );
        if (records.length === 0)
          records = mentions.flatMap((mention) => mention.records.slice(0, 1)).filter((r) => !isCountry(r));
      }
      held.push({ person, office, stems, records });
    }
  }
  return held;
}

/** Words around an office that ask nothing else about it. */
const around =
  /^(be|becom\w*|becam\w*|was|serv\w*|offic\w*|post|posit\w*|hold|held|holder|new|current|then|acting|appoint\w*|start\w*|end\w*|elect\w*|term|role|job|work\w*|стал\S*|станов\S*|занима\S*|занял\S*|был\S*|явля\S*|долж\S*|пост\S*|назнач\S*|возглав\S*|работа\S*|тогда\S*|нов\S*|избра\S*|болд\S*|болга\S*|кызм\S*|лауаз\S*|тага\S*|аткар\S*|жана|отыр\S*|сайла\S*)$/;
const asksStart =
  /\b(becom\w*|became|appointed|start\w*|elected|take office|took office|since)\b|(^| )(стал\S*|назнач\S*|занял\S*|избра\S*|вступил\S*|болды|тагайындал\S*|сайланды)( |$)/;

/** Answers a question about an office and nothing more; null where it is about something else. */
export function answerOffices(asked: Asked, offices: Offices, library: Library, language: string): Found | null {
  const terms = new Set(asked.topic.map(({ term }) => term));
  const has = (term: string) =>
    terms.has(term) || library.synonyms.of(term, asked.language).some((other) => terms.has(other));
  const named = new Set(asked.mentions.flatMap((mention) => [...mention.records]));
  const fits = offices.filter(({ stems, records }) => {
    const needed = stems.get(asked.language) ?? [];
    return needed.length > 0 && needed.every(has) && records.every((record) => named.has(record));
  });
  const extent = (held: Held) => (held.stems.get(asked.language)?.length ?? 0) + held.records.length;
  const widest = Math.max(0, ...fits.map(extent));
  const meant = fits.filter((held) => extent(held) === widest);
  const first = meant[0];
  if (!first) return null;
  const needed = new Set(first.stems.get(asked.language));
  const used = (term: string) =>
    needed.has(term) || library.synonyms.of(term, asked.language).some((other) => needed.has(other));
  if (asked.topic.some(({ term, token }) => !used(term) && !around.test(token.folded) && !around.test(term)))
    return null;

  const people = asked.mentions.filter((m) => m.records[0]?.type === 'person').map((m) => m.records);
  const others = asked.mentions.filter(
    (m) => m.records[0]?.type !== 'person' && !m.records.some((r) => first.records.includes(r)),
  );
  if (others.some((m) => m.records[0]?.type !== 'place')) return null;
  const periods = asked.dates.flatMap((date) => date.periods);
  const at = (held: Held) => periods.length === 0 || periods.some((period) => overlaps(period, daysOf(held.office)));
  const inOrder = (list: readonly Held[]) =>
    [...list].sort((a, b) => (a.office.from?.from ?? '').localeCompare(b.office.from?.from ?? ''));

  if (people.length === 0) {
    if (asked.kind !== 'who' && asked.kind !== 'what' && asked.kind !== 'list' && asked.kind !== 'words') return null;
    const holders = inOrder(meant.filter(at));
    if (holders.length === 0)
      return {
        by: 'offices',
        statements: [],
        reason: periods.length ? 'outside-period' : 'no-such-attribute',
        suggestions: [first.person],
      };
    const names = [...new Set(holders.map((held) => held.person))];
    return {
      by: 'offices',
      lead: new Intl.ListFormat(language).format(names.map((person) => titleOf(person, language))),
      statements: holders.slice(0, 5).map((held) => say(held, language)),
      named: names,
    };
  }
  const theirs = inOrder(meant.filter((held) => people.every((records) => records.includes(held.person))));
  if (theirs.length === 0 || !theirs.some(at)) {
    const instead = inOrder(theirs.length ? theirs : meant.filter(at));
    return {
      by: 'offices',
      statements: instead.slice(0, 3).map((held) => say(held, language)),
      reason: 'contradicted',
      suggestions: people.map((records) => records[0] as LoadedRecord),
    };
  }
  const terms2 = theirs.filter(at);
  if (asked.kind === 'when' || asked.kind === 'how-long') {
    const { office } = terms2[0] as Held;
    const start = asked.kind === 'when' && asksStart.test(asked.plain) ? office.from : undefined;
    if (asked.kind === 'when' && asksStart.test(asked.plain) && !office.from) return null;
    const lead = start ? formatSpan(start, language) : formatPeriod(office.from, office.to, language);
    return { by: 'offices', lead: lead || null, statements: withText(terms2, start, library, language) };
  }
  if (asked.kind === 'yes-no' || asked.kind === 'who' || asked.kind === 'words')
    return {
      by: 'offices',
      lead: formatPeriod((terms2[0] as Held).office.from, (terms2[0] as Held).office.to, language) || null,
      statements: terms2.slice(0, 5).map((held) => say(held, language)),
    };
  return null;
}

const daysOf = (office: LoadedOffice): Days => ({ from: office.from?.from ?? null, to: office.to?.to ?? null });

/** "Name: office, period", in words that need no grammar, since a field is no sentence. */
function say({ person, office }: Held, language: string): AnswerStatement {
  const period = formatPeriod(office.from, office.to, language);
  const values = { name: titleOf(person, language), title: inLanguage(office.title, language), period };
  return fieldStatement(
    person,
    word(period ? 'office' : 'office-undated', language, values),
    language,
    office.sources,
    office.from ?? null,
  );
}

/** The field, and the person's statements that give the same day. */
function withText(
  held: readonly Held[],
  day: DateSpan | undefined,
  library: Library,
  language: string,
): AnswerStatement[] {
  const person = (held[0] as Held).person;
  const same = day
    ? library.about(person).filter((s) => library.facets(s).days.some((d) => d.from === day.from && d.to === day.to))
    : [];
  return [...held.slice(0, 3).map((one) => say(one, language)), ...presentAll(same.slice(0, 2), language)];
}
