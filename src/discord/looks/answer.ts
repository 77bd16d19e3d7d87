import type { Answer } from '../../answer/types.ts';
import { parseDate } from '../../knowledge/date.ts';
import type { Pack } from '../../knowledge/schema.ts';
import { inLanguage } from '../../knowledge/texts.ts';
import { formatSpan } from '../../language/format-date.ts';
import { say } from '../../language/wording.ts';
import { type Block, GAP } from '../../timeline/block.ts';
import { button, type MessageBody } from '../limits.ts';
import { type Questions, showQuestions } from '../question.ts';
import { encodeState } from '../state.ts';
import { tryAsking } from './about.ts';
import { paged, questionMenu, recordMenu, type View } from './paged.ts';

export interface AnswerView extends View {
  /** A button for a follow-up, where a reply would not reach the bot. */
  followUp: boolean;
  /** Set where only the beginning of the question was read. */
  cut?: number | undefined;
}

/** An answer: the short one on top, then the cited sentences; or that there is none, and what is nearest. */
export function answerMessage(answer: Answer, questions: Questions, pack: Pack, view: AnswerView): MessageBody {
  const { language } = view;
  const statements = answer.statements.map(
    (statement): Block => ({
      text: statement.text,
      style: 'item',
      attribution: statement.attribution,
      sources: statement.sources,
    }),
  );
  const lead: Block[] = answer.lead ? [{ text: answer.lead, style: 'lead' }] : [];
  const blocks =
    answer.outcome === 'none' ? [...decline(answer, pack, language), ...statements] : [...lead, ...statements];
  const records = [...new Set([...answer.statements.map(({ record }) => record), ...answer.suggestions])];
  const translated = answer.statements.every((statement) => statement.language === language);
  return paged({
    ...showQuestions(questions),
    blocks: answer.outcome === 'none' ? [...blocks, ...suggestSource(answer, pack, language)] : blocks,
    view,
    turn: (page) => encodeState({ does: 'answer', page, language }),
    selects: [
      ...recordMenu(records, say('select.open', language), language),
      ...questionMenu(answer.questions, say('select.ask', language), language),
    ],
    buttons: view.followUp
      ? [button(say('button.follow-up', language), encodeState({ does: 'follow-up', language }), { emoji: '💬' })]
      : [],
    notes: [
      translated ? null : say('answer.untranslated', language),
      view.cut ? say('answer.cut', language, { count: view.cut }) : null,
    ],
  });
}

function decline(answer: Answer, pack: Pack, language: string): Block[] {
  const values = { name: inLanguage(pack.name, language), period: formatSpan(parseDate(pack.period), language) };
  const said: Block = { text: say(`none.${answer.reason ?? 'unknown-subject'}`, language, values), style: 'lead' };
  if (answer.reason === 'no-question') return [said, ...tryAsking(pack, language)];
  if (answer.suggestions.length === 0) return [said];
  const names = answer.suggestions.map((record): Block => {
    const date = record.date ? ` — ${formatSpan(record.date, language)}` : '';
    return { text: `${inLanguage(record.title, language)}${date}`, style: 'item' };
  });
  return [said, ...(answer.statements.length > 0 ? [] : [GAP, { text: say('none.nearest', language) }, ...names])];
}

function suggestSource(answer: Answer, pack: Pack, language: string): Block[] {
  if (answer.reason === 'no-question' || answer.reason === 'opinion') return [];
  const { corrections } = pack;
  return [
    GAP,
    { text: corrections ? say('none.suggest', language, { corrections }) : say('none.suggest-operator', language) },
  ];
}
