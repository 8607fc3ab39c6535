import { writeFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { end, party } from '../src/channels/schema/reading';
import { callSite, frameRef } from '../src/protocol/page-events/parts';
import { keptListener } from '../src/protocol/page-events/post-message';
import * as crossings from '../src/report/schema/crossings';
import * as exchange from '../src/report/schema/exchange';
import { pageEvent, pageEventSchemas } from '../src/report/schema/page-events';
import { reportReading } from '../src/report/schema/reading';
import { report, reportFrame } from '../src/report/schema/report';

/** Where the report's published schema is. */
export const schemaPath = 'docs/report.schema.json';

const schemas: Readonly<Record<string, GenericSchema>> = {
  ...{ reportFrame, ...exchange, pageEvent, ...pageEventSchemas },
  ...{ reportReading, end, party, frameRef, callSite, keptListener, ...crossings },
};

/** The JSON Schema of a report. Unknown members are allowed: readers ignore what they do not know. */
export function reportSchema(): object {
  const definitions = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [`${name[0]?.toUpperCase()}${name.slice(1)}`, schema]),
  );
  const { $schema, $defs, ...root } = toJsonSchema(report, {
    ...{ target: 'draft-2020-12', definitions },
    // A reader wants types; within which bounds we parse what a page says is not for it to check.
    ...{ typeMode: 'output', ignoreActions: ['transform', 'safe_integer', 'min_value'] },
  });
  return { $schema, $id: 'corscope/report@1', title: 'CORScope report', ...root, $defs };
}

// npm run schema: writes it anew.
if (process.argv[1] === import.meta.filename) {
  writeFileSync(schemaPath, `${JSON.stringify(reportSchema(), null, 2)}\n`);
  console.log(schemaPath);
}
