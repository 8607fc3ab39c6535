import type { CauseCode } from '../../diagnosis/causes';
import type { CauseProse } from '../cause-prose';
import { ofAnswers } from './causes-answers';
import { ofDocuments } from './causes-documents';
import { ofThePage } from './causes-page';
import { ofPlatforms } from './causes-platforms';
import { ofRedirects } from './causes-redirects';
import { ofSessions } from './causes-sessions';
import { ofValues } from './causes-values';

/** 每个原因的说明。 */
export const causes: Readonly<Record<CauseCode, CauseProse>> = {
  ...ofAnswers,
  ...ofRedirects,
  ...ofValues,
  ...ofThePage,
  ...ofPlatforms,
  ...ofSessions,
  ...ofDocuments,
};
