import { nginxCases } from './nginx';
import type { ServerCase } from './server-case';

/** The cases with real servers. */
export const serverCases: readonly ServerCase[] = [...nginxCases];
