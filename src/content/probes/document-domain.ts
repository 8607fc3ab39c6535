import { readerOf, textOf } from '../members';
import { getterOf, type Patch, watched } from '../patch';
import { openExceptionNames, type Saying } from '../saying';

interface Noted {
  readonly value: string | null;
  readonly before: string;
}

/** Sees each assignment of this document's `document.domain`, in the page's world, and what became of it. */
export function observeDomain(saying: Saying): Patch {
  const own = document;
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
  return watched<Noted>(
    Document.prototype,
    'domain',
    {
      before: (self, args) =>
        self === own && saying.isOn && args.length > 0
          ? { value: textOf(args[0]), before: domain(own) as string }
          : null,
      returned: (noted) => tell(noted, null),
      threw(noted, error) {
        const name = nameOf(error);
        if (name !== null) tell(noted, name);
      },
    },
    'set',
  );
}
