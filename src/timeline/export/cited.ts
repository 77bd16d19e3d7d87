/** An event as an export gives it: texts in one language, each with its citations. */
import { attributionOf } from '../../answer/present.ts';
import type { DateSpan } from '../../knowledge/date.ts';
import type { LoadedEvent } from '../../knowledge/model.ts';
import { nameAt } from '../../knowledge/place-name.ts';
import type { Pack, Source } from '../../knowledge/schema.ts';
import { inLanguage, titleOf } from '../../knowledge/texts.ts';
import { formatSpan } from '../../language/format-date.ts';

/** What is exported, and for whom. */
export interface Exported {
  readonly title: string;
  readonly events: readonly LoadedEvent[];
  readonly pack: Pack;
  readonly language: string;
  /** Milliseconds since 1970. */
  readonly asOf: number;
}

export interface CitedEvent {
  readonly id: string;
  readonly title: string;
  readonly date: DateSpan;
  /** In words, as precise as is known. */
  readonly when: string;
  readonly places: readonly string[];
  readonly kind: string;
  readonly statements: readonly { text: string; attribution: string | null; sources: readonly Source[] }[];
  /** Each once, in the order in which they are cited: the n-th has the number n. */
  readonly sources: readonly Source[];
}

export function citedEvent(event: LoadedEvent, { pack, language }: Pick<Exported, 'pack' | 'language'>): CitedEvent {
  const statements = event.statements.map(({ text, speakers, sources }) => ({
    text: inLanguage(text, language),
    attribution: attributionOf(speakers, language),
    sources,
  }));
  const kind = pack.kinds[event.data.kind];
  return {
    id: event.id,
    title: titleOf(event, language),
    date: event.date,
    when: formatSpan(event.date, language),
    places: event.places.map((place) => inLanguage(nameAt(place, event.date), language)),
    kind: kind ? inLanguage(kind.label, language) : event.data.kind,
    statements,
    sources: [...new Set(statements.flatMap(({ sources }) => sources))],
  };
}

/** A source in plain text: publisher, headline, date, address. */
export function sourceLine({ publisher, title, published, url }: Source): string {
  return [title ? `${publisher}: ${title}` : publisher, published, url].filter(Boolean).join(', ');
}

/** Statements in plain text, each with who says so and the numbers of its sources. */
export function statementLines({ statements, sources }: CitedEvent): string[] {
  return statements.map(({ text, attribution, sources: cited }) => {
    const numbers = [...new Set(cited)].map((source) => `[${sources.indexOf(source) + 1}]`).join(' ');
    return `${text}${attribution ? ` (${attribution})` : ''} ${numbers}`;
  });
}
