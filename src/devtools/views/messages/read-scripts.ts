import type { PageScripts } from '../../../platform/page-scripts';

/** Asks the browser for the scripts of the page, without fetching them again. */
export type ReadScripts = () => Promise<PageScripts>;
