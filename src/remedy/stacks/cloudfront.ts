import { comment, indented, lines } from '../config-text';
import { entriesOf, entryLines } from '../policy-entries';
import type { Stack } from '../stack';
import { yamlList } from './yaml-lists';

const keys: Readonly<Record<string, string>> = {
  'Access-Control-Expose-Headers': 'AccessControlExposeHeaders',
  'Access-Control-Allow-Methods': 'AccessControlAllowMethods',
  'Access-Control-Allow-Headers': 'AccessControlAllowHeaders',
  'Access-Control-Max-Age': 'AccessControlMaxAgeSec',
};

const items = (key: string, values: readonly string[]) =>
  lines(`${key}:`, indented(yamlList('Items', values)));

/** A response headers policy of Amazon CloudFront, in a template of CloudFormation. */
export const cloudfront: Stack = {
  name: 'CloudFront (response headers policy)',
  link: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-responseheaderspolicy-corsconfig.html',
  says: /\(CloudFront\)$/i,
  write(policy, comments) {
    const { origins, methods, requestHeaders, credentials } = policy;
    const { always, onPreflight } = entriesOf(policy, comments);
    const isAny = origins === '*';
    const listed = [...always, ...onPreflight].filter(({ header }) => header in keys);
    const options = lines(
      comment('#', ...(isAny ? [comments.anyOrigin] : [comments.origins, comments.others])),
      items('AccessControlAllowOrigins', isAny ? ['*'] : origins),
      credentials && comment('#', comments.credentials),
      `AccessControlAllowCredentials: ${credentials}`,
      entryLines(listed, '#', ({ header, value }) =>
        /^\d+$/.test(value) ? `${keys[header]}: ${value}` : items(keys[header] ?? '', value.split(', ')),
      ),
      // Both lists are required.
      methods.length === 0 && items('AccessControlAllowMethods', ['GET', 'HEAD', 'POST']),
      requestHeaders.length === 0 &&
        lines(comment('#', comments.noRequestHeaders), items('AccessControlAllowHeaders', ['Accept'])),
      'OriginOverride: true',
    );
    const text = lines(
      comment('#', comments.place, comments.replaces, comments.errors),
      'CorsPolicy:',
      '  Type: AWS::CloudFront::ResponseHeadersPolicy',
      '  Properties:',
      '    ResponseHeadersPolicyConfig:',
      '      Name: cors-policy',
      '      CorsConfig:',
      indented(options, '        '),
    );
    return [{ file: 'template.yaml', text }];
  },
};
