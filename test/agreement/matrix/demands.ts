import { type Compared, isUnheard, type Mark } from './compare';
import { describeWrong, type Run } from './table';

const fewest: Readonly<Record<string, number>> = { Chromium: 600, Firefox: 400 };
const exactShare = 0.98;

/** Returns the reasons why a run is not good enough, as sentences; empty if it is. */
export function shortfalls(run: Run): readonly string[] {
  const { browser, hints, compared } = run;
  const own = compared.filter((one) => one.case.part === 'A');
  const documents = own.filter(({ case: { place } }) => place !== 'dedicated-worker');
  const exact = documents.filter(({ reason }) => reason === 'right').length;
  const few = fewest[browser] ?? 0;
  return [
    ...compared.filter(isWrong).map((one) => `wrong: ${describeWrong(one)}`),
    ...compared.filter(({ whatIf }) => whatIf !== null).map((one) => `${one.whatIf}: ${describeWrong(one)}`),
    ...(hints ? compared.filter(isUnheard).map((one) => `not observed: ${describeWrong(one)}`) : []),
    ...own
      .filter((one) => !allowed(run, one).includes(one.outcome) || one.reason === 'unknown')
      .map((one) => `not decided: ${describeWrong(one)}`),
    ...(compared.length < few ? [`${compared.length} cases, which is less than ${few}`] : []),
    ...(hints && exact < documents.length * exactShare
      ? [`${exact} of ${documents.length} reasons exact, which is less than ${exactShare * 100} %`]
      : []),
  ];
}

/** Whether a single claim differs from the browser, or several leave its result out. */
function isWrong({ outcome, reason }: Compared): boolean {
  return outcome === 'wrong' || reason === 'wrong';
}

/** Returns the acceptable marks for a case of part A: Firefox shows no outcome of a document's request. */
function allowed({ browser, hints }: Run, { case: { place } }: Compared): readonly Mark[] {
  return browser === 'Chromium' || hints || place === 'dedicated-worker'
    ? ['right']
    : ['right', 'candidates'];
}
