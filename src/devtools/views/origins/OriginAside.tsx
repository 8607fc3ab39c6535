import type { ComponentChildren } from 'preact';
import type { Sites } from '../../../channels/pair-rules';
import type { SerializedOrigin } from '../../../engine';
import type { OriginsProse } from '../../../prose/origins';
import type { Between } from '../../../recording/requests/origins';
import type { OriginDetail, Tested } from '../../store/store';
import { Fact } from '../ui/Fact';
import { Section } from '../ui/Section';
import { ToolButton } from '../ui/ToolButton';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';
import { Counts } from './Counts';
import type { OriginRow } from './origin-rows';
import { PairDetail } from './PairDetail';
import { Tester } from './Tester';
import '../detail/detail.css';

interface OriginAsideProps {
  detail: NonNullable<OriginDetail>;
  /** The selected row; null if the recording no longer has it. */
  row: OriginRow | null;
  page: SerializedOrigin | null;
  from: SerializedOrigin | null;
  tested: Tested;
  sites: Sites;
  prose: OriginsProse;
  words: Words;
  onTested(tested: Tested): void;
  onShow(between: Between): void;
  onClose(): void;
  /** Draws the fix of the origin's server. */
  fix(origin: SerializedOrigin): ComponentChildren;
}

/** Draws the detail of one origin, or the URL tester. */
export function OriginAside(props: OriginAsideProps) {
  const { detail, row, page, from, tested, sites, prose, words, onTested, onShow, onClose, fix } = props;
  const isTester = detail.of === 'tester';
  return (
    <aside
      class="detail origin-aside"
      aria-label={isTester ? prose.tester.title : prose.detail.label}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div class="detail-head">
        <span class="detail-request">
          {isTester ? (
            <b>{prose.tester.title}</b>
          ) : (
            <code>
              <Visible text={`${from ?? ''} → ${detail.origin}`} />
            </code>
          )}
        </span>
        <ToolButton icon="close" label={prose.detail.close} onPress={onClose} />
      </div>
      <div class="detail-body" key={isTester ? '' : detail.origin}>
        {isTester ? (
          <Tester page={page} tested={tested} sites={sites} prose={prose} onTested={onTested} />
        ) : (
          row &&
          from !== null && (
            <PairDetail key={row.origin} pair={row.pair} prose={prose}>
              {row.addresses.length > 0 && (
                <dl class="facts">
                  <Fact name={prose.table.address}>
                    <code>
                      <Visible text={row.addresses.join(', ')} />
                    </code>
                    {row.sameAddress.length > 0 && (
                      <p>
                        <Visible text={prose.table.sameAddressAs(row.sameAddress)} />
                      </p>
                    )}
                  </Fact>
                </dl>
              )}
              <Section title={prose.detail.recorded}>
                <Counts
                  counts={row.counts}
                  from={from}
                  to={row.origin}
                  prose={prose}
                  words={words}
                  onShow={onShow}
                />
              </Section>
              {fix(row.origin)}
            </PairDetail>
          )
        )}
      </div>
    </aside>
  );
}
