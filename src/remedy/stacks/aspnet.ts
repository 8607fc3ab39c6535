import { comment, doubleQuotedList, indented, lines } from '../config-text';
import { entriesOf, entryLines, type PolicyEntry } from '../policy-entries';
import type { Stack } from '../stack';

const calls: Readonly<Record<string, (value: string) => string>> = {
  'Access-Control-Allow-Credentials': () => '.AllowCredentials()',
  'Access-Control-Expose-Headers': (value) => `.WithExposedHeaders(${doubleQuotedList(value.split(', '))})`,
  'Access-Control-Allow-Methods': (value) => `.WithMethods(${doubleQuotedList(value.split(', '))})`,
  'Access-Control-Allow-Headers': (value) => `.WithHeaders(${doubleQuotedList(value.split(', '))})`,
  'Access-Control-Max-Age': (value) => `.SetPreflightMaxAge(TimeSpan.FromSeconds(${value}))`,
};

const call = ({ header, value }: PolicyEntry) => calls[header]?.(value) ?? '';

/** ASP.NET Core. */
export const aspnet: Stack = {
  name: 'ASP.NET Core',
  link: 'https://learn.microsoft.com/aspnet/core/security/cors',
  says: /^kestrel$/i,
  write(policy, comments) {
    const { origins } = policy;
    const { always, onPreflight } = entriesOf(policy, comments);
    const isAny = origins === '*';
    const chain = lines(
      comment('//', ...(isAny ? [comments.anyOrigin] : [comments.origins, comments.others])),
      isAny ? '.AllowAnyOrigin()' : `.WithOrigins(${doubleQuotedList(origins)})`,
      entryLines(always, '//', call),
      entryLines(onPreflight, '//', call),
    );
    return [
      {
        file: 'Program.cs: builder',
        text: lines(
          comment('//', comments.replaces, comments.restart),
          'builder.Services.AddCors(options => options.AddDefaultPolicy(policy => policy',
          indented(chain, '    '),
          '));',
        ),
      },
      {
        file: 'Program.cs: app',
        text: lines(
          comment('//', comments.place, comments.preflight, comments.errors),
          'app.UseRouting();',
          // The middleware leaves out requests without an Origin header.
          comment('//', comments.vary),
          'app.Use((context, next) => { context.Response.Headers.Append("Vary", "Origin"); return next(context); });',
          'app.UseCors();',
        ),
      },
    ];
  },
};
