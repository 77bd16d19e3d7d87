import { expect, test } from 'vitest';
import { analyse, tokenize } from '../../src/language/tokens.ts';

const terms = (text: string, language: string) => analyse(tokenize(text), language).terms;

test.each([
  ['en', 'hi bot, please tell me about honey, thanks', 'honey'],
  ['en', 'whats the thing bees make, I wonder', 'bees make'],
  ['ru', 'привет, подскажите пожалуйста, а кто вообще этот парень Орлов?', 'Орлов'],
  ['ru', 'откуда взялось название', 'название'],
  ['ru', 'какого числа прилетают пчёлы', 'прилетают пчёлы'],
  ['kk', 'сәлем, бал деген не екенін айтып беріңізші', 'бал екенін'],
  ['kk', 'араның қай жерде тұратынын білесіз бе', 'араның тұратынын'],
])('%s: “%s” is about no more than “%s”', (language, asked, about) => {
  expect(terms(asked, language)).toEqual(terms(about, language));
});

test.each(['qai', 'qay', 'qandai', 'qanday', 'keiin'])('“%s” asks in Kazakh in Latin letters too', (word) => {
  expect(terms(word, 'kk')).toEqual([]);
});
