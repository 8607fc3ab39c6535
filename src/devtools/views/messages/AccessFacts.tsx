import { readImage } from '../../../channels/canvas';
import { sameOriginDomain } from '../../../channels/document-domain';
import { own } from '../../../channels/reading';
import type { CanvasRefused, DomAccess, DomainAssigned } from '../../../protocol/page-events';
import { Fact } from '../ui/Fact';
import { Value } from '../ui/Value';
import type { EventFactsProps } from './TrafficFacts';
import { partyLabel } from './who';

/** An assignment of `document.domain`: what was, what is, and whom it opens the document to. */
export function DomainFacts({ event, panel, prose, words }: EventFactsProps<DomainAssigned>) {
  const { detail } = prose;
  const others = sameOriginDomain(event, panel.pageEvents.value);
  return (
    <dl class="facts">
      <Fact name={detail.value}>
        <Value text={event.value ?? '?'} words={words} />
      </Fact>
      <Fact name={detail.domainBefore}>
        <Value text={event.before} words={words} />
      </Fact>
      <Fact name={detail.domainAfter}>
        <Value text={event.after} words={words} />
      </Fact>
      {event.errorName !== null && (
        <Fact name={detail.threw}>
          <Value text={event.errorName} words={words} />
        </Fact>
      )}
      <Fact name={detail.originKeyed}>{detail.yesNo(event.isOriginKeyed)}</Fact>
      <Fact name={detail.sameOriginDomain}>
        {others.length === 0 ? (
          detail.noSameOriginDomain
        ) : (
          <>
            {others.map((other) => (
              <p key={other.id}>
                {partyLabel(own(other), prose)}{' '}
                {other.frame.origin !== null && <Value text={other.frame.origin} words={words} />}
              </p>
            ))}
            <p class="quiet">{detail.domainOpens}</p>
          </>
        )}
      </Fact>
    </dl>
  );
}

/** An access to another origin's document or window. */
export function AccessFacts({ event, prose, words }: EventFactsProps<DomAccess>) {
  const { detail } = prose;
  return (
    <dl class="facts">
      {event.url !== '' && (
        <Fact name={detail.frameSource}>
          <Value text={event.url} words={words} />
        </Fact>
      )}
      {event.property !== null && (
        <Fact name={detail.property}>
          <Value text={event.property} words={words} />
        </Fact>
      )}
    </dl>
  );
}

/** A canvas that may not be read: what was drawn there, and what each picture lacks. */
export function CanvasFacts({ event, panel, prose, words }: EventFactsProps<CanvasRefused>) {
  const { detail } = prose;
  const exchanges = panel.entries.value.map(({ facts }) => facts);
  return (
    <dl class="facts">
      <Fact name={detail.method}>
        <Value text={`${event.method}()`} words={words} />
      </Fact>
      {event.images.map((image) => {
        const { lacks, isTrap } = readImage(image, event, exchanges);
        return (
          <Fact key={`${image.crossOrigin} ${image.url}`} name={detail.images}>
            <Value text={image.url} words={words} />
            <p>{detail.lacks[lacks]}</p>
            {isTrap && <p class="quiet">{detail.trap}</p>}
          </Fact>
        );
      })}
    </dl>
  );
}
