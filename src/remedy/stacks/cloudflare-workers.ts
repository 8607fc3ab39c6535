import { comment, lines } from '../config-text';
import type { Stack } from '../stack';
import { fetchHandler } from './fetch-handler';

/** A Cloudflare Worker. */
export const cloudflareWorkers: Stack = {
  name: 'Cloudflare Workers',
  link: 'https://developers.cloudflare.com/workers/runtime-apis/handlers/fetch/',
  write(policy, comments) {
    const text = lines(
      comment('//', comments.place, comments.replaces, comments.run('npx wrangler deploy')),
      fetchHandler(policy, comments),
    );
    return [{ file: 'src/index.js', text }];
  },
};
