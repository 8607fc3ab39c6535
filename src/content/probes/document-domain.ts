import { readerOf, textOf } from '../members';
import { apply, slice } from '../natives';
import { getterOf, type Patch, watched } from '../patch';
import { openExceptionNames, type Saying } from '../saying';

interface Noted {
  readonly value: string | null;
  readonly before: string;
}

/** Sees each assignment of this document's `document.domain`, in the page's world, and what became of it. */
export function observeDomain(saying: Saying): Patch {
  const own = document;
  const { toLowerCase } = String.prototype;
  const domain = readerOf(Document.prototype, 'domain');
  const isKeyed = getterOf(window, 'originAgentCluster');
  const nameOf = openExceptionNames();
  const tell = ({ value, before }: Noted, errorName: string | null) => {
    const after = domain(own) as string;
    const keyed = isKeyed?.();
    saying.tell('document-domain', {
      __proto__: null,
      value,
      before,
      after,
      errorName,
      isOriginKeyed: typeof keyed === 'boolean' ? keyed : null,
    });
  };
  /** Whether a browser could accept it: only the end of the present one may be. */
  const isPossible = ({ value, before }: Noted) => {
    if (value === null) return true;
    const end: string = apply(slice, before, [-value.length - 1]);
    const lower: string = apply(toLowerCase, value, []);
    return lower === before || end === `.${lower}`;
  };
  return watched<Noted>(
    Document.prototype,
    'domain',
    {
      before(self, args) {
        if (self !== own || !saying.isOn || args.length === 0) return null;
        const noted = { value: textOf(args[0]), before: domain(own) as string };
        if (isPossible(noted)) return noted;
        tell(noted, 'SecurityError');
        return null;
      },
      returned: (noted) => tell(noted, null),
      threw(noted, error) {
        const name = nameOf(error);
        if (name !== null) tell(noted, name);
      },
    },
    'set',
  );
}
