import { useEffect, useMemo } from 'preact/hooks';
import { classicPairs } from '../../../channels/classic-pairs';
import { pairOf, type Sites } from '../../../channels/pair-rules';
import { parseTypedUrl } from '../../../channels/typed-url';
import type { SerializedOrigin } from '../../../engine';
import type { OriginsProse } from '../../../prose/origins';
import type { Tested } from '../../store/store';
import { Icon } from '../ui/Icon';
import { Section } from '../ui/Section';
import { PairDetail } from './PairDetail';
import { UrlField } from './UrlField';

interface TesterProps {
  page: SerializedOrigin | null;
  tested: Tested;
  sites: Sites;
  prose: OriginsProse;
  onTested(tested: Tested): void;
}

/** Draws the URL tester, which compares any two URLs and offers classic pairs as examples. */
export function Tester({ page, tested, sites, prose, onTested }: TesterProps) {
  const { tester } = prose;
  const typedPage = useMemo(() => parseTypedUrl(tested.page, 'page'), [tested.page]);
  const typedOther = useMemo(() => parseTypedUrl(tested.other, 'other'), [tested.other]);
  const pageOrigin = typedPage.kind === 'origin' ? typedPage.origin : null;
  const otherOrigin = typedOther.kind === 'origin' ? typedOther.origin : null;
  const pair = useMemo(
    () => (pageOrigin === null || otherOrigin === null ? null : pairOf(pageOrigin, otherOrigin, sites)),
    [pageOrigin, otherOrigin, sites],
  );

  useEffect(() => {
    const isUntouched = tested.page === '' && tested.other === '';
    if (isUntouched && page !== null && page !== 'null') onTested({ page, other: '' });
    // Only on mount, so that fields the user has cleared stay empty.
  }, []);

  return (
    <>
      <div class="tester">
        <UrlField
          label={tester.page}
          value={tested.page}
          typed={typedPage}
          prose={prose}
          onValue={(text) => onTested({ ...tested, page: text })}
        />
        <UrlField
          label={tester.other}
          value={tested.other}
          typed={typedOther}
          hasFocus
          prose={prose}
          onValue={(text) => onTested({ ...tested, other: text })}
        />
        <div class="tester-tools">
          <button
            type="button"
            class="button"
            onClick={() => onTested({ page: tested.other, other: tested.page })}
          >
            <Icon name="tester" />
            {tester.swap}
          </button>
          <p class="quiet">{tester.hint}</p>
        </div>
      </div>
      <Section title={tester.examples}>
        <ul class="examples">
          {classicPairs.map(({ name, page, other }) => (
            <li key={name}>
              <button
                type="button"
                class="example"
                aria-pressed={tested.page === page && tested.other === other}
                onClick={() => onTested({ page, other })}
              >
                <span>{tester.classic[name]}</span>
                <code>{page}</code>
                <code>{other}</code>
              </button>
            </li>
          ))}
        </ul>
      </Section>
      {pair && <PairDetail pair={pair} prose={prose} />}
    </>
  );
}
