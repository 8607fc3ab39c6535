import { writeFileSync } from 'node:fs';
import { type Schema, schemaOfInterface } from './schema-of-types';

/** Where the report's published schema is. */
export const schemaPath = 'docs/report.schema.json';

const models = ['model', 'page-event-model', 'crossing-model'].map((name) => `src/report/${name}.ts`);

/** The JSON Schema of a report, made of the types in src/report. */
export function reportSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'corscope/report@1',
    title: 'CORScope report',
    ...schemaOfInterface(models, 'Report'),
  };
}

// npm run schema: writes it anew.
if (process.argv[1] === import.meta.filename) {
  writeFileSync(schemaPath, `${JSON.stringify(reportSchema(), null, 2)}\n`);
  console.log(schemaPath);
}
