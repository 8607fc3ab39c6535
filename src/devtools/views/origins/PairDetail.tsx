import type { ComponentChildren } from 'preact';
import type { Pair } from '../../../channels/pair-rules';
import { waysAcross } from '../../../channels/ways-across';
import type { OriginsProse } from '../../../prose/origins';
import { Section } from '../ui/Section';
import { Visible } from '../ui/Visible';
import { Comparison } from './Comparison';
import { VerdictMark } from './VerdictMark';
import { WayItem } from './WayItem';

interface PairDetailProps {
  pair: Pair;
  prose: OriginsProse;
  /** The recorded data of the pair, if there is any. */
  children?: ComponentChildren;
}

/** Draws the rules between two origins and the ways across. */
export function PairDetail({ pair, prose, children }: PairDetailProps) {
  const { detail, rules, reasons, relations, wayReasons } = prose;
  const found = waysAcross(pair);
  const isSameOrigin = pair.relation === 'same-origin';
  return (
    <>
      <h2 class="headline">
        <span>
          <Visible text={relations[pair.relation].sentence(pair)} />
        </span>
      </h2>
      <Comparison pair={pair} prose={prose} />
      {children}
      <Section title={detail.rules}>
        <ul class="pair-rules">
          {pair.rules.map(({ rule, verdict, reason }) => (
            <li key={rule}>
              <h4 title={rules[rule].meaning}>{rules[rule].name}</h4>
              <VerdictMark verdict={verdict} prose={prose} />
              <p>
                <Visible text={reasons[reason](pair)} />
              </p>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={detail.ways}>
        {isSameOrigin ? (
          <p>{wayReasons['same-origin'](pair)}</p>
        ) : (
          <div class="ways">
            {found.map((way) => (
              <WayItem key={way.way} found={way} pair={pair} prose={prose} />
            ))}
          </div>
        )}
      </Section>
    </>
  );
}
