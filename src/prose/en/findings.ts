import type { FindingCode } from '../../engine';
import type { FindingProse } from '../finding-prose';
import { ofElements } from './findings-elements';
import { ofLimits } from './findings-limits';
import { ofTheNetwork, ofTheRecord } from './findings-network';
import { ofOwnPolicies } from './findings-own-policies';
import { ofRedirects, ofThePage } from './findings-page';
import { ofPolicies } from './findings-policies';
import { ofThePreflight } from './findings-preflight';
import { onThePreflight, onTheResponse } from './findings-response';

/** The words about each finding, in English. */
export const findings: Readonly<Record<FindingCode, FindingProse>> = {
  ...onTheResponse,
  ...onThePreflight,
  ...ofThePreflight,
  ...ofRedirects,
  ...ofThePage,
  ...ofPolicies,
  ...ofOwnPolicies,
  ...ofElements,
  ...ofTheNetwork,
  ...ofLimits,
  ...ofTheRecord,
};
