import type { CitedLink, LoadedRecord, Term } from '../../knowledge/model.ts';
import { nameAt } from '../../knowledge/place-name.ts';
import type { Localised, Pack } from '../../knowledge/schema.ts';
import { inLanguage, titleOf } from '../../knowledge/texts.ts';
import { formatPeriod, formatSpan } from '../../language/format-date.ts';
import { say, type WordingKey } from '../../language/wording.ts';
import type { Block } from '../../timeline/block.ts';

/** What a record's fields say, in lines: date, kind, places, offices held, names borne. Cited where the field is. */
export function factsOf(record: LoadedRecord, pack: Pack, language: string): Block[] {
  const list = (records: readonly LoadedRecord[]): string => records.map((one) => titleOf(one, language)).join(' · ');
  const fact = (label: WordingKey, text: string | undefined, count = 1): Block[] =>
    text ? [{ label: say(label, language, { count }), text }] : [];
  const linked = (label: WordingKey, links: readonly CitedLink<LoadedRecord>[]): Block[] =>
    links.map(({ record: to, sources }) => ({ label: say(label, language), text: titleOf(to, language), sources }));
  const label = (terms: Pack['kinds'], id: string | undefined): string | undefined =>
    id && terms[id] ? inLanguage(terms[id].label, language) : id;
  const also = fact('card.also', record.data.aliases.join(' · '));
  const headed = (heading: WordingKey, lines: Block[]): Block[] =>
    lines.length > 0 ? [{ text: say(heading, language), style: 'heading' }, ...lines] : [];
  const during = (what: string, { from, to }: Term): string =>
    [what, formatPeriod(from, to, language)].filter(Boolean).join(' — ');
  const words = (texts: Localised): string => inLanguage(texts, language);

  switch (record.type) {
    case 'event':
      return [
        ...fact('card.date', formatSpan(record.date, language)),
        ...fact('card.kind', label(pack.kinds, record.data.kind)),
        ...fact(
          'card.places',
          record.places.map((place) => words(nameAt(place, record.date))).join(' · '),
          record.places.length,
        ),
        ...fact('card.people', list(record.people)),
        ...fact('card.organisations', list(record.organisations)),
        ...linked('card.organisers', record.organisers),
        ...linked('card.follows', record.follows),
        ...linked('card.followed-by', record.followedBy),
      ];
    case 'person':
      return [
        ...also,
        ...fact('card.side', label(pack.sides, record.data.side)),
        ...headed(
          'card.offices',
          record.offices.map((office) => ({
            text: during(words(office.title), office),
            style: 'item',
            sources: office.sources,
          })),
        ),
      ];
    case 'organisation':
      return [
        ...also,
        ...fact('card.kind', label(pack.organisation_kinds, record.data.kind)),
        ...fact('card.side', label(pack.sides, record.data.side)),
        ...(record.founded
          ? [
              {
                label: say('card.founded', language),
                text: formatSpan(record.founded.date, language),
                sources: record.founded.sources,
              },
            ]
          : []),
        ...(record.banned
          ? [
              {
                label: say('card.banned', language),
                text: formatSpan(record.banned.date, language),
                attribution: record.banned.by ? words(record.banned.by) : null,
                sources: record.banned.sources,
              },
            ]
          : []),
        ...headed(
          'card.leaders',
          record.leaders.map((leader) => ({
            text: during(titleOf(leader.person, language), leader),
            style: 'item',
            sources: leader.sources,
          })),
        ),
      ];
    case 'place': {
      const at = record.coordinates;
      return [
        ...also,
        ...fact('card.within', record.within ? titleOf(record.within, language) : undefined),
        ...fact('card.region', record.data.region ? words(record.data.region) : undefined),
        ...(at
          ? [{ label: say('card.coordinates', language), text: `${at.latitude}, ${at.longitude}`, sources: at.sources }]
          : []),
        ...headed(
          'card.names',
          record.nameHistory.map((name) => ({
            text: during(words(name.name), name),
            style: 'item',
            sources: name.sources,
          })),
        ),
      ];
    }
  }
}
