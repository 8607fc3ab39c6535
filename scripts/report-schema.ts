import { writeFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import * as crossings from '../src/report/schema/crossings';
import * as exchange from '../src/report/schema/exchange';
import * as pageEventAccess from '../src/report/schema/page-event-access';
import * as pageEventParts from '../src/report/schema/page-event-parts';
import * as pageEventTraffic from '../src/report/schema/page-event-traffic';
import { pageEvent } from '../src/report/schema/page-events';
import { report, reportFrame } from '../src/report/schema/report';

/** Where the report's published schema is. */
export const schemaPath = 'docs/report.schema.json';

const { pageEventBase: _, ...parts } = pageEventParts;
const schemas: Readonly<Record<string, GenericSchema>> = {
  ...{ reportFrame, ...exchange, pageEvent },
  ...{ ...pageEventTraffic, ...pageEventAccess, ...parts, ...crossings },
};

/** The JSON Schema of a report. Unknown members are allowed: readers ignore what they do not know. */
export function reportSchema(): object {
  const definitions = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [`${name[0]?.toUpperCase()}${name.slice(1)}`, schema]),
  );
  const { $schema, $defs, ...root } = toJsonSchema(report, { target: 'draft-2020-12', definitions });
  return { $schema, $id: 'corscope/report@1', title: 'CORScope report', ...root, $defs };
}

// npm run schema: writes it anew.
if (process.argv[1] === import.meta.filename) {
  writeFileSync(schemaPath, `${JSON.stringify(reportSchema(), null, 2)}\n`);
  console.log(schemaPath);
}
