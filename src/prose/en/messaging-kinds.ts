import type { KindWords } from '../kind-words';

/** What carries data from one document, worker or server to another: all words about each kind, in English. */
export const messagingKinds = {
  received: {
    label: 'postMessage received',
    short: 'received',
    meaning: 'A message reached a window; it is recorded where it arrives',
    rules: {
      'message-made-by-page': {
        label: 'Created by the page itself',
        sentence:
          'A script created this event with dispatchEvent(), without postMessage(), and set its origin and source freely.',
      },
      'message-own-window': {
        label: 'To its own window',
        sentence: 'The window sent the message to itself, so it did not cross an origin boundary.',
      },
      'message-same-origin': {
        label: 'Same origin',
        sentence: 'Sender and receiver have the same origin and can access each other’s documents anyway.',
      },
      'message-receiver-unknown': {
        label: 'Unknown receiver origin',
        sentence:
          'The origin of the receiving document is unknown, so it is also unknown whether the message crossed an origin boundary.',
      },
      'message-to-opaque': {
        label: 'Sent with targetOrigin "*"',
        sentence:
          'The receiver’s opaque origin cannot be named, so targetOrigin was "*": any document in that window receives the message.',
      },
      'message-from-opaque': {
        label: 'From an opaque origin',
        sentence: 'event.origin is the string null, as for every sandboxed frame and every data: document.',
      },
      'message-other-origin': {
        label: 'From another origin',
        sentence:
          'Any window that holds a reference to this one can send to it: no server is involved, and only event.origin identifies the sender.',
      },
    },
    risks: {
      'check-origin': {
        label: 'check event.origin',
        sentence:
          'Before it uses event.data, each listener must compare the full event.origin with its trusted origins, using ===.',
      },
      'null-origin': {
        label: '"null" identifies no sender',
        sentence:
          'Do not accept a message because its origin is null: compare event.source with the window of the expected frame.',
      },
      'any-document': {
        label: 'any document receives it',
        sentence:
          'If that frame navigates, its new document receives the messages too: send no secrets, or give it an origin that can be named.',
      },
      'forged-event': {
        label: 'may be forged',
        sentence:
          'Any script in the page can do this: a listener that must reject such events has to check event.isTrusted.',
      },
    },
    unseen: {
      'target-origin':
        'The targetOrigin: the event does not contain it, and extensions cannot see it at run time. Only the sender’s source shows whether it is "*".',
      'sender-frame': 'Which frame sent it: event.source is not the window of an observed frame.',
      'data-not-read':
        'Its content: data was not read when it arrived. “Read data” keeps the content of later messages.',
      listeners:
        'Which listeners ran: only scripts in the page’s own world see that, and they were off or started too late.',
    },
    facts: {
      /** What an event that the page made says of its origin. */
      claimed: 'event.origin',
      listeners: 'Listeners that ran',
      noListeners: 'No listener was seen to run.',
      anonymous: 'anonymous',
      registeredAt: 'registered at',
      registeredUnseen: 'the place of registration was not recorded',
    },
  },
  sent: {
    label: 'postMessage called',
    short: 'called',
    meaning: 'A script called postMessage() on a window of its own origin',
    rules: {
      'message-sent': {
        label: 'Called by its own origin',
        sentence:
          'A script of this window’s own origin called postMessage() on it; calls from other origins are only visible where the message arrives.',
      },
    },
    unseen: {
      arguments:
        'The arguments: a wrapper that reads them would make event.source wrong for all receivers, so calls are only counted.',
      'calling-frame': 'Which frame called: only its origin is known, which is the origin of this window.',
    },
  },
  'window-name': {
    label: 'window.name',
    short: 'window.name',
    meaning: 'A script wrote window.name, or a document started with one',
    rules: {
      'name-written': {
        label: 'Stays with the window',
        sentence:
          'window.name belongs to the window, not to the document, so the next document can read this value, whatever its origin.',
      },
      'name-given': {
        label: 'Present from the start',
        sentence:
          'The document started with a name: the creator of the frame, the opener of the window or an earlier document set it.',
      },
      'name-replaced': {
        label: 'Changed between documents',
        sentence:
          'The previous document in this window left a different value, so another window set this one, or the write was not observed.',
      },
      'name-kept': {
        label: 'Kept within one origin',
        sentence: 'The previous document left this value, and the current one has the same origin.',
      },
      'name-crossed': {
        label: 'Carried to another origin',
        sentence: 'A document of another origin left this value, and the next document can read it.',
      },
    },
    risks: {
      'next-document': {
        label: 'the next document reads it',
        sentence:
          'Do not store secrets there: a frame keeps its name whatever it loads; if a tab without an opener goes to another origin, Firefox clears the name and Chrome keeps it.',
      },
      'name-leak': {
        label: 'another origin reads it',
        sentence:
          'Any secret in it has leaked, and code that uses it now uses a value from another origin; postMessage() with a specific targetOrigin avoids both.',
      },
      'name-from-outside': {
        label: 'untrusted text',
        sentence: 'Another party chose this text: treat it as untrusted input.',
      },
    },
    unseen: {
      'document-before': 'The previous document: none was observed in this window.',
    },
    facts: {
      before: 'Previous document',
      beforeSame: 'left the same value',
      beforeOther: 'left a different value',
    },
  },
  'location-hash': {
    label: 'location.hash',
    short: 'hash',
    meaning: 'The fragment of a document’s URL changed',
    rules: {
      'fragment-own': {
        label: 'By this document',
        sentence:
          'A script of this document changed its own fragment; the document stays loaded, and hashchange fires.',
      },
      'fragment-by-unseen': {
        label: 'Unknown writer',
        sentence:
          'Any window that holds a reference can navigate this one, across origins too; if only the fragment changes, the document stays loaded and can read it.',
      },
    },
    risks: {
      'fragment-from-outside': {
        label: 'untrusted text',
        sentence:
          'Treat the fragment as untrusted input and put no secrets in it: it stays in the history, and every script of the page can read it.',
      },
    },
    unseen: {
      cause:
        'The writer: the user, a link, another window, or the document itself if its own world is not observed or its origin is opaque.',
    },
    facts: {
      oldFragment: 'Previous fragment',
      newFragment: 'New fragment',
      noFragment: 'none',
    },
  },
  jsonp: {
    label: 'JSONP',
    short: 'JSONP',
    meaning: 'A cross-origin script called a function of the page, named in the script’s URL, with data',
    rules: {
      'script-called-back': {
        label: 'Data as a script',
        sentence:
          'A page can run scripts of any origin: while loading, this one called the function named in its URL and passed data to it.',
      },
    },
    risks: {
      'runs-as-page': {
        label: 'runs as the page',
        sentence:
          'That server can do everything that the page can: fetch the data with CORS instead, which takes one response header.',
      },
    },
    facts: {
      script: 'Script',
      calledBack: 'Called with data',
    },
  },
  websocket: {
    label: 'WebSocket',
    short: 'WebSocket',
    meaning: 'Messages passed through a WebSocket; their number and size are recorded, never their content',
    rules: {
      'socket-same-origin': {
        label: 'To its own server',
        sentence:
          'Page and server have the same host, port and security, so nothing crossed an origin boundary.',
      },
      'socket-other-origin': {
        label: 'CORS does not apply',
        sentence:
          'A WebSocket can connect to any server: the handshake carries Origin, CORS headers in the response are ignored, and all messages are readable.',
      },
    },
    risks: {
      'handshake-origin': {
        label: 'server checks Origin',
        sentence:
          'The server must compare the handshake’s Origin header with its trusted origins; otherwise any page can connect with the user’s cookies.',
      },
    },
    facts: {
      handshake: 'Handshake',
      handshakeStatus: (status: number) => `status ${status}`,
      handshakeFailed: 'failed; the page gets no reason',
      handshakeUnknown: 'not among the recorded requests',
    },
  },
  'message-port': {
    label: 'MessagePort',
    short: 'port',
    meaning: 'Messages passed through a MessagePort, whose two ends can have any origins',
    rules: {
      'port-from-other-origin': {
        label: 'Port from another origin',
        sentence:
          'A message from another origin brought this port; the current holder of the other end can send without any origin check.',
      },
      'port-same-origin': {
        label: 'Port within one origin',
        sentence: 'A message from this document’s own origin brought it.',
      },
      'port-made-here': {
        label: 'Port transferred',
        sentence:
          'The other end of this port is not used in this document: it was transferred to another document or to a worker.',
      },
    },
    risks: {
      'port-has-no-origin': {
        label: 'check who transfers it',
        sentence:
          'Messages through a port carry no origin: check event.origin once, on the message that brings the port, before you use it.',
      },
    },
    unseen: {
      'other-end': 'The other end: it is unknown which document or worker holds it now.',
    },
  },
  'broadcast-channel': {
    label: 'BroadcastChannel',
    short: 'broadcast',
    meaning:
      'Messages passed through a BroadcastChannel, which reaches only documents and workers of the same origin',
    rules: {
      'broadcast-same-origin': {
        label: 'Reaches its own origin only',
        sentence:
          'A broadcast reaches every document and worker of this origin with a channel of the same name, and no other origin.',
      },
    },
  },
  'worker-message': {
    label: 'Worker message',
    short: 'worker',
    meaning: 'Messages passed between the document and one of its workers',
    rules: {
      'worker-of-this-origin': {
        label: 'Its own worker',
        sentence:
          'A worker has the origin of the page that creates it, so nothing crossed an origin boundary.',
      },
      'worker-of-opaque-origin': {
        label: 'Worker with an opaque origin',
        sentence:
          'A worker from a data: URL has an opaque origin, so its requests carry Origin: null; one from a blob: URL has the origin of the page.',
      },
    },
    unseen: {
      'inside-worker': 'What the worker does with it: extensions cannot run inside workers.',
    },
  },
} satisfies Readonly<Record<string, KindWords>>;
