import { comment, indented, lines } from '../config-text';
import { entriesOf, entryLines } from '../policy-entries';
import type { Stack } from '../stack';
import { yamlList, yamlOption } from './yaml-lists';

const option = yamlOption({
  'Access-Control-Allow-Credentials': 'AllowCredentials',
  'Access-Control-Expose-Headers': 'ExposeHeaders',
  'Access-Control-Allow-Methods': 'AllowMethods',
  'Access-Control-Allow-Headers': 'AllowHeaders',
  'Access-Control-Max-Age': 'MaxAge',
});

/** An HTTP API of Amazon API Gateway, in a template of SAM. */
export const apiGateway: Stack = {
  name: 'API Gateway (HTTP API, SAM)',
  link: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-httpapi-httpapicorsconfiguration.html',
  write(policy, comments) {
    const { origins } = policy;
    const { always, onPreflight } = entriesOf(policy, comments);
    const isAny = origins === '*';
    const options = lines(
      comment('#', ...(isAny ? [comments.anyOrigin] : [comments.origins, comments.others])),
      yamlList('AllowOrigins', isAny ? ['*'] : origins),
      entryLines(always, '#', option),
      onPreflight.length > 0 && comment('#', comments.preflight),
      entryLines(onPreflight, '#', option),
    );
    const text = lines(
      comment('#', comments.place, comments.replaces, comments.errors, comments.run('sam deploy')),
      'CorsConfiguration:',
      indented(options),
    );
    return [{ file: 'template.yaml', text }];
  },
};
