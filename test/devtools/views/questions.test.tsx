import { describe, expect, test } from 'vitest';
import { reportOf } from '../../../src/devtools/session/report-of';
import type { PastedAnswer } from '../../../src/diagnosis/answers';
import { readTranscript } from '../../../src/diagnosis/transcript';
import { registrableDomain, relationOf } from '../../../src/engine/site';
import { proseFor } from '../../../src/prose';
import { answerProblem } from '../../../src/prose/answer-problem';
import { causeProse } from '../../../src/prose/causes';
import { questionProse } from '../../../src/prose/questions';
import { redactedExchange } from '../../../src/recording/redacted-exchange';
import { reportText } from '../../../src/report/formats';
import { ticket } from '../../../src/report/ticket';
import { wholeReport } from '../../../src/report/whole-report';
import { blocked } from '../../diagnosis/example-requests';
import { asked, factsOf, type Recorded } from '../../diagnosis/recorded';
import { all, textOf, texts } from '../../support/drawn';
import { http } from '../../support/http';
import { detailOf, panelOf, told } from '../../support/panels';
import { languages } from '../../support/views';

const recording: readonly Recorded[] = [
  {
    asked: 'GET https://api.test/ok?key=hunter2',
    sent: 'Authorization: Bearer hunter2\nCookie: sid=hunter2',
    answer: http`200
      Server: nginx
      Access-Control-Allow-Origin: http://page.test`,
  },
  blocked(
    http`404
    Server: nginx`,
    { sent: 'Authorization: Bearer hunter2\nCookie: sid=hunter2' },
  ),
];
const id = '1';
const answer: PastedAnswer = {
  exchange: id,
  question: 'behind-nginx',
  transcript:
    readTranscript('HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *\nX-Secret: hunter2\n') ?? fail(),
};
const open = () =>
  panelOf([
    told(
      recording.flatMap((recorded, index) => factsOf(recorded, index)),
      'chrome',
    ),
  ]);

function fail(): never {
  throw new Error('test: no HTTP');
}

describe.each(languages)('what tells causes apart, in %s', (language) => {
  const { questionWords: words, questions } = questionProse.in(language);
  const titles = causeProse.in(language);
  const options = { version: '0.0.0', language, redaction: 'minimal', pageWorld: true } as const;
  const meaning = questions['behind-nginx'].answers.application;

  test('stands below both causes, with a command and a field for its answer', () => {
    const causes = all(detailOf(open(), id, language), 'section.causes')[0]!;
    expect(texts(causes, 'h4').map((text) => text.replace(/ [^ ]+$/, ''))).toContain(
      titles['error-without-cors'].title,
    );
    const question = all(causes, '.question')[0]!;
    expect(texts(question, 'h4')).toEqual([words.apart]);
    const command = texts(question, 'pre.code-block')[0];
    expect(command).toBe(
      "curl -sS -g -D - -o /dev/null -H 'Origin: http://page.test' -H 'Authorization: Bearer YOUR-TOKEN' -H 'Cookie: YOUR-SESSION' 'http://localhost:YOUR-PORT/ok?key=hunter2'",
    );
    expect(textOf(question)).toContain(words.replace(['YOUR-TOKEN', 'YOUR-SESSION', 'YOUR-PORT']));
    expect(texts(question, 'button')).toEqual([words.copy, words.read]);
    const label = all(question, 'label')[0];
    expect(label?.attributes.for).toBe(all(question, 'textarea')[0]?.attributes.id);
  });

  test('is settled by an answer, until that is removed', () => {
    const panel = open();
    panel.store.putAnswer(answer);
    const view = detailOf(panel, id, language);
    expect(texts(view, '.cause')).toHaveLength(1);
    expect(textOf(all(view, '.cause')[0])).toContain(proseFor(language).causeWords.confidences.certain);
    expect(texts(all(view, 'dl.cause-evidence')[0]!, 'dt').at(-1)).toBe(words.answered);
    const question = all(view, '.question')[0]!;
    expect(texts(question, 'h4')).toEqual([words.settled]);
    expect(textOf(question)).toContain(meaning);
    expect(texts(question, 'button')).toEqual([words.copy, words.remove]);
    panel.store.removeAnswer(answer);
    expect(texts(detailOf(panel, id, language), '.cause')).toHaveLength(2);
    panel.store.putAnswer(answer);
    panel.store.clear();
    expect(panel.store.answers.value).toEqual([]);
  });

  test('is in reports, without secrets', async () => {
    const panel = open();
    const before = await reportOf(panel.log, options);
    const report = await reportOf(panel.log, { ...options, answers: [answer] });
    const [first] = wholeReport(report).exchanges.find((exchange) => exchange.id === id)?.causes ?? [];
    expect(first?.code).toBe('error-without-cors');
    const quoted = proseFor(language).causeWords.evidence.pasted('Access-Control-Allow-Origin: *');
    expect(first?.evidence).toContain(quoted);
    for (const format of ['json', 'markdown'] as const) {
      const [asking, settled] = [before, report].map((each) => reportText(each, format));
      expect(asking).toContain('YOUR-PORT');
      expect(settled).toContain(format === 'json' ? meaning : words.settled);
      expect(`${asking}${settled}`).not.toContain('hunter2');
    }
  });

  test('is in the ticket, without secrets', () => {
    const { log, store } = open();
    const facts = store.lookup(id) ?? fail();
    const context = {
      browser: 'chrome',
      listening: { sawNavigation: true, pageWorld: true },
      sites: { relationOf, registrableDomain },
      sinceReload: log.sinceReload,
    } as const;
    const write = (answers: readonly PastedAnswer[]) => {
      const explained = redactedExchange(facts, store.exchanges.value, context, 'minimal', answers);
      return ticket({ ...explained, language, browser: 'Chrome 156' });
    };
    expect(write([])).toContain(`**${words.apart}**`);
    expect(write([])).toContain('http://localhost:YOUR-PORT/ok');
    expect(write([answer])).toContain(`**${words.settled}**`);
    expect(write([]) + write([answer])).not.toContain('hunter2');
  });

  test.each([
    ['no HTTP', 'It works in Postman.', words.notHttp],
    ['another method', '> POST /x HTTP/1.1\n< HTTP/1.1 200 OK\n', words.otherMethod('POST', 'GET')],
    ['HEAD instead of GET', '> HEAD /x HTTP/1.1\n< HTTP/1.1 200 OK\n', null],
    ['what decides nothing', 'HTTP/1.1 500 No', words.decidesNothing('HTTP 500')],
    ['an error', 'curl: (7) refused', words.decidesNothing(words.curlError(7))],
    ['what decides', 'HTTP/1.1 200 OK', null],
  ])('names the problem of a text: %s', (_, text, problem) => {
    const question = asked(recording).find(({ code }) => code === 'behind-nginx') ?? fail();
    expect(answerProblem(readTranscript(text), question, words)).toBe(problem);
  });
});
