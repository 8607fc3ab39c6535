import { comment, doubleQuoted, indented, lines } from '../config-text';
import { entriesOf, entryLines, type PolicyEntry } from '../policy-entries';
import type { Stack } from '../stack';

const set = ({ header, value }: Pick<PolicyEntry, 'header' | 'value'>) =>
  `w.Header().Set("${header}", ${doubleQuoted(value)})`;

/** Go with net/http alone, which is also what gin, chi and echo are built on. */
export const go: Stack = {
  name: 'Go net/http',
  link: 'https://pkg.go.dev/net/http#Handler',
  write(policy, comments) {
    const { origins } = policy;
    const { always, onPreflight } = entriesOf(policy, comments);
    const isAny = origins === '*';
    const preflight = lines(
      comment('//', comments.preflight),
      'if r.Method == http.MethodOptions && r.Header.Get("Access-Control-Request-Method") != "" {',
      indented(entryLines(onPreflight, '//', set) ?? '', '\t'),
      '\tw.WriteHeader(http.StatusNoContent)',
      '\treturn',
      '}',
    );
    const named = lines(
      comment('//', comments.vary),
      'w.Header().Add("Vary", "Origin")',
      comment('//', comments.others),
      'origin := r.Header.Get("Origin")',
      'if !allowedOrigins[origin] {',
      '\tnext.ServeHTTP(w, r)',
      '\treturn',
      '}',
    );
    const body = lines(
      isAny ? comment('//', comments.anyOrigin) : named,
      comment('//', comments.errors),
      `w.Header().Set("Access-Control-Allow-Origin", ${isAny ? '"*"' : 'origin'})`,
      entryLines(always, '//', set),
      onPreflight.length > 0 && preflight,
      'next.ServeHTTP(w, r)',
    );
    const text = lines(
      comment('//', comments.place, comments.replaces, comments.restart),
      !isAny && comment('//', comments.origins),
      !isAny && 'var allowedOrigins = map[string]bool{',
      ...(isAny ? [] : origins.map((origin) => `\t${doubleQuoted(origin)}: true,`)),
      !isAny && '}',
      '',
      'func withCors(next http.Handler) http.Handler {',
      '\treturn http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {',
      indented(body, '\t\t'),
      '\t})',
      '}',
    );
    return [{ file: 'main.go', text }];
  },
};
