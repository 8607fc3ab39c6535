import { comment, doubleQuoted, doubleQuotedList, indented, lines } from '../config-text';
import { entriesOf, type PolicyEntry } from '../policy-entries';
import type { Stack } from '../stack';

const setters: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Credentials': 'setAllowCredentials',
  'Access-Control-Expose-Headers': 'setExposedHeaders',
  'Access-Control-Allow-Methods': 'setAllowedMethods',
  'Access-Control-Allow-Headers': 'setAllowedHeaders',
  'Access-Control-Max-Age': 'setMaxAge',
};

function call({ header, value }: PolicyEntry): string {
  const argument = /^true$/.test(value)
    ? value
    : /^\d+$/.test(value)
      ? `${value}L`
      : `List.of(${doubleQuotedList(value.split(', '))})`;
  return `cors.${setters[header]}(${argument});`;
}

/** Spring and Spring Boot, with a filter in front of everything else, Spring Security too. */
export const spring: Stack = {
  name: 'Spring Boot',
  link: 'https://docs.spring.io/spring-framework/reference/web/webmvc-cors.html#mvc-cors-filter',
  write(policy, comments) {
    const { origins } = policy;
    // The filter answers 403 to a method that is not listed, even if it needs no permission.
    const methods = ['GET', 'HEAD', 'POST', ...policy.methods];
    const { always, onPreflight } = entriesOf({ ...policy, methods }, comments);
    const hasPreflights = policy.maxAgeSeconds !== null;
    const entries = [...always, ...onPreflight].filter(
      ({ header }) => hasPreflights || !/-(Headers|Max-Age)$/.test(header) || header.includes('Expose'),
    );
    const body = lines(
      'CorsConfiguration cors = new CorsConfiguration();',
      comment('//', ...(origins === '*' ? [comments.anyOrigin] : [comments.origins, comments.others])),
      `cors.setAllowedOrigins(List.of(${origins === '*' ? doubleQuoted('*') : doubleQuotedList(origins)}));`,
      ...entries.map((entry) => lines(comment('//', entry.comment), call(entry))),
      'UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();',
      'source.registerCorsConfiguration("/**", cors);',
      'return new CorsFilter(source);',
    );
    const text = lines(
      comment('//', comments.place, comments.replaces, comments.restart),
      'import java.util.List;',
      'import org.springframework.context.annotation.Bean;',
      'import org.springframework.context.annotation.Configuration;',
      'import org.springframework.core.Ordered;',
      'import org.springframework.core.annotation.Order;',
      'import org.springframework.web.cors.CorsConfiguration;',
      'import org.springframework.web.cors.UrlBasedCorsConfigurationSource;',
      'import org.springframework.web.filter.CorsFilter;',
      '',
      '@Configuration',
      'public class CorsConfig {',
      comment('  //', comments.preflight, comments.errors),
      '  @Bean',
      '  @Order(Ordered.HIGHEST_PRECEDENCE)',
      '  public CorsFilter corsFilter() {',
      indented(body, '    '),
      '  }',
      '}',
    );
    return [{ file: 'CorsConfig.java', text }];
  },
};
