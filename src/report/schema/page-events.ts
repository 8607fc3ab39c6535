import * as v from 'valibot';
import {
  reportCanvasRefused,
  reportDomAccess,
  reportDomainAssigned,
  reportOpenedDocument,
  reportPolicyViolation,
  reportServerProxy,
  reportStorageUse,
} from './page-event-access';
import {
  reportChannelTraffic,
  reportJsonpCall,
  reportLocationHash,
  reportMessage,
  reportMessageCall,
  reportSocketTraffic,
  reportWindowName,
} from './page-event-traffic';
import { described } from './values';

/** The schema of `PageEvent`. */
export const pageEvent = described(
  v.union([
    reportMessage,
    reportMessageCall,
    reportWindowName,
    reportLocationHash,
    reportJsonpCall,
    reportSocketTraffic,
    reportChannelTraffic,
    reportDomainAssigned,
    reportDomAccess,
    reportCanvasRefused,
    reportStorageUse,
    reportOpenedDocument,
    reportPolicyViolation,
    reportServerProxy,
  ]),
  'Something that crossed a boundary inside the page, or could have.',
);
