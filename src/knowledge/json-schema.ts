/** The schemas of the files in the form that editors read, so that they complete and underline. */
import { z } from 'zod';
import { schemas } from './folder.ts';
import { Edtf, Id } from './schema.ts';

/** What a check in code cannot hand on, said in a pattern or in words. */
const hints = new Map<unknown, Record<string, string>>([
  [
    Edtf,
    {
      pattern: '^[-0-9/.~?%]+$',
      description: 'A date in EDTF: 2019-06-09, 2019-02, 2019, 2018-12-16/2018-12-17, 2019-05~',
    },
  ],
  [Id, { description: 'An id: of a record, a source, or a word of the vocabularies in pack.yaml' }],
]);

/** One JSON Schema (draft 2020-12) for each kind of file, by its name. */
export function jsonSchemas(): Record<keyof typeof schemas, object> {
  const entries = Object.entries(schemas).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema, {
      io: 'input',
      override: ({ zodSchema, jsonSchema }) => Object.assign(jsonSchema, hints.get(zodSchema)),
    }),
  ]);
  return Object.fromEntries(entries);
}

/** As the file is written. */
export const formatSchema = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;
