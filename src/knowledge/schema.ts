/**
 * What a folder of knowledge holds: the one definition that is the type, the check and the editors' JSON Schema.
 * Nothing here knows a subject; its vocabularies (kinds, measures, sides) are declared by the folder's `pack.yaml`.
 */
import { z } from 'zod';
import { isEdtf } from './date.ts';

/** A record's id: its file's name, lower case, never changed once published. */
export const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens');

/** A date of EDTF level 0 or 1: 2019-06-09 · 2018-12-16/2018-12-17 · 2019-02 · 2019-05~ */
export const Edtf = z
  .string()
  .refine(isEdtf, 'a date is written in EDTF: 2019-06-09, 2019-02, 2019, 2018-12-16/2018-12-17, 2019-05~');

const Words = z.string().trim().min(1);
const Language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/, 'write a language tag such as en, ru, kk or kk-Latn');

/** The same words in several languages, by BCP 47 tag: `en`, `ru`, `kk`, `kk-Latn`. */
export const Localised = z
  .record(Language, Words)
  .refine((texts) => Object.keys(texts).length > 0, 'give the text in one language at least');

const Sources = z.array(Id).min(1, 'cite at least one source');

/** Who says so: a record's id, an outlet's name (the same in every language), or words. Several where each says it. */
const OneAttribution = z.union([Words, Localised]);
export const Attribution = z.union([OneAttribution, z.array(OneAttribution).min(1)]);

/** One figure: a bare number, or what the account gives (a range, "about"), for one place or day if it is only theirs. */
export const FigureDetail = z
  .strictObject({
    value: z.number().optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    about: z.boolean().optional(),
    place: Id.optional(),
    date: Edtf.optional(),
  })
  .refine((f) => f.value !== undefined || f.min !== undefined || f.max !== undefined, 'give value, min or max')
  .refine((f) => f.value === undefined || (f.min === undefined && f.max === undefined), 'give value, or min and max');
const FigureEntry = z.union([z.number(), FigureDetail]);

export const Statement = z.strictObject({
  /** One fact, in one sentence of our own that can be read alone. */
  text: Localised,
  attribution: Attribution.optional(),
  /** The day or period that the statement is about, where it is not the whole record's. */
  date: Edtf.optional(),
  /** Comparable figures by measure (`pack.yaml` lists the measures). */
  figures: z.record(Id, z.union([FigureEntry, z.array(FigureEntry).min(1)])).optional(),
  sources: Sources,
});

/** Questions that one statement of a record answers, or that none does, in the words in which people ask. */
export const QuestionBlock = z.strictObject({
  /** The statement's first words, or `?`. */
  of: Words,
  asked: z
    .record(Language, z.array(Words).min(1))
    .refine((asked) => Object.keys(asked).length > 0, 'write a question below it'),
});

/** `questions/<id>.txt` */
export const QuestionFile = z.array(QuestionBlock).min(1);

/** How a page stands to what it reports; absent for an outlet's or body's own report. */
export const Standing = z.enum(['reprint', 'mirror', 'encyclopedia', 'partisan']);

export const Source = z.strictObject({
  id: Id,
  /** The headline as the page gives it; absent where it was never seen. */
  title: Words.optional(),
  /** Whose text it is, spelt one way throughout. */
  publisher: Words,
  /** Whom the page itself credits with the report, where that is another outlet. */
  citing: Words.optional(),
  /** The site that carries the text, where that is not the publisher's own. */
  via: Words.optional(),
  url: z.url({ protocol: /^https?$/ }),
  published: Edtf.nullish(),
  language: Language,
  /** The day on which a curator read the page. */
  accessed: z.iso.date().optional(),
  standing: Standing.optional(),
  note: Words.optional(),
});

/** `sources.yaml`, or one file of the folder `sources/`. */
export const SourceFile = z.array(Source).min(1, 'list a source, or delete the file');

const Cited = z.strictObject({ id: Id, sources: Sources });
const Statements = z.array(Statement);
const Aliases = z.array(Words).default([]);

export const EventRecord = z.strictObject({
  title: Localised,
  aliases: Aliases,
  date: Edtf,
  kind: Id,
  places: z.array(Id).default([]),
  people: z.array(Id).default([]),
  organisations: z.array(Id).default([]),
  /** Who called it: people or organisations. */
  organisers: z.array(Cited).default([]),
  /** Events that this one followed from. */
  follows: z.array(Cited).default([]),
  /** Events worth reading beside this one. */
  related: z.array(Id).default([]),
  statements: Statements.min(1, 'an event needs a statement'),
  note: Words.optional(),
});

export const Office = z.strictObject({
  title: Localised,
  /** The organisation in which it is held, where that is a record. */
  organisation: Id.optional(),
  from: Edtf.nullish(),
  to: Edtf.nullish(),
  sources: Sources,
  note: Words.optional(),
});

export const PersonRecord = z.strictObject({
  names: Localised,
  aliases: Aliases,
  side: Id.optional(),
  offices: z.array(Office).default([]),
  statements: Statements,
  note: Words.optional(),
});

export const OrganisationRecord = z.strictObject({
  names: Localised,
  aliases: Aliases,
  kind: Id,
  side: Id.optional(),
  founded: z.strictObject({ date: Edtf, sources: Sources }).optional(),
  banned: z.strictObject({ date: Edtf, by: Localised.optional(), sources: Sources }).optional(),
  leaders: z.array(z.strictObject({ id: Id, from: Edtf.nullish(), to: Edtf.nullish(), sources: Sources })).default([]),
  statements: Statements,
  note: Words.optional(),
});

export const PlaceRecord = z.strictObject({
  names: Localised,
  aliases: Aliases,
  /** The place of which this one is a part. */
  within: Id.optional(),
  region: Localised.optional(),
  name_history: z
    .array(z.strictObject({ name: Localised, from: Edtf.nullish(), to: Edtf.nullish(), sources: Sources }))
    .default([]),
  coordinates: z
    .strictObject({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      sources: Sources,
    })
    .optional(),
  statements: Statements.default([]),
  note: Words.optional(),
});

/** A word of a vocabulary: how it is shown, and the words by which people ask for it, by language. */
const Term = z.strictObject({
  label: Localised,
  words: z.record(Language, z.array(Words)).default({}),
  /** The same notion in another vocabulary, named for comparison. */
  acled: Words.optional(),
});
const Vocabulary = z.record(Id, Term).default({});

export const Pack = z.strictObject({
  name: Localised,
  description: Localised.optional(),
  period: Edtf,
  languages: z.array(Language).min(1),
  time_zone: z.string().default('UTC'),
  licence: Words.optional(),
  /** What the records cover and leave out, in a sentence or three. */
  coverage: Localised.optional(),
  /** Where a correction or a source can be sent. */
  corrections: Words.optional(),
  /** Questions that a first-time visitor may try. */
  starters: z.record(Language, z.array(Words)).default({}),
  /** Kinds of event, kinds of organisation, sides, measures: any id is allowed where a vocabulary is left out. */
  kinds: Vocabulary,
  organisation_kinds: Vocabulary,
  sides: Vocabulary,
  measures: Vocabulary,
  /** Days that people name rather than date: month and day (12-16), or a full date (2019-06-09). */
  days: z
    .record(
      Id,
      z.strictObject({
        date: z.string().regex(/^(\d{4}-)?\d{2}-\d{2}$/),
        words: z.record(Language, z.array(Words)),
      }),
    )
    .default({}),
  /** Words that mean the same when people ask, by language. */
  synonyms: z.record(Language, z.array(z.array(Words).min(2))).default({}),
});

export type Localised = z.infer<typeof Localised>;
export type Attribution = z.infer<typeof Attribution>;
export type FigureDetail = z.infer<typeof FigureDetail>;
export type Statement = z.infer<typeof Statement>;
export type QuestionBlock = z.infer<typeof QuestionBlock>;
export type QuestionFile = z.infer<typeof QuestionFile>;
export type Source = z.infer<typeof Source>;
export type Standing = z.infer<typeof Standing>;
export type Office = z.infer<typeof Office>;
export type EventRecord = z.infer<typeof EventRecord>;
export type PersonRecord = z.infer<typeof PersonRecord>;
export type OrganisationRecord = z.infer<typeof OrganisationRecord>;
export type PlaceRecord = z.infer<typeof PlaceRecord>;
export type Pack = z.infer<typeof Pack>;
