import { comment, lines, quoted } from '../config-text';
import { entriesOf } from '../policy-entries';
import type { Stack } from '../stack';

/** Azure Blob Storage, by the command line. */
export const azureStorage: Stack = {
  name: 'Azure Blob Storage',
  link: 'https://learn.microsoft.com/cli/azure/storage/cors',
  says: /^Windows-Azure-Blob\b/i,
  limits: ['credentials-always'],
  write(policy, comments) {
    const { origins, methods, requestHeaders, exposedHeaders, maxAgeSeconds } = policy;
    const isAny = origins === '*';
    const words = (values: readonly string[]) => values.map(quoted).join(' ');
    const { onPreflight, always } = entriesOf(policy, comments);
    const notes = [...always, ...onPreflight].map((entry) => entry.comment);
    const allMethods = ['GET', 'HEAD', ...methods.filter((method) => method !== 'GET' && method !== 'HEAD')];
    const text = lines(
      comment('#', comments.place, comments.replaces, comments.preflight, comments.errors),
      comment('#', ...(isAny ? [comments.anyOrigin] : [comments.origins, comments.others]), ...notes),
      'az storage cors clear --services b --account-name "$ACCOUNT"',
      `az storage cors add --services b --account-name "$ACCOUNT" --origins ${words(isAny ? ['*'] : origins)} --methods ${words(allMethods)}${requestHeaders.length > 0 ? ` --allowed-headers ${words(requestHeaders)}` : ''}${exposedHeaders.length > 0 ? ` --exposed-headers ${words(exposedHeaders)}` : ''}${maxAgeSeconds === null ? '' : ` --max-age ${maxAgeSeconds}`}`,
    );
    return [{ file: 'cors.sh', text }];
  },
};
