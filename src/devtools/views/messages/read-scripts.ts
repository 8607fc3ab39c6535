import type { PageScripts } from '../../../platform/page-scripts';

/** A function that returns the scripts of the page without fetching them again. */
export type ReadScripts = () => Promise<PageScripts>;
