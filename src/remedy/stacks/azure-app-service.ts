import { comment, lines, quoted } from '../config-text';
import type { Stack } from '../stack';

/** Azure App Service and Azure Functions, by the command line. */
export const azureAppService: Stack = {
  name: 'Azure App Service / Functions',
  link: 'https://learn.microsoft.com/azure/app-service/app-service-web-tutorial-rest-api',
  limits: ['lists-fixed'],
  write({ origins, credentials }, comments) {
    const isAny = origins === '*';
    const listed = (isAny ? ['*'] : origins).map(quoted).join(' ');
    const text = lines(
      comment('#', comments.place, comments.replaces, comments.preflight, comments.errors),
      comment('#', ...(isAny ? [comments.anyOrigin] : [comments.origins, comments.others])),
      `az webapp cors add --resource-group "$GROUP" --name "$APP" --allowed-origins ${listed}`,
      credentials && comment('#', comments.credentials),
      credentials &&
        'az resource update --resource-group "$GROUP" --parent "sites/$APP" --namespace Microsoft.Web --resource-type config --name web --set properties.cors.supportCredentials=true',
    );
    return [{ file: 'cors.sh', text }];
  },
};
