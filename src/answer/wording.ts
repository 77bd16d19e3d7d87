/** What the engine itself says: few words around what records hold. ICU messages by language; English where one lacks. */
import { IntlMessageFormat } from 'intl-messageformat';

const messages = {
  about: { en: 'about {number}', ru: 'около {number}', kk: 'шамамен {number}' },
  'at-least': { en: 'at least {number}', ru: 'не менее {number}', kk: 'кемінде {number}' },
  'at-most': { en: 'at most {number}', ru: 'не более {number}', kk: 'ең көбі {number}' },
  'said-by': { en: '{what} ({who})', ru: '{what} ({who})', kk: '{what} ({who})' },
  differ: {
    en: 'Accounts differ: {accounts}',
    ru: 'Данные расходятся: {accounts}',
    kk: 'Деректер әртүрлі: {accounts}',
  },
  office: { en: '{name}: {title}, {period}.', ru: '{name}: {title}, {period}.', kk: '{name}: {title}, {period}.' },
  'office-undated': { en: '{name}: {title}.', ru: '{name}: {title}.', kk: '{name}: {title}.' },
  founded: {
    en: '{name}: founded {date}.',
    ru: '{name}: дата основания – {date}.',
    kk: '{name}: құрылған күні – {date}.',
  },
  banned: {
    en: '{name}: banned {date}.',
    ru: '{name}: дата запрета – {date}.',
    kk: '{name}: тыйым салынған күні – {date}.',
  },
  leader: {
    en: '{name}: led by {leader}, {period}.',
    ru: '{name}: руководитель – {leader}, {period}.',
    kk: '{name}: жетекшісі – {leader}, {period}.',
  },
  'leader-undated': {
    en: '{name}: led by {leader}.',
    ru: '{name}: руководитель – {leader}.',
    kk: '{name}: жетекшісі – {leader}.',
  },
  organiser: {
    en: '{event}: called by {name}.',
    ru: '{event}: организатор – {name}.',
    kk: '{event}: ұйымдастырушы – {name}.',
  },
  name: { en: '{place}: {name}, {period}.', ru: '{place}: {name}, {period}.', kk: '{place}: {name}, {period}.' },
  counted: {
    en: '{count, plural, one {# event} other {# events}} among those recorded here',
    ru: '{count, plural, one {# событие} few {# события} many {# событий} other {# события}} среди записанных здесь',
    kk: 'осында жазылғандардан {count} оқиға',
  },
  'most-recorded': {
    en: '{what}: the most among what is recorded here',
    ru: '{what}: больше всего из записанного здесь',
    kk: '{what}: осында жазылғандардың ең көбі',
  },
  'least-recorded': {
    en: '{what}: the least among what is recorded here',
    ru: '{what}: меньше всего из записанного здесь',
    kk: '{what}: осында жазылғандардың ең азы',
  },
  days: {
    en: '{count, plural, =0 {the same day} one {# day} other {# days}}',
    ru: '{count, plural, =0 {в тот же день} one {# день} few {# дня} many {# дней} other {# дня}}',
    kk: '{count, plural, =0 {сол күні} other {# күн}}',
  },
  none: { en: 'No record answers that.', ru: 'Записей об этом нет.', kk: 'Бұл туралы жазба жоқ.' },
  'none-but': {
    en: 'No record of that. The records say:',
    ru: 'Записей об этом нет. В записях сказано:',
    kk: 'Бұл туралы жазба жоқ. Жазбаларда былай делінген:',
  },
  answered: { en: 'Answered here:', ru: 'На это ответ есть:', kk: 'Мұнда жауабы бар:' },
  nearest: { en: 'Nearest records:', ru: 'Ближайшие записи:', kk: 'Ең жақын жазбалар:' },
} satisfies Record<string, Record<string, string>>;

export type Message = keyof typeof messages;
const formats = new Map<string, IntlMessageFormat>();

/** A message in a language, with its parameters filled in. */
export function word(message: Message, language: string, values: Record<string, string | number> = {}): string {
  const key = `${language} ${message}`;
  let format = formats.get(key);
  if (!format) {
    const texts: Record<string, string> = messages[message];
    const used = language in texts ? language : 'en';
    format = new IntlMessageFormat(texts[used] as string, used);
    formats.set(key, format);
  }
  return String(format.format(values));
}
