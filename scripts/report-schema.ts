import { writeFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { end, party } from '../src/channels/schema/reading';
import { callSite, frameRef } from '../src/protocol/page-events/parts';
import { keptListener } from '../src/protocol/page-events/post-message';
import { pageReport } from '../src/protocol/page-report';
import { reportCookie } from '../src/report/schema/cookie';
import * as crossings from '../src/report/schema/crossings';
import * as exchange from '../src/report/schema/exchange';
import { reportExchangeFacts } from '../src/report/schema/facts';
import { pageEvent, pageEventSchemas } from '../src/report/schema/page-events';
import { reportReading } from '../src/report/schema/reading';
import { report, reportFrame } from '../src/report/schema/report';

/** The path of the published schema of a report. */
export const schemaPath = 'docs/report.schema.json';

const schemas: Readonly<Record<string, GenericSchema>> = {
  ...{ reportExchangeFacts, pageReport },
  ...{ reportFrame, ...exchange, reportCookie, pageEvent, ...pageEventSchemas },
  ...{ reportReading, end, party, frameRef, callSite, keptListener, ...crossings },
};

/** The JSON Schema of a report. It allows unknown members, because readers ignore them. */
export function reportSchema(): object {
  const definitions = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [`${name[0]?.toUpperCase()}${name.slice(1)}`, schema]),
  );
  const { $schema, $defs, ...root } = toJsonSchema(report, {
    ...{ target: 'draft-2020-12', definitions },
    // Readers need types. The bounds within which we parse a page's values are not part of the format.
    ...{
      typeMode: 'output',
      ignoreActions: ['transform', 'safe_integer', 'min_value', 'max_length', 'finite'],
    },
  });
  return { $schema, $id: 'corscope/report@1', title: 'CORScope report', ...root, $defs };
}

// npm run schema: writes the file.
if (process.argv[1] === import.meta.filename) {
  writeFileSync(schemaPath, `${JSON.stringify(reportSchema(), null, 2)}\n`);
  console.log(schemaPath);
}
