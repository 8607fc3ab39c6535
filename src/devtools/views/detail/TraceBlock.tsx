import { type LocatedTrace, sectionUrl } from '../../../engine';
import { Icon } from '../ui/Icon';
import { Link } from '../ui/Link';
import type { Words } from '../words';
import { Evidence } from './Evidence';
import { Step } from './Step';

interface TraceBlockProps {
  located: LocatedTrace;
  hasSeveralHops: boolean;
  isOpen: boolean;
  words: Words;
  onOpenUrl(url: string): void;
}

/** Draws the trace of one algorithm: the steps it passed over, and the step at which it returned. */
export function TraceBlock({ located, hasSeveralHops, isOpen, words, onOpenUrl }: TraceBlockProps) {
  const { hop, on, trace } = located;
  const { ui, prose } = words;
  const { section, result, step, finding, passedOver, failsToo, evidence } = trace;
  const place = ui.detail.place(on === 'preflight' ? 'preflight-response' : on);
  const texts = prose.steps[section];
  const isFailing = finding !== null;
  // The algorithms return `unknown` if the headers do not decide.
  const isOpenQuestion = result === 'unknown';
  const numbers = [...new Set(passedOver)].filter((number) => number !== step);
  const next = [...new Set(failsToo.map((failed) => failed.step))].filter((number) => number !== step);
  const name = prose.sections[section];
  return (
    <details class={`trace ${isFailing ? 'is-failing' : isOpenQuestion ? 'is-unknown' : ''}`} open={isOpen}>
      <summary>
        <Icon name={isFailing ? 'blocked' : isOpenQuestion ? 'unknown' : 'allowed'} />
        <h4>{name}</h4>
        <span class="quiet">
          {place}
          {hasSeveralHops && ` · ${ui.detail.hop(hop + 1)}`}
        </span>
        <span class="result">→ {result}</span>
        <Link url={sectionUrl(section)} title={`${name}, ${ui.detail.standard}`} onOpen={onOpenUrl}>
          <span>{ui.detail.standard}</span>
          <Icon name="external" />
        </Link>
      </summary>
      <ol class="steps">
        {numbers.map((number) => (
          <Step key={number} number={number} text={texts?.[number]} is="passed-over" words={words} />
        ))}
        <Step
          number={step}
          text={texts?.[step]}
          is={isFailing ? 'failed' : 'returned'}
          result={result}
          words={words}
        />
        {next.map((number) => (
          <Step key={number} number={number} text={texts?.[number]} is="fails-too" words={words} />
        ))}
      </ol>
      <Evidence evidence={evidence} words={words} />
    </details>
  );
}
