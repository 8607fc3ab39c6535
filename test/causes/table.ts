import type { CauseCase } from './case';
import { beaconWithJson } from './cases/beacon-with-json';
import { defaultEmbeddingHeaders } from './cases/default-embedding-headers';
import { deploymentProtection } from './cases/deployment-protection';
import { devServerRefusesOwnHost } from './cases/dev-server-refuses-own-host';
import { eventStreamOutsideCors } from './cases/event-stream-outside-cors';
import { frameNeedsEmbedderPolicy } from './cases/frame-needs-embedder-policy';
import { handlerRunsOnOptions } from './cases/handler-runs-on-options';
import { loginLoopInFrame } from './cases/login-loop-in-frame';
import { manifestWithoutCredentials } from './cases/manifest-without-credentials';
import { messageToOpaqueFrame } from './cases/message-to-opaque-frame';
import { rangeHeadersNotExposed } from './cases/range-headers-not-exposed';
import { routeWithOwnCors } from './cases/route-with-own-cors';
import { workerFromDataUrl } from './cases/worker-from-data-url';

/** The corpus: public reports, rebuilt before there were rules for them. */
export const causeCases: readonly CauseCase[] = [
  beaconWithJson,
  defaultEmbeddingHeaders,
  deploymentProtection,
  devServerRefusesOwnHost,
  eventStreamOutsideCors,
  frameNeedsEmbedderPolicy,
  handlerRunsOnOptions,
  loginLoopInFrame,
  manifestWithoutCredentials,
  messageToOpaqueFrame,
  rangeHeadersNotExposed,
  routeWithOwnCors,
  workerFromDataUrl,
];
