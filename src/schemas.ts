/** `npm run schemas`: writes the JSON Schemas of the knowledge's files beside them. */
import { mkdir, writeFile } from 'node:fs/promises';
import { formatSchema, jsonSchemas } from './knowledge/json-schema.ts';

const folder = 'knowledge/schemas';
await mkdir(folder, { recursive: true });
for (const [name, schema] of Object.entries(jsonSchemas()))
  await writeFile(`${folder}/${name}.json`, formatSchema(schema));
