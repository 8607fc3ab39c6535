import axios from 'axios';
import { api, failure, ready, stackHere } from '../page/tools.js';

/** Both adapters: their requests, what interceptors get, and the places of their errors. */
export async function page() {
  await ready;
  const seen = {};
  for (const adapter of ['xhr', 'fetch']) {
    const client = axios.create({ baseURL: api, adapter, headers: { 'X-Client': adapter } });
    const progress = [];
    client.interceptors.response.use((response) => {
      progress.push(response.headers['x-answer']);
      return response;
    });
    const tried = async (config) => {
      try {
        const { status, data } = await client.request(config);
        return { status, data };
      } catch (error) {
        return { ...failure(error), code: error.code, cause: error.cause && failure(error.cause) };
      }
    };
    seen[adapter] = {
      get: await tried({ url: `/open/${adapter}` }),
      post: await tried({ url: `/open/${adapter}`, method: 'post', data: { a: [1] }, withCredentials: true }),
      missing: await tried({ url: `/${adapter}/missing` }),
      blocked: await tried({ url: `/plain/${adapter}` }),
      forbidden: await tried({ url: `/open/${adapter}`, method: 'TRACE' }),
      transformed: await tried({
        url: `/open/${adapter}`,
        transformResponse: () => stackHere(),
      }),
      progress,
    };
  }
  return { seen };
}
