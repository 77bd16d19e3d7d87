/** Links a sound folder into the model: every id becomes the record or page that it names. */
import { type DateSpan, parseDate } from './date.ts';
import { folders } from './files.ts';
import type { Folder, ParsedRecord } from './folder.ts';
import type {
  CitedLink,
  Figure,
  Knowledge,
  LoadedEvent,
  LoadedOrganisation,
  LoadedPerson,
  LoadedPlace,
  LoadedRecord,
  LoadedStatement,
  Questions,
  RecordType,
  Speaker,
} from './model.ts';
import { isOf, unanswered } from './questions.ts';
import { eachAttribution, figuresOf } from './references.ts';
import type { Attribution, Pack, QuestionBlock, Source, Statement } from './schema.ts';

const folderOf = Object.fromEntries(Object.entries(folders).map(([folder, type]) => [type, folder])) as Record<
  RecordType,
  string
>;

/** @param folder one in which the checks found no fault: every reference leads somewhere, every date can be read. */
export function resolve(folder: Folder, pack: Pack): Knowledge {
  const sources = new Map(folder.sources.map(({ data }) => [data.id, data]));
  const shells = folder.records.map((parsed) => ({ parsed, record: shell(parsed) as LoadedRecord }));
  const all = shells.map(({ record }) => record).sort(byTypeThenDate);
  const records = new Map(all.map((record) => [record.id, record]));
  const link: Link = { record: <Of>(id: string) => records.get(id) as Of, sources: (ids) => pages(ids, sources) };
  for (const { parsed, record } of shells) Object.assign(record, fields(parsed, link));
  const questions = new Map(folder.questions.map(({ id, data }) => [id, data]));
  for (const { parsed, record } of shells) {
    const blocks = questions.get(record.id) ?? [];
    const asked = (of: (block: QuestionBlock) => boolean) => blocks.find(of)?.asked ?? {};
    Object.assign(record, {
      statements: parsed.data.statements.map((one, at) =>
        statement(
          one,
          at,
          record,
          asked((block) => isOf(block, one)),
          records,
          link,
        ),
      ),
      unanswered: asked(({ of }) => of === unanswered),
    });
  }
  for (const record of all) {
    if (record.type !== 'event') continue;
    for (const { record: earlier, sources } of record.follows)
      (earlier.followedBy as CitedLink<LoadedEvent>[]).push({ record, sources });
  }
  return { pack, sources, records, statements: all.flatMap((record) => record.statements) };
}

interface Link {
  /** The types of the records were checked: the caller knows which it is. */
  readonly record: <Of extends LoadedRecord>(id: string) => Of;
  readonly sources: (ids: readonly string[]) => Source[];
}

const pages = (ids: readonly string[], sources: ReadonlyMap<string, Source>): Source[] =>
  ids.map((id) => sources.get(id) as Source);

function shell({ type, id, file, data }: ParsedRecord) {
  const ref = `${folderOf[type]}/${id}`;
  const title = type === 'event' ? data.title : data.names;
  return { type, id, ref, title, ...(type === 'event' && { date: parseDate(data.date) }), data, file };
}

/** Events by the day they begin, then the others in the order of the folders; each in the order of their files. */
function byTypeThenDate(a: LoadedRecord, b: LoadedRecord): number {
  const order = Object.keys(folderOf);
  if (a.type !== b.type) return order.indexOf(a.type) - order.indexOf(b.type);
  const [from, other] = [a.date?.from ?? '', b.date?.from ?? ''];
  return (from < other ? -1 : from > other ? 1 : 0) || (a.id < b.id ? -1 : 1);
}

/** What the record says by its fields, with ids replaced; the statements apart. */
function fields(parsed: ParsedRecord, { record, sources }: Link) {
  const { type, data } = parsed;
  if (type === 'event') {
    const all = <Of extends LoadedRecord>(ids: readonly string[]) => ids.map((id) => record<Of>(id));
    const links = <Of extends LoadedRecord>(given: typeof data.follows): CitedLink<Of>[] =>
      given.map((link) => ({ record: record<Of>(link.id), sources: sources(link.sources) }));
    return {
      places: all<LoadedPlace>(data.places),
      people: all<LoadedPerson>(data.people),
      organisations: all<LoadedOrganisation>(data.organisations),
      organisers: links<LoadedPerson | LoadedOrganisation>(data.organisers),
      follows: links<LoadedEvent>(data.follows),
      followedBy: [],
      related: all<LoadedEvent>(data.related),
    } satisfies Partial<LoadedEvent>;
  }
  if (type === 'person')
    return {
      offices: data.offices.map(({ title, organisation, ...office }) => ({
        title,
        ...(organisation && { organisation: record<LoadedOrganisation>(organisation) }),
        ...term(office),
        sources: sources(office.sources),
      })),
    } satisfies Partial<LoadedPerson>;
  if (type === 'organisation') {
    const { founded, banned, leaders } = data;
    return {
      ...(founded && { founded: { date: parseDate(founded.date), sources: sources(founded.sources) } }),
      ...(banned && {
        banned: { date: parseDate(banned.date), ...(banned.by && { by: banned.by }), sources: sources(banned.sources) },
      }),
      leaders: leaders.map((leader) => ({
        person: record<LoadedPerson>(leader.id),
        ...term(leader),
        sources: sources(leader.sources),
      })),
    } satisfies Partial<LoadedOrganisation>;
  }
  const { within, name_history, coordinates } = data;
  return {
    ...(within && { within: record<LoadedPlace>(within) }),
    nameHistory: name_history.map((name) => ({ name: name.name, ...term(name), sources: sources(name.sources) })),
    ...(coordinates && { coordinates: { ...coordinates, sources: sources(coordinates.sources) } }),
  } satisfies Partial<LoadedPlace>;
}

function term({ from, to }: { from?: string | null | undefined; to?: string | null | undefined }) {
  return { ...(from && { from: parseDate(from) }), ...(to && { to: parseDate(to) }) };
}

function statement(
  given: Statement,
  position: number,
  record: LoadedRecord,
  questions: Questions,
  records: ReadonlyMap<string, LoadedRecord>,
  link: Link,
): LoadedStatement {
  const date: DateSpan | undefined = given.date ? parseDate(given.date) : record.date;
  return {
    id: `${record.ref}#${position}`,
    record,
    text: given.text,
    speakers: eachAttribution(given.attribution).map((one) => speaker(one, records)),
    ...(date && { date }),
    figures: [...figuresOf(given)].map(
      ({ path: _, place, date: day, about, ...figure }): Figure => ({
        ...figure,
        about: about ?? false,
        ...(place && { place: link.record<LoadedPlace>(place) }),
        ...(day && { date: parseDate(day) }),
      }),
    ),
    questions,
    sources: link.sources(given.sources),
  };
}

function speaker(words: Exclude<Attribution, unknown[]>, records: ReadonlyMap<string, LoadedRecord>): Speaker {
  const record = typeof words === 'string' ? records.get(words) : undefined;
  return record ? { record } : { words };
}
