import type { CorsPolicy } from '../../src/remedy/policy';

/** As much as a policy can hold. */
export const whole: CorsPolicy = {
  origins: ['https://admin.example', 'https://page.example:8443'],
  methods: ['DELETE', 'PUT'],
  requestHeaders: ['authorization', 'x-team'],
  exposedHeaders: ['ETag', 'X-Total'],
  credentials: true,
  maxAgeSeconds: 7_200,
};

/** As little as a policy can hold. */
export const simple: CorsPolicy = {
  origins: ['https://page.example'],
  methods: [],
  requestHeaders: [],
  exposedHeaders: [],
  credentials: false,
  maxAgeSeconds: null,
};

/** Any origin, without credentials. */
export const anyOrigin: CorsPolicy = { ...whole, origins: '*', credentials: false };
