import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

const knowledge = 'tests/fixtures/lighthouses';

/** Runs the command; what it wrote and how it ended. */
async function ask(args: string[], input = '') {
  const child = spawn(process.execPath, ['src/ask.ts', ...args], { stdio: 'pipe' });
  child.stdin.end(input);
  const [out, error, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { out, error, code, lines: out.split('\n').filter(Boolean) };
}

test('a question is answered with its lead, its statements and their pages', async () => {
  const { out, code, error } = await ask(['--knowledge', knowledge, 'When was the Bishop Rock lighthouse lit?']);
  expect(code).toBe(0);
  expect(error).toBe('');
  expect(out.split('\n')[0]).toBe('1 September 1858');
  expect(out).toMatch(/\[1\]/);
  expect(out).toMatch(/\[1\] .*https?:\/\//);
});

test('with --json, one answer a line in the order of the questions, and nothing else', async () => {
  const questions = [
    { id: 'one', question: 'When was Bishop Rock first lit?' },
    { id: 'two', question: 'And Ar-Men?', after: 'one' },
    { id: 'three', question: 'When was Ar-Men lit?', language: 'fr' },
    { id: 'four', question: '' },
  ];
  const { lines, code } = await ask(
    ['--knowledge', knowledge, '--json'],
    questions.map((q) => JSON.stringify(q)).join('\n'),
  );
  expect(code).toBe(0);
  const answers = lines.map((line) => JSON.parse(line));
  expect(answers.map(({ id }) => id)).toEqual(['one', 'two', 'three', 'four']);
  expect(answers.map(({ lead }) => lead)).toEqual(['1 September 1858', '31 August 1881', '31 août 1881', null]);
  expect(answers[3]).toMatchObject({ outcome: 'none', reason: 'no-question', statements: [] });
  expect(answers[0].statements[0]).toMatchObject({
    record: 'events/1858-09-01-bishop-rock-lit',
    date: '1858-09-01',
    attribution: null,
    sources: [{ id: expect.any(String), url: expect.stringMatching(/^https?:/), publisher: expect.any(String) }, {}],
  });
  expect(answers[0].ms).toBeGreaterThan(0);
});

test('a line that cannot be read is answered in its place, and the next ones too', async () => {
  const { lines, code } = await ask(
    ['--knowledge', knowledge, '--json'],
    'no json\n{"id":1}\n{"id":2,"question":"hello"}\n',
  );
  expect(code).toBe(0);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { id: null, outcome: 'none', error: expect.any(String) },
    { id: 1, outcome: 'none', error: expect.any(String) },
    { id: 2, outcome: 'none', reason: 'no-question' },
  ]);
});

test('--explain says what was understood and considered', async () => {
  const { out } = await ask(['--knowledge', knowledge, '--explain', 'When did Ar-Men burn down?']);
  expect(out).toMatch(/places\/ar-men/);
  expect(out).toMatch(/declined, no-such-attribute/);
});

test.each([
  ['no question', ['--knowledge', knowledge]],
  ['an option that is none', ['--nonsense', 'x']],
  ['no such folder', ['--knowledge', 'no-such-folder', 'x']],
  ['a language that the knowledge has not', ['--knowledge', knowledge, '--language', 'ru', 'x']],
])('%s: said in words on stderr, exit 1', async (_, args) => {
  const { out, error, code } = await ask(args);
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(error).not.toMatch(/ at .*:\d+/);
  expect(error.trim()).not.toBe('');
});

test('a reader that leaves early is no error', async () => {
  const child = spawn(process.execPath, ['src/ask.ts', '--knowledge', knowledge, '--json'], { stdio: 'pipe' });
  const error = text(child.stderr);
  child.stdin.on('error', () => {});
  const line = `${JSON.stringify({ id: 1, question: 'When was Bishop Rock first lit?' })}\n`;
  child.stdin.write(line.repeat(500));
  await once(child.stdout, 'data');
  child.stdout.destroy();
  child.stdin.end(line.repeat(500));
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(await error).toBe('');
});
