/** Names and descriptions of commands and options, in the languages that Discord has. It has no Kazakh. */

type Words = readonly [name: string, description: string];

export const commandWords = {
  ask: {
    en: ['ask', 'Ask a question; the answer comes from cited records'],
    ru: ['спросить', 'Задать вопрос; ответ даётся по записям с источниками'],
  },
  question: { en: ['question', 'What you want to know'], ru: ['вопрос', 'Что вы хотите узнать'] },
  private: { en: ['private', 'Show the reply only to you'], ru: ['лично', 'Показать ответ только вам'] },
  language: { en: ['language', 'Language of the reply'], ru: ['язык', 'Язык ответа'] },
  event: { en: ['event', 'Show the record of an event'], ru: ['событие', 'Показать запись о событии'] },
  person: { en: ['person', 'Show the record of a person'], ru: ['человек', 'Показать запись о человеке'] },
  place: { en: ['place', 'Show the record of a place'], ru: ['место', 'Показать запись о месте'] },
  organisation: {
    en: ['organisation', 'Show the record of an organisation'],
    ru: ['организация', 'Показать запись об организации'],
  },
  name: {
    en: ['name', 'Choose from the list, or write a name in any spelling'],
    ru: ['название', 'Выберите из списка или напишите название как угодно'],
  },
  timeline: { en: ['timeline', 'Events in the order of their dates'], ru: ['хронология', 'События по порядку дат'] },
  show: {
    en: ['show', 'Page through events in the order of their dates'],
    ru: ['показать', 'Листать события по датам'],
  },
  from: {
    en: ['from', 'First day, month or year, such as 2019-06-09'],
    ru: ['с', 'Первый день, месяц или год, например 2019-06-09'],
  },
  to: {
    en: ['to', 'Last day, month or year, such as 2019-06'],
    ru: ['по', 'Последний день, месяц или год, например 2019-06'],
  },
  export: {
    en: ['export', 'Take events away as a file, with their sources'],
    ru: ['выгрузить', 'Получить события файлом, с источниками'],
  },
  format: { en: ['format', 'Format of the file'], ru: ['формат', 'Формат файла'] },
  inPlace: { en: ['place', 'Only events there'], ru: ['место', 'Только события в этом месте'] },
  withPerson: {
    en: ['person', 'Only events in which this person took part or is quoted'],
    ru: ['человек', 'Только события с участием или словами этого человека'],
  },
  withOrganisation: {
    en: ['organisation', 'Only events in which this organisation took part or is quoted'],
    ru: ['организация', 'Только события с участием или словами этой организации'],
  },
  kind: { en: ['kind', 'Only events of this kind'], ru: ['вид', 'Только события этого вида'] },
  text: {
    en: ['text', 'Only events whose texts hold these words'],
    ru: ['текст', 'Только события с этими словами в тексте'],
  },
  search: { en: ['search', 'Find records by words'], ru: ['найти', 'Найти записи по словам'] },
  words: {
    en: ['words', 'Words of a name or a title, in any spelling'],
    ru: ['слова', 'Слова имени или названия в любом написании'],
  },
  sources: {
    en: ['sources', 'Every page behind a record'],
    ru: ['источники', 'Все страницы, на которых основана запись'],
  },
  record: {
    en: ['record', 'Choose from the list, or write a name in any spelling'],
    ru: ['запись', 'Выберите из списка или напишите название как угодно'],
  },
  about: {
    en: ['about', 'What this bot knows, from where, and how to correct it'],
    ru: ['обо-мне', 'Что знает этот бот, откуда и как это исправить'],
  },
  today: { en: ['today', 'What happened on this day'], ru: ['сегодня', 'Что произошло в этот день'] },
  date: {
    en: ['date', 'Another day, such as 06-09 or 2019-06-09'],
    ru: ['дата', 'Другой день, например 06-09 или 2019-06-09'],
  },
  publish: {
    en: ['publish', 'Post timelines and keep them right'],
    ru: ['публикация', 'Публиковать хронологии и вести их'],
  },
  publishTimeline: {
    en: ['timeline', 'Post a timeline; you see a preview first'],
    ru: ['хронология', 'Опубликовать хронологию; сначала предпросмотр'],
  },
  channel: {
    en: ['channel', 'A text or announcement channel, a thread or a forum'],
    ru: ['канал', 'Текстовый канал, канал объявлений, ветка или форум'],
  },
  order: { en: ['order', 'Which end comes first'], ru: ['порядок', 'С какого конца начинать'] },
  detail: { en: ['detail', 'How much is said of each event'], ru: ['подробность', 'Сколько сказать о каждом событии'] },
  messages: {
    en: ['messages', 'A message for each event, or as few messages as fit'],
    ru: ['сообщения', 'По сообщению на событие или как можно меньше сообщений'],
  },
  title: {
    en: ['title', 'Title above the timeline; of the post in a forum'],
    ru: ['заголовок', 'Заголовок хронологии или публикации на форуме'],
  },
  thread: {
    en: ['thread', 'Title of a thread to post it in'],
    ru: ['ветка', 'Заголовок ветки, в которой публиковать'],
  },
  tag: { en: ['tag', 'A tag of the forum'], ru: ['тег', 'Тег форума'] },
  pin: { en: ['pin', 'Pin the first message'], ru: ['закрепить', 'Закрепить первое сообщение'] },
  notify: {
    en: ['notify', 'Tell me when the records change and it is behind'],
    ru: ['сообщать', 'Сообщать мне, когда записи изменятся'],
  },
  publishList: {
    en: ['list', 'What is posted on this server, and how it stands'],
    ru: ['список', 'Что опубликовано на этом сервере и актуально ли'],
  },
  publishUpdate: { en: ['update', 'Bring a timeline up to date'], ru: ['обновить', 'Обновить хронологию'] },
  publishRemove: {
    en: ['remove', 'Delete what was posted for a timeline, nothing else'],
    ru: ['удалить', 'Удалить сообщения хронологии, и только их'],
  },
  publishStop: {
    en: ['stop', 'Stop posting, updating or removing a timeline'],
    ru: ['остановить', 'Остановить публикацию, обновление или удаление'],
  },
  publishResume: {
    en: ['resume', 'Go on where a timeline was stopped'],
    ru: ['продолжить', 'Продолжить с места остановки'],
  },
  whichTimeline: { en: ['timeline', 'Choose from the list'], ru: ['хронология', 'Выберите из списка'] },
  publishSchedule: {
    en: ['schedule', 'Post on this day daily, or replay a period bit by bit'],
    ru: ['расписание', 'Публиковать «в этот день» ежедневно или повторять период по частям'],
  },
  what: { en: ['what', 'What is posted'], ru: ['что', 'Что публиковать'] },
  hour: { en: ['hour', 'Hour of the day, 0–23; 9 if left out'], ru: ['час', 'Час дня, 0–23; по умолчанию 9'] },
  zone: { en: ['zone', 'Time zone, such as Asia/Almaty'], ru: ['пояс', 'Часовой пояс, например Asia/Almaty'] },
  every: {
    en: ['every', 'Interval of a replay; a day if left out'],
    ru: ['каждые', 'Интервал повтора; по умолчанию сутки'],
  },
  unit: { en: ['unit', 'What a replay posts each time'], ru: ['порция', 'Что повтор публикует каждый раз'] },
  missed: {
    en: ['missed', 'What becomes of a post missed while the bot was off'],
    ru: ['пропуск', 'Что делать с пропущенным, пока бот не работал'],
  },
  publishSchedules: {
    en: ['schedules', 'List what is scheduled; pause it, let it go on, or end it'],
    ru: ['расписания', 'Показать расписания; приостановить, продолжить или завершить'],
  },
  whichSchedule: { en: ['schedule', 'Choose from the list'], ru: ['расписание', 'Выберите из списка'] },
  do: { en: ['do', 'What to do with it'], ru: ['действие', 'Что с ним сделать'] },
  repost: {
    en: ['repost', 'Also post again what was deleted by hand'],
    ru: ['вернуть', 'Опубликовать снова и то, что удалено вручную'],
  },
  askAbout: { en: ['Ask about this', ''], ru: ['Спросить об этом', ''] },
} as const satisfies Record<string, { en: Words; ru: Words }>;

export type CommandWord = keyof typeof commandWords;
