import type { Language } from '../prose';
import { detailProseFor } from '../prose/detail';
import type { Permit } from '../protocol/permit';

interface PermitPageProps {
  readonly wanted: Permit;
  /** What the user answered; null: not yet. */
  readonly isGiven: boolean | null;
  readonly language: Language;
  onAsk(): void;
}

/** Asks for a permission, and then shows the answer. */
export function PermitPage({ wanted, isGiven, language, onAsk }: PermitPageProps) {
  const said = detailProseFor(language).permit;
  return (
    <main class="tab-list">
      <p>{isGiven === null ? said.asking[wanted] : isGiven ? said.given : said.refused}</p>
      {isGiven === null && (
        <button type="button" class="button is-first" onClick={onAsk}>
          {said.give}
        </button>
      )}
    </main>
  );
}
