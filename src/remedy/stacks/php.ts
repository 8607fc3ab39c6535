import { comment, indented, lines, quoted, quotedList } from '../config-text';
import { entriesOf, entryLines, type PolicyEntry } from '../policy-entries';
import type { Stack } from '../stack';

const set = ({ header, value }: Pick<PolicyEntry, 'header' | 'value'>) =>
  `header(${quoted(`${header}: ${value}`)});`;

/** PHP without a framework. */
export const php: Stack = {
  name: 'PHP',
  link: 'https://www.php.net/manual/en/function.header.php',
  says: /^php\b/i,
  write(policy, comments) {
    const { origins } = policy;
    const { always, onPreflight } = entriesOf(policy, comments);
    const isAny = origins === '*';
    const preflight = lines(
      comment('//', comments.preflight),
      `if ($_SERVER['REQUEST_METHOD'] === 'OPTIONS' && isset($_SERVER['HTTP_ACCESS_CONTROL_REQUEST_METHOD'])) {`,
      indented(entryLines(onPreflight, '//', set) ?? '', '    '),
      '    http_response_code(204);',
      '    exit;',
      '}',
    );
    const allowed = lines(
      comment('//', comments.errors),
      isAny
        ? `header('Access-Control-Allow-Origin: *');`
        : `header('Access-Control-Allow-Origin: ' . $origin);`,
      entryLines(always, '//', set),
      onPreflight.length > 0 && preflight,
    );
    const named = lines(
      comment('//', comments.origins),
      `$allowedOrigins = [${quotedList(origins === '*' ? [] : origins)}];`,
      comment('//', comments.vary),
      `header('Vary: Origin', false);`,
      comment('//', comments.others),
      `$origin = $_SERVER['HTTP_ORIGIN'] ?? '';`,
      'if (in_array($origin, $allowedOrigins, true)) {',
      indented(allowed, '    '),
      '}',
    );
    const text = lines(
      '<?php',
      comment('//', comments.place, comments.replaces),
      isAny && comment('//', comments.anyOrigin),
      isAny ? allowed : named,
    );
    return [{ file: 'cors.php', text }];
  },
};
