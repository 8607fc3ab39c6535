import { type EventReporter, openExceptionNames } from '../event-reporter';
import { readerOf, textOf } from '../members';
import { apply, slice } from '../natives';
import { getterOf, type Patch, watched } from '../patch';

interface Noted {
  readonly value: string | null;
  readonly before: string;
}

/** Observes each assignment of this document's `document.domain`, in the page's world, and its result. */
export function observeDomain(reporter: EventReporter): Patch {
  const ownDocument = document;
  const { toLowerCase } = String.prototype;
  const domain = readerOf(Document.prototype, 'domain');
  const isKeyed = getterOf(window, 'originAgentCluster');
  const nameOf = openExceptionNames();
  const tell = ({ value, before }: Noted, errorName: string | null) => {
    const after = domain(ownDocument) as string;
    const keyed = isKeyed?.();
    reporter.report('document-domain', {
      __proto__: null,
      value,
      before,
      after,
      errorName,
      isOriginKeyed: typeof keyed === 'boolean' ? keyed : null,
    });
  };
  /** Whether a browser could accept a value: it must be a suffix of the current domain. */
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
        if (self !== ownDocument || !reporter.isOn || args.length === 0) return null;
        const noted = { value: textOf(args[0]), before: domain(ownDocument) as string };
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
