import type { Stack } from '../stack';

/** Buckets of Amazon S3, and of stores with its API. */
export const s3: Stack = {
  name: 'Amazon S3',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html',
  says: /^AmazonS3$/,
  isJson: true,
  limits: ['credentials-always', 'origin-only'],
  write({ origins, methods, requestHeaders, exposedHeaders, maxAgeSeconds }) {
    const rule = {
      AllowedOrigins: origins === '*' ? ['*'] : origins,
      // S3 refuses every method that is not listed.
      AllowedMethods: ['GET', 'HEAD', ...methods.filter((method) => method !== 'GET' && method !== 'HEAD')],
      AllowedHeaders: requestHeaders,
      ExposeHeaders: exposedHeaders,
      ...(maxAgeSeconds !== null && { MaxAgeSeconds: maxAgeSeconds }),
    };
    return [{ file: 'cors.json', text: JSON.stringify([rule], null, 2) }];
  },
};
