import * as v from 'valibot';
import {
  canvasDerived,
  channelDerived,
  domainDerived,
  openerDerived,
  socketDerived,
  storageDerived,
} from '../../channels/schema/derived';
import { described } from '../../protocol/bounded-schemas';
import { canvasRefused } from '../../protocol/page-events/canvas-read';
import { channelTraffic } from '../../protocol/page-events/channel';
import { domainAssigned } from '../../protocol/page-events/document-domain';
import { domAccess } from '../../protocol/page-events/dom-access';
import { scriptLoaded } from '../../protocol/page-events/jsonp';
import { fragmentChanged } from '../../protocol/page-events/location-hash';
import { openedDocument } from '../../protocol/page-events/opener';
import { keptListener, messageReceived, messageSent } from '../../protocol/page-events/post-message';
import { storageUse } from '../../protocol/page-events/storage';
import { socketTraffic } from '../../protocol/page-events/websocket';
import { windowName } from '../../protocol/page-events/window-name';
import { reportPolicyViolation, reportServerProxy } from './crossings-in-requests';
import { reportReading } from './reading';

/** Returns a schema with the description of another schema. */
function describedAs<const Schema extends v.GenericSchema>(other: v.GenericSchema, schema: Schema) {
  return described(schema, v.getDescription(other) ?? '');
}

type Facts = v.GenericSchema & { readonly entries: v.ObjectEntries };

/** Returns the schema of one kind of page event: its facts, their reading, and what the recording adds. */
function reported<const Schema extends Facts, const Derived extends v.GenericSchema>(
  facts: Schema,
  derived: Derived,
) {
  const entries: Schema['entries'] = facts.entries;
  const addition = described(
    derived,
    'What the rest of the recording shows about it; null if there is nothing to add.',
  );
  return describedAs(facts, v.object({ ...entries, reading: reportReading, derived: addition }));
}

const { listeners, ...messageEntries } = messageReceived.entries;
const keptMessage = describedAs(
  messageReceived,
  v.object({ ...messageEntries, listeners: describedAs(listeners, v.nullable(v.array(keptListener))) }),
);

/** The schema of each kind of page event. */
export const pageEventSchemas = {
  reportMessageReceived: reported(keptMessage, v.null()),
  reportMessageSent: reported(messageSent, v.null()),
  reportWindowName: reported(windowName, v.null()),
  reportFragmentChanged: reported(fragmentChanged, v.null()),
  reportScriptLoaded: reported(scriptLoaded, v.null()),
  reportSocketTraffic: reported(socketTraffic, socketDerived),
  reportChannelTraffic: reported(channelTraffic, channelDerived),
  reportDomainAssigned: reported(domainAssigned, domainDerived),
  reportDomAccess: reported(domAccess, v.null()),
  reportCanvasRefused: reported(canvasRefused, canvasDerived),
  reportStorageUse: reported(storageUse, storageDerived),
  reportOpenedDocument: reported(openedDocument, openerDerived),
  reportPolicyViolation,
  reportServerProxy,
};

/** The schema of `PageEvent`. */
export const pageEvent = described(
  v.union(Object.values(pageEventSchemas)),
  'Something that crossed an origin boundary inside the page, or could have.',
);
