import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { formatSchema, jsonSchemas } from '../../src/knowledge/json-schema.ts';

const schemas = jsonSchemas();

test.each(Object.entries(schemas))('%s.json is what `npm run schemas` writes', async (name, schema) => {
  const file = new URL(`../../knowledge/schemas/${name}.json`, import.meta.url);
  expect(await readFile(file, 'utf8')).toBe(formatSchema(schema));
});

test('an editor learns the fields, which of them must be there, and what a date looks like', () => {
  expect(schemas.event).toMatchObject({
    additionalProperties: false,
    required: ['title', 'date', 'kind', 'statements'],
    properties: { date: { pattern: expect.stringContaining('[-0-9'), description: expect.stringContaining('EDTF') } },
  });
});
