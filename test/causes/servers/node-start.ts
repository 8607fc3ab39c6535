import type { Started } from '../serve';
import { startNode } from './programs';

/** Starts an Express application with cors at hand. */
export function startExpress(port: number, lines: string): Promise<Started> {
  return startNode(
    port,
    `import express from 'express'; import cors from 'cors'; import helmet from 'helmet';
import { rateLimit } from 'express-rate-limit';
const app = express();
${lines}
app.listen(port, '127.0.0.1');`,
  );
}
