import type { KindWords } from '../kind-words';

/** What carries data from one document, worker or server to another: all words about each kind, in English. */
export const messagingKinds = {
  received: {
    label: 'postMessage received',
    short: 'received',
    meaning: 'A message reached a window: seen where it arrives, whoever sent it',
    rules: {
      'message-made-by-page': {
        label: 'Made by the page itself',
        sentence:
          'A script made this event with dispatchEvent(): no postMessage() was behind it, and its origin and source are whatever that script wrote.',
      },
      'message-own-window': {
        label: 'To its own window',
        sentence: 'The window wrote to itself, so nothing crossed an origin.',
      },
      'message-same-origin': {
        label: 'Within one origin',
        sentence: 'Sender and receiver have one origin and reach each other’s documents anyway.',
      },
      'message-receiver-unknown': {
        label: 'Receiver’s origin not known',
        sentence:
          'The origin of the receiving document is not known, and so neither is whether the message crossed one.',
      },
      'message-to-opaque': {
        label: 'Sent with targetOrigin "*"',
        sentence:
          'The receiver’s origin is opaque and cannot be named, so targetOrigin was "*": whatever document is in that window gets the message.',
      },
      'message-from-opaque': {
        label: 'From an opaque origin',
        sentence:
          'event.origin is the word null here, as for every sandboxed frame and every data: document.',
      },
      'message-other-origin': {
        label: 'From another origin',
        sentence:
          'Any window that holds a reference to this one may send to it: no server is asked, and only event.origin says who did.',
      },
    },
    risks: {
      'check-origin': {
        label: 'check event.origin',
        sentence:
          'Each listener has to compare event.origin with the origins that it trusts, whole and with ===, before it uses event.data.',
      },
      'null-origin': {
        label: '"null" names nobody',
        sentence:
          'Accept no message because its origin is null: compare event.source with the window of the frame that is expected.',
      },
      'any-document': {
        label: 'any document gets it',
        sentence:
          'When that frame is navigated, its new document gets the messages too: send it nothing secret, or give it an origin that can be named.',
      },
      'forged-event': {
        label: 'may be forged',
        sentence:
          'Any script in the page can do this: a listener that has to tell such events apart checks event.isTrusted.',
      },
    },
    unseen: {
      'target-origin':
        'The targetOrigin: the event does not carry it, and no extension sees it at run time. Whether "*" was written stands only in the sender’s source.',
      'sender-frame': 'Which frame sent it: event.source is the window of no frame that is watched.',
      'data-not-read':
        'What it said: data was not read when it came. “Read data” keeps that of the messages to come.',
      listeners:
        'Which listeners ran: only scripts in the page’s own world see that, and they were off here or began too late.',
    },
    facts: {
      /** What an event that the page made says of its origin. */
      claimed: 'event.origin says',
      listeners: 'Listeners that ran',
      noListeners: 'None was seen to run.',
      anonymous: 'without a name',
      registeredAt: 'registered at',
      registeredUnseen: 'where it was registered was not looked at',
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
          'A script of this window’s own origin called postMessage() on it; a call from another origin shows only where its message arrives.',
      },
    },
    unseen: {
      arguments:
        'The arguments: a wrapper that reads them would make event.source wrong for every receiver, so calls are only counted.',
      'calling-frame': 'Which frame called: only that it has the origin of this window.',
    },
  },
  'window-name': {
    label: 'window.name',
    short: 'window.name',
    meaning: 'A name was written, or was there when a document began',
    rules: {
      'name-written': {
        label: 'Stays with the window',
        sentence:
          'window.name belongs to the window and not to the document, so what is written now is there for the next document, whatever its origin.',
      },
      'name-given': {
        label: 'There from the start',
        sentence:
          'The document found a name: whoever made the frame or opened the window chose it, or an earlier document left it.',
      },
      'name-replaced': {
        label: 'Not what was left there',
        sentence:
          'The document before in this window left another value, so another window gave this one, or it was written unseen.',
      },
      'name-kept': {
        label: 'Kept within one origin',
        sentence: 'The document before left this value, and this one has the same origin.',
      },
      'name-crossed': {
        label: 'Carried to another origin',
        sentence:
          'A document of another origin left this value in the window, and the document that came after it can read it.',
      },
    },
    risks: {
      'next-document': {
        label: 'the next document reads it',
        sentence:
          'Write nothing secret there: a frame’s name stays whatever is loaded in it, and when a tab that no window opened goes to another origin Firefox clears its name, and Chrome does not.',
      },
      'name-leak': {
        label: 'another origin reads it',
        sentence:
          'If it was secret it has leaked, and whoever uses it now uses what another origin wrote; postMessage() with a named targetOrigin avoids both.',
      },
      'name-from-outside': {
        label: 'untrusted text',
        sentence: 'Others chose this text: use it as input from anybody.',
      },
    },
    unseen: {
      'document-before': 'Which document was there before: none was seen in this window.',
    },
    facts: {
      before: 'Document before',
      beforeSame: 'left this very value',
      beforeOther: 'left another value',
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
          'A script of this document changed its own fragment; the document stays, and hashchange fires.',
      },
      'fragment-by-unseen': {
        label: 'By whom is not visible',
        sentence:
          'Whoever holds a reference to a window may navigate it, across origins too; where only the fragment differs, the document stays and can read it.',
      },
    },
    risks: {
      'fragment-from-outside': {
        label: 'untrusted text',
        sentence:
          'Use the fragment as input from anybody, and put nothing secret there: it stays in the history, and every script of the page can read it.',
      },
    },
    unseen: {
      cause:
        'Who did it: the user, a link, another window, or the document itself where its own world is not looked at or its origin is opaque.',
    },
    facts: {
      oldFragment: 'Fragment before',
      newFragment: 'Fragment now',
      noFragment: 'none',
    },
  },
  jsonp: {
    label: 'JSONP',
    short: 'JSONP',
    meaning: 'A script of another origin called, with data, a function of the page that its URL names',
    rules: {
      'script-called-back': {
        label: 'Data as a script',
        sentence:
          'A page may run scripts of any origin: this one called, while it loaded, the function that its URL names, and gave it data.',
      },
    },
    risks: {
      'runs-as-page': {
        label: 'runs as the page',
        sentence:
          'Whoever runs that server can do here what the page can: fetch the data with CORS instead, which one response header allows.',
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
    meaning: 'Messages went through a WebSocket: how many and how large, never what they say',
    rules: {
      'socket-same-origin': {
        label: 'To its own server',
        sentence: 'Page and server have one host, port and security, so nothing crossed an origin.',
      },
      'socket-other-origin': {
        label: 'CORS does not apply',
        sentence:
          'A WebSocket may be opened to any server: the handshake carries Origin, no CORS header of the answer counts, and what comes is readable.',
      },
    },
    risks: {
      'handshake-origin': {
        label: 'server checks Origin',
        sentence:
          'The server has to compare the Origin header of the handshake with the origins that it trusts, or every page on the web can connect with the user’s cookies.',
      },
    },
    facts: {
      handshake: 'Handshake',
      handshakeStatus: (status: number) => `answered with ${status}`,
      handshakeFailed: 'failed; the page is told no reason',
      handshakeUnknown: 'not among the requests that were recorded',
    },
  },
  'message-port': {
    label: 'MessagePort',
    short: 'port',
    meaning: 'Messages went through a MessagePort, whose two ends may be of any origins',
    rules: {
      'port-from-other-origin': {
        label: 'Port from another origin',
        sentence:
          'A message of another origin brought this port; whoever holds the other end now may send, and is asked for no origin.',
      },
      'port-same-origin': {
        label: 'Port within one origin',
        sentence: 'A message of this document’s own origin brought this port.',
      },
      'port-made-here': {
        label: 'Port given away',
        sentence:
          'The other end of this port is not used in this document: it was handed to another one or to a worker.',
      },
    },
    risks: {
      'port-has-no-origin': {
        label: 'check whoever hands it over',
        sentence:
          'Messages through a port carry no origin: check event.origin of the message that brings the port, once, before using it.',
      },
    },
    unseen: {
      'other-end': 'The other end: nothing tells which document or worker holds it now.',
    },
  },
  'broadcast-channel': {
    label: 'BroadcastChannel',
    short: 'broadcast',
    meaning: 'Messages went through a BroadcastChannel, which ends at the origin’s own documents and workers',
    rules: {
      'broadcast-same-origin': {
        label: 'All of one origin hear it',
        sentence:
          'A broadcast reaches every document and worker of this origin that has a channel of that name, and no other origin.',
      },
    },
  },
  'worker-message': {
    label: 'Worker message',
    short: 'worker',
    meaning: 'Messages went to or came from a worker of the document',
    rules: {
      'worker-of-this-origin': {
        label: 'Its own worker',
        sentence: 'A worker has the origin of the page that makes it, so nothing crossed an origin.',
      },
    },
    unseen: {
      'inside-worker': 'What the worker does with it: no extension runs inside workers.',
    },
  },
} satisfies Readonly<Record<string, KindWords>>;
