import { readerOf } from '../members';
import { apply, slice } from '../natives';
import { getterOf, type Patch, watched } from '../patch';
import { openExceptionNames, type Saying } from '../saying';

type What = 'cookie' | 'local-storage' | 'session-storage' | 'indexed-db' | 'storage-access';

const maxName = 200;
const maxAttributes = 1_000;

/**
 * Sees in the page's world what cookies a script writes, never their values, where storage is refused, that a frame
 * uses it, and who asks for access to it. No promise of the page's is looked at.
 */
export function observeStorage(saying: Saying): readonly Patch[] {
  const own = document;
  const isFramed = window.top !== window;
  const { indexOf } = String.prototype;
  const nameOf = openExceptionNames();
  const used: Record<string, boolean> = Object.create(null);
  const ancestors = getterOf(location, 'ancestorOrigins');
  const countOf = 'DOMStringList' in window ? readerOf(DOMStringList.prototype, 'length') : () => 0;

  const topOrigin = (): string | null => {
    const origins = ancestors?.() as DOMStringList | undefined;
    const top = origins?.[(countOf(origins) as number) - 1];
    return typeof top === 'string' ? top : null;
  };
  const tell = (what: What, outcome: string, name = '') =>
    saying.tell('storage', {
      __proto__: null,
      what,
      outcome,
      name,
      path: location.pathname,
      isFramed,
      top: isFramed ? topOrigin() : null,
    });
  /** A cookie without its value. */
  const bare = (text: string): string => {
    const at = (what: string) => apply(indexOf, text, [what]);
    const equals = at('=');
    const end = at(';');
    const attributes = end === -1 ? '' : apply(slice, text, [end, end + maxAttributes]);
    const isNamed = equals !== -1 && (end === -1 || equals < end);
    return `${isNamed ? apply(slice, text, [0, equals < maxName ? equals : maxName]) : ''}=${attributes}`;
  };

  const store = (name: 'localStorage' | 'sessionStorage', what: What) =>
    watched<true>(
      window,
      name,
      {
        before: () => (saying.isOn ? true : null),
        returned() {
          if (!isFramed || used[what]) return;
          used[what] = true;
          tell(what, 'used');
        },
        threw(_, error) {
          if (nameOf(error) === 'SecurityError') tell(what, 'refused');
        },
      },
      'get',
    );
  const asks = (name: string) =>
    watched<true>(Document.prototype, name, {
      before(self) {
        if (self === own && saying.isOn) tell('storage-access', 'asked', name);
        return null;
      },
    });
  return [
    watched<string>(
      Document.prototype,
      'cookie',
      {
        before: (self, args) =>
          self === own && saying.isOn && typeof args[0] === 'string' ? bare(args[0]) : null,
        returned: (cookie) => tell('cookie', 'written', cookie),
        threw(_, error) {
          if (nameOf(error) === 'SecurityError') tell('cookie', 'refused');
        },
      },
      'set',
    ),
    store('localStorage', 'local-storage'),
    store('sessionStorage', 'session-storage'),
    watched<true>(IDBFactory.prototype, 'open', {
      before: () => (saying.isOn ? true : null),
      threw(_, error) {
        if (nameOf(error) === 'SecurityError') tell('indexed-db', 'refused');
      },
    }),
    asks('requestStorageAccess'),
    asks('hasStorageAccess'),
  ];
}
