import { type EventReporter, openExceptionNames } from '../event-reporter';
import { readerOf } from '../members';
import { apply, slice } from '../natives';
import { getterOf, type Patch, watched } from '../patch';

type What = 'cookie' | 'local-storage' | 'session-storage' | 'indexed-db' | 'storage-access';

const maxName = 200;
const maxAttributes = 1_000;

/**
 * Observes storage in the page's world: the cookies that a script writes, without their values, refused
 * access, use in a frame, and requests for storage access. Promises of the page are not observed.
 */
export function observeStorage(reporter: EventReporter): readonly Patch[] {
  const ownDocument = document;
  const isFramed = window.top !== window;
  const { indexOf } = String.prototype;
  const nameOf = openExceptionNames();
  const cookies = readerOf(Document.prototype, 'cookie');
  const isOpaque = location.origin === 'null' || self.origin === 'null';
  const used: Record<string, boolean> = Object.create(null);
  const ancestors = getterOf(location, 'ancestorOrigins');
  const countOf = 'DOMStringList' in window ? readerOf(DOMStringList.prototype, 'length') : () => 0;

  const topOrigin = (): string | null => {
    const origins = ancestors?.() as DOMStringList | undefined;
    const top = origins?.[(countOf(origins) as number) - 1];
    return typeof top === 'string' ? top : null;
  };
  const tell = (what: What, outcome: string, name = '') =>
    reporter.report('storage', {
      __proto__: null,
      what,
      outcome,
      name,
      path: location.pathname,
      isFramed,
      top: isFramed ? topOrigin() : null,
    });
  /** Returns a cookie string without its value. */
  const bare = (text: string): string => {
    const at = (what: string) => apply(indexOf, text, [what]);
    const equals = at('=');
    const end = at(';');
    const attributes = end === -1 ? '' : apply(slice, text, [end, end + maxAttributes]);
    const isNamed = equals !== -1 && (end === -1 || equals < end);
    return `${isNamed ? apply(slice, text, [0, equals < maxName ? equals : maxName]) : ''}=${attributes}`;
  };

  /** Whether a getter throws a SecurityError. It is tried in advance, since reading changes nothing. */
  const isRefused = (get: () => unknown) => {
    try {
      get();
      return false;
    } catch (error) {
      return nameOf(error) === 'SecurityError';
    }
  };
  const store = (name: 'localStorage' | 'sessionStorage', what: What) => {
    const get = getterOf(window, name) ?? (() => {});
    return watched<never>(
      window,
      name,
      {
        before() {
          if (!reporter.isOn || used[what]) return null;
          const isRefusal = isRefused(get);
          used[what] = !isRefusal;
          if (isRefusal) tell(what, 'refused');
          else if (isFramed) tell(what, 'used');
          return null;
        },
      },
      'get',
    );
  };
  const asks = (name: string) =>
    watched<true>(Document.prototype, name, {
      before(self) {
        if (self === ownDocument && reporter.isOn) tell('storage-access', 'asked', name);
        return null;
      },
    });
  return [
    watched<never>(
      Document.prototype,
      'cookie',
      {
        before(self, args) {
          if (self !== ownDocument || !reporter.isOn || typeof args[0] !== 'string') return null;
          if (isRefused(() => cookies(ownDocument))) tell('cookie', 'refused');
          else tell('cookie', 'written', bare(args[0]));
          return null;
        },
      },
      'set',
    ),
    store('localStorage', 'local-storage'),
    store('sessionStorage', 'session-storage'),
    watched<true>(IDBFactory.prototype, 'open', {
      before(_, args) {
        if (!reporter.isOn || args.length === 0) return null;
        if (isOpaque) tell('indexed-db', 'refused');
        return isOpaque ? null : true;
      },
      threw(_, error) {
        if (nameOf(error) === 'SecurityError') tell('indexed-db', 'refused');
      },
    }),
    asks('requestStorageAccess'),
    asks('hasStorageAccess'),
  ];
}
