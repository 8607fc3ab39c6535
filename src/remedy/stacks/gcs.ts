import type { Stack } from '../stack';

/** Buckets of Google Cloud Storage, and so of Firebase. */
export const gcs: Stack = {
  name: 'Google Cloud Storage',
  link: 'https://cloud.google.com/storage/docs/cors-configurations',
  says: /^UploadServer$/,
  isJson: true,
  limits: ['credentials-never', 'one-header-list'],
  write({ origins, methods, requestHeaders, exposedHeaders, maxAgeSeconds }) {
    const rule = {
      origin: origins === '*' ? ['*'] : origins,
      method: ['GET', 'HEAD', ...methods.filter((method) => method !== 'GET' && method !== 'HEAD')],
      responseHeader: [...new Set([...requestHeaders, ...exposedHeaders])],
      ...(maxAgeSeconds !== null && { maxAgeSeconds }),
    };
    return [{ file: 'cors.json', text: JSON.stringify([rule], null, 2) }];
  },
};
