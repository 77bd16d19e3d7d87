import { expect, test } from 'vitest';
import { parseQuestions } from '../../src/knowledge/questions.ts';

const read = (text: string) => {
  const parsed = parseQuestions('questions/x.txt', text);
  if (Array.isArray(parsed)) throw new Error(parsed.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  return parsed;
};

test('a block is a statement’s first words, and a question a line by language', () => {
  expect(read('It was lit in …\nen: When?\nen: In which year?\nfr: Quand ?\n\n?\nen: By whom?\n').value).toEqual([
    { of: 'It was lit in …', asked: { en: ['When?', 'In which year?'], fr: ['Quand ?'] } },
    { of: '?', asked: { en: ['By whom?'] } },
  ]);
});

test('Windows line ends and several empty lines do no harm', () => {
  expect(read('A\r\nen: Who?\r\n\r\n\r\n\r\nB\r\nen: What?\r\n').value).toEqual(
    read('A\nen: Who?\n\nB\nen: What?\n').value,
  );
});

test('each part knows its line', () => {
  const { at } = read('A\nen: Who?\nen: When?\n\nB\nfr: Quoi ?\n');
  expect(at([0, 'asked', 'en', 1]).line).toBe(3);
  expect(at([1]).line).toBe(5);
  expect(at([1, 'asked', 'fr', 0]).line).toBe(6);
});

test.each([
  ['a question before any statement', 'en: Who?\n', '1'],
  ['a line that is no question', 'A\nen: Who?\nand when\n', '3'],
  ['nothing', '\n\n', '1'],
])('%s is told at its line', (_, text, line) => {
  expect(() => read(text)).toThrow(new RegExp(`^${line}: `));
});
