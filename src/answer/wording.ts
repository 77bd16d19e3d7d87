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
  none: { en: 'No record answers that.', ru: 'Записей об этом нет.', kk: 'Бұл туралы жазба жоқ.' },
  'none-but': {
    en: 'No record of that. The records say:',
    ru: 'Записей об этом нет. В записях сказано:',
    kk: 'Бұл туралы жазба жоқ. Жазбаларда былай делінген:',
  },
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
