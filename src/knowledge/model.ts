/** Knowledge once loaded and checked: every reference resolved, every statement at hand. Read-only. */
import type { DateSpan } from './date.ts';
import type { EventRecord, Localised, OrganisationRecord, Pack, PersonRecord, PlaceRecord, Source } from './schema.ts';

export type RecordType = 'event' | 'person' | 'organisation' | 'place';

/** By language. */
export type Questions = Readonly<Record<string, readonly string[]>>;

/** What every record has, whatever its type. */
interface Loaded<Type extends RecordType, Data> {
  readonly type: Type;
  /** The file's name without `.yaml`; unique among all records. */
  readonly id: string;
  /** Folder and id, as shown and sent to others: `events/2019-06-09-election-day-protests`. */
  readonly ref: string;
  /** An event's title; otherwise the name. */
  readonly title: Localised;
  /** An event's date; absent for other records. */
  readonly date?: DateSpan;
  readonly data: Data;
  readonly statements: readonly LoadedStatement[];
  /** By language, questions that none of them answers. */
  readonly unanswered: Questions;
  /** Path of the file, relative to the knowledge folder. */
  readonly file: string;
}

/** Another record that this one names, and the pages that say so. */
export interface CitedLink<To extends LoadedRecord> {
  readonly record: To;
  readonly sources: readonly Source[];
}

/** Times during which something held; an end that is absent is unknown or not yet come. */
export interface Term {
  readonly from?: DateSpan;
  readonly to?: DateSpan;
  readonly sources: readonly Source[];
}

export interface LoadedOffice extends Term {
  readonly title: Localised;
  readonly organisation?: LoadedOrganisation;
}

export interface LoadedLeader extends Term {
  readonly person: LoadedPerson;
}

export interface LoadedName extends Term {
  readonly name: Localised;
}

export interface LoadedEvent extends Loaded<'event', EventRecord> {
  readonly date: DateSpan;
  readonly places: readonly LoadedPlace[];
  readonly people: readonly LoadedPerson[];
  readonly organisations: readonly LoadedOrganisation[];
  readonly organisers: readonly CitedLink<LoadedPerson | LoadedOrganisation>[];
  readonly follows: readonly CitedLink<LoadedEvent>[];
  /** The events that say they followed from this one. */
  readonly followedBy: readonly CitedLink<LoadedEvent>[];
  readonly related: readonly LoadedEvent[];
}

export interface LoadedPerson extends Loaded<'person', PersonRecord> {
  /** In the order of the file. */
  readonly offices: readonly LoadedOffice[];
}

export interface LoadedOrganisation extends Loaded<'organisation', OrganisationRecord> {
  readonly founded?: { readonly date: DateSpan; readonly sources: readonly Source[] };
  readonly banned?: { readonly date: DateSpan; readonly by?: Localised; readonly sources: readonly Source[] };
  readonly leaders: readonly LoadedLeader[];
}

export interface LoadedPlace extends Loaded<'place', PlaceRecord> {
  readonly within?: LoadedPlace;
  readonly nameHistory: readonly LoadedName[];
  readonly coordinates?: {
    readonly latitude: number;
    readonly longitude: number;
    readonly sources: readonly Source[];
  };
}

export type LoadedRecord = LoadedEvent | LoadedPerson | LoadedOrganisation | LoadedPlace;

/** Who says so: a record, or words (the same in every language, or by language). */
export type Speaker = { readonly record: LoadedRecord } | { readonly words: string | Localised };

export interface Figure {
  readonly measure: string;
  readonly value?: number;
  readonly min?: number;
  readonly max?: number;
  readonly about: boolean;
  readonly place?: LoadedPlace;
  readonly date?: DateSpan;
}

export interface LoadedStatement {
  /** `ref#position`, position from 0. */
  readonly id: string;
  readonly record: LoadedRecord;
  readonly text: Localised;
  /** Empty where nobody disputes it. */
  readonly speakers: readonly Speaker[];
  /** The statement's own date, else the event's. */
  readonly date?: DateSpan;
  readonly figures: readonly Figure[];
  /** By language, questions that it answers. */
  readonly questions: Questions;
  readonly sources: readonly Source[];
}

export interface Knowledge {
  readonly pack: Pack;
  /** By id, in the order of the files. */
  readonly sources: ReadonlyMap<string, Source>;
  /** By id, in the order of the files; events by date. */
  readonly records: ReadonlyMap<string, LoadedRecord>;
  readonly statements: readonly LoadedStatement[];
}
