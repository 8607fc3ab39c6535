import { parseUrl } from '../engine';
import type { Report } from './model';

const maxHostLength = 80;

/** Returns a file name for this report, with the page's host and the minute of the report in UTC. */
export function fileName({ page, recorded }: Pick<Report, 'page' | 'recorded'>, extension: string): string {
  const host = parseUrl(page.url)?.hostname ?? '';
  const name = host
    .replace(/[^a-z0-9.-]+/gi, '-')
    .replace(/^[.-]+|[.-]{1,9}$/g, '')
    .slice(0, maxHostLength);
  const minute = recorded.to.slice(0, 16).replace(':', '-');
  return `corscope-${name || 'page'}-${minute}.${extension}`;
}
