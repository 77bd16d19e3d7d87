import { readFile } from 'node:fs/promises';
import { parse } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';

const problems = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
  }
  return [];
};

describe('configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual({
      apiUrl: 'https://discord.com/api',
      knowledgeDir: './knowledge',
      dataDir: './data',
      port: 4180,
      logLevel: 'info',
    });
  });

  it('reads the example as it is, which sets what would be set without it', async () => {
    const example = await readFile(new URL('../../.env.example', import.meta.url), 'utf8');
    expect(readConfig(parse(example))).toEqual(readConfig({}));
  });

  it('takes an address without its last slash', () => {
    expect(readConfig({ DISCORD_API_URL: 'http://127.0.0.1:5000/api/' }).apiUrl).toBe('http://127.0.0.1:5000/api');
  });

  it.each([
    ['DISCORD_TOKEN', 'short'],
    ['DISCORD_TOKEN', `with space ${'x'.repeat(30)}`],
    ['DISCORD_API_URL', 'discord'],
    ['DISCORD_API_URL', 'ftp://example.org'],
    ['DATABASE_URL', 'mysql://example.org/x'],
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['LOG_LEVEL', 'loud'],
  ])('names %s where it is %j, in one sentence', (name, value) => {
    expect(problems({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} is n.+\\.$`))]);
  });

  it('names every bad variable at once', () => {
    expect(problems({ PORT: 'x', LOG_LEVEL: 'y', DISCORD_TOKEN: 'z' })).toHaveLength(3);
  });

  it('never repeats a token', () => {
    expect(problems({ DISCORD_TOKEN: 'sekret value' }).join()).not.toContain('sekret');
  });
});
