import { attribute, type WriteClientFix } from '../client-fix';

/** A frame whose embedding page does not pass on the permission for the local network. */
export const frameAllow: WriteClientFix = ({ causes }) => {
  const values = causes.get('local-network-frame-permission');
  if (!values?.name || !values.origin) return null;
  const source = `src=${attribute(`${values.origin}/…`)}`;
  return {
    before: `<iframe ${source}>`,
    after: `<iframe ${source} allow=${attribute(values.name)}>`,
    changed: null,
  };
};
