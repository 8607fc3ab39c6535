import type { ListenerAudit as Audited } from '../../../channels/audit-listener';
import type { ReportedListener } from '../../../channels/reported-listeners';
import type { ListenersProse } from '../../../prose/listeners';
import { senderCheck } from '../../../remedy/message-fixes';
import { Fact } from '../ui/Fact';
import { Icon } from '../ui/Icon';
import { Value } from '../ui/Value';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';

interface ListenerAuditProps {
  reported: ReportedListener;
  audit: Audited;
  /** The origin of the message; null if the page made the message itself. */
  sender: string | null;
  prose: ListenersProse;
  words: Words;
}

/**
 * Draws the audit of one listener: how its text and its runs check the sender of a message, and what to
 * change.
 */
export function ListenerAudit({ reported, audit, sender, prose, words }: ListenerAuditProps) {
  const { verdict, because, run, risk, reading } = audit;
  const { label, meaning } = prose.verdicts[verdict];
  const check = risk && senderCheck(sender);
  return (
    <>
      <dl class="facts">
        <Fact name={prose.check}>
          {label} <span class="quiet">{because ? prose.because[because] : meaning}</span>
          {reading?.to && (
            <p>
              <Visible text={prose.to(reading.to)} />
            </p>
          )}
        </Fact>
        {reading?.text && (
          <Fact name={prose.restsOn}>
            <Value text={reading.text} words={words} />
            {reading.at && (
              <p class="quiet">
                <Visible text={placeText(reading.at, prose)} />
              </p>
            )}
          </Fact>
        )}
        {reading?.example && (
          <Fact name={prose.example}>
            <Value text={reading.example} words={words} />
            {reading.supposed && (
              <p class="quiet">
                <Visible text={prose.supposed(reading.supposed)} />
              </p>
            )}
          </Fact>
        )}
        {reading?.loophole && (
          <Fact name={prose.loopholes[reading.loophole.kind]}>
            <Value text={reading.loophole.text} words={words} />
            <p class="quiet">
              <Visible text={placeText(reading.loophole.at, prose)} />
            </p>
          </Fact>
        )}
        <Fact name={prose.run}>{prose.runs[run](reported.messages)}</Fact>
      </dl>
      {risk && (
        <div class="message-risk">
          <h4>
            <Icon name="warning" />
            {words.ui.detail.labelled(prose.risk)} {prose.risks[risk].label}
          </h4>
          <p>{prose.risks[risk].sentence}</p>
          {check && (
            <>
              <p>{words.ui.detail.labelled(prose.addCheck)}</p>
              <pre class="code-block">
                <Visible text={check} />
              </pre>
            </>
          )}
        </div>
      )}
    </>
  );
}

function placeText(
  { line, column, of }: { readonly line: number; readonly column: number; readonly of: string | null },
  prose: ListenersProse,
): string {
  return of === null ? prose.at(line, column) : prose.atIn(line, column, of);
}
