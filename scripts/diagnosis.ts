import { writeFileSync } from 'node:fs';
import { curlRequest } from '../src/diagnosis/ask';
import { type CauseCode, causes } from '../src/diagnosis/causes';
import type { DiagnosisContext } from '../src/diagnosis/context';
import type { Question } from '../src/diagnosis/question';
import { type QuestionCode, questions } from '../src/diagnosis/questions';
import { advice } from '../src/prose/en/advice';
import { causes as words } from '../src/prose/en/causes';
import { questions as questionWords } from '../src/prose/en/questions';
import { curl } from '../src/report/curl';
import { causeNumbers, type CauseCode as ListedCause } from '../test/causes/codes';
import { causeCases } from '../test/causes/table';
import { adviceCauses, namedAs, openCauses } from '../test/diagnosis/open-causes';
import { browserSaysSection } from './diagnosis-browsers';

/** The path of the page. */
export const diagnosisPath = 'docs/diagnosis.md';

const nameOf = (code: string): string => (namedAs as Readonly<Record<string, string>>)[code] ?? code;
const isNamed = (code: string): code is CauseCode => code in causes;
const isAdvice = (code: string): code is keyof typeof adviceCauses => code in adviceCauses;
const isOpen = (code: string): code is keyof typeof openCauses => code in openCauses;
const statuses = {
  'from-recording': 'decidable from a recording',
  'one-answer': 'needs one answer',
  'not-here': 'not decidable here',
  'not-yet': 'has no rule yet',
} as const;

/** Returns the page about all causes of the list of public reports. */
export function diagnosisPage(): string {
  const listed = Object.keys(causeNumbers) as readonly ListedCause[];
  const statusOf = (code: ListedCause) => {
    if (isNamed(nameOf(code)) || isAdvice(code)) return 'from-recording';
    return isOpen(code) ? openCauses[code].status : 'not-yet';
  };
  const count = (status: keyof typeof statuses) => listed.filter((code) => statusOf(code) === status).length;
  const cased = new Set<string>(causeCases.map(({ cause }) => cause));
  const others = Object.keys(causes).filter((code) => !(code in causeNumbers));
  const rows = listed.map((code) => {
    const name = nameOf(code);
    const note = isNamed(name) ? words[name].title : isOpen(code) ? openCauses[code].why : '';
    const from = isNamed(name) ? (cased.has(name) ? 'corpus' : 'fixture') : '–';
    if (isAdvice(code)) {
      const named = adviceCauses[code];
      return `| ${causeNumbers[code]} | \`${named}\` | ${statuses['from-recording']} | advice | ${advice.texts[named].title} |`;
    }
    return `| ${causeNumbers[code]} | \`${name}\` | ${statuses[statusOf(code)]} | ${from} | ${note} |`;
  });
  const noRule = count('not-yet') === 0 ? '' : ` ${count('not-yet')} have no rule yet.`;
  return [
    '# Causes',
    '',
    'The causes that public reports show, and which of them the panel names. `npm run diagnosis` writes this page from `src/diagnosis/causes.ts`, `test/causes/` and `test/diagnosis/open-causes.ts`.',
    '',
    `Of ${listed.length} causes, ${count('from-recording')} are decidable from a recording: each has a recording in which its rule names it first, and a twin that differs only in the deciding fact, in the corpus of real browsers or built by a test (*fixture*). Where other causes fit too, the panel calls it *possible* and says what decides. Those that block nothing are named in the Advice view, with a recording and a twin in its test (*advice*). ${count('one-answer')} need one answer from outside the recording, and ${count('not-here')} are not decidable here.${noRule} The panel names ${others.length} more causes that are not in the list.`,
    '',
    'The corpus was recorded before the rules were written. When the rules first ran on the 52 causes that they knew then, the right cause came first in 94 of 102 recordings, 3 of 102 twins had a wrong cause, and none of 159 fixed recordings had any.',
    '',
    '| number | code | status | recording | cause, or why it is not named |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    ...browserSaysSection(listed.map((code) => [causeNumbers[code], code, nameOf(code)] as const)),
    '## Causes that are not in the list',
    '',
    '| code | cause |',
    '|---|---|',
    ...others.map((code) => `| \`${code}\` | ${isNamed(code) ? words[code].title : ''} |`),
    '',
    '## Questions',
    '',
    'The panel asks a question if several causes fit a recording, or if one is unsure. CORScope sends no request: it writes the command, and reads the output that the user pastes. `YOUR-…` is a placeholder that the user replaces.',
    '',
    '| code | causes | what to do | command |',
    '|---|---|---|---|',
    ...Object.entries(questions).map(([code, question]) => questionRow(code as QuestionCode, question)),
    '',
  ].join('\n');
}

const url = 'https://api.example/items';
const example = {
  subject: {
    facts: {
      origin: 'https://www.example',
      startedAtMs: 1,
      hops: [{ url, method: 'PUT', requestHeaders: [] }],
    },
  },
  finding: null,
  answer: null,
  isPreflight: false,
  siblingsWithCors: [],
};

function questionRow(code: QuestionCode, { between, request }: Question): string {
  const asked = request && curlRequest(request, example as unknown as DiagnosisContext);
  const command = asked ? curl(asked.method, asked.url, asked.headers, asked.options) : '';
  const context = { host: 'api.example', url, method: 'PUT', page: 'https://www.example' };
  const cells = [
    `\`${code}\``,
    between.map((cause) => `\`${cause}\``).join(', '),
    questionWords[code].ask(context),
    command === '' ? '–' : `\`${command}\``,
  ];
  return `| ${cells.join(' | ')} |`;
}

// npm run diagnosis: writes the page.
if (process.argv[1] === import.meta.filename) {
  writeFileSync(diagnosisPath, diagnosisPage());
  console.log(diagnosisPath);
}
