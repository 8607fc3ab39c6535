import type { CauseCode } from '../../../src/diagnosis/causes';
import { pageWith } from '../answers';
import type { CaseContext, CauseCase, Variant } from '../case';
import type { CauseRecording, RecordingBrowser } from '../recording';
import type { ServableCase } from '../serve';
import type { Product } from './products';

/** A server of a product, configured as in reports of a cause. */
export interface ServerCase extends ServableCase, Pick<CauseCase, 'row' | 'works' | 'fix' | 'only'> {
  /** The name of its recordings. */
  readonly id: string;
  readonly product: Product;
  readonly cause: CauseCode;
  /** What is wrong in the configuration. */
  readonly why: string;
  readonly twin: {
    /** The fact in which it differs. */
    readonly differs: string;
    /** The cause that comes first instead; null if none is named. */
    readonly cause: CauseCode | null;
  };
}

/** What differs between the cases of a product. */
export interface ServerCaseParts
  extends Pick<ServerCase, 'id' | 'product' | 'cause' | 'why' | 'twin' | 'works' | 'only'> {
  readonly fix: string;
  readonly start: NonNullable<ServableCase['start']>;
  /** The path of the failing request, and its method if others have that path. */
  readonly path: string;
  readonly method?: string;
  /** `allowed` if the failure is silent. */
  readonly outcome?: NonNullable<CauseCase['row']>['outcome'];
  /** The body of the page's async function. It has `asked`. */
  script(at: (path: string) => string, context: CaseContext): string;
  readonly origins?: CauseCase['origins'];
  readonly servers?: CauseCase['servers'];
}

/** Returns a case with a page on one host, and the product on another host and port. */
export function serverCase(parts: ServerCaseParts): ServerCase {
  const { id, path, method, outcome = 'blocked', script, origins, servers, only, ...rest } = parts;
  return {
    ...rest,
    id,
    ...(only && { only }),
    origins: { page: `www.${id}`, api: { host: `api.${id}-data`, port: 2 }, ...origins },
    page: 'page:/',
    row: { at: `api:${path}`, outcome, ...(method && { method }) },
    servers: {
      page: (_, context) => pageWith(script((to) => context.at('api', to), context)),
      ...servers,
    },
  };
}

/** A recording, and the server that it was made with. All others are replays of documented responses. */
export interface ServerRecording extends CauseRecording<CauseCode> {
  readonly server: { readonly name: Product; readonly version: string };
}

/** The path of a recording. */
export function serverRecordingPath(id: string, variant: Variant, browser: RecordingBrowser): string {
  return `test/causes/servers/recordings/${id}.${variant}.${browser}.json`;
}
