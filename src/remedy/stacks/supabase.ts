import { comment, lines } from '../config-text';
import type { Stack } from '../stack';
import { fetchHandler } from './fetch-handler';

/** A Supabase Edge Function. */
export const supabase: Stack = {
  name: 'Supabase Edge Functions',
  link: 'https://supabase.com/docs/guides/functions/cors',
  write(policy, comments) {
    const text = lines(
      comment('//', comments.place, comments.replaces, comments.run('supabase functions deploy NAME')),
      fetchHandler(policy, comments),
    );
    return [{ file: 'index.js', text }];
  },
};
