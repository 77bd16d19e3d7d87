import { say, WORDINGS } from '../../../language/wording.ts';

/** Names of permissions as Discord shows them, joined by commas. */
export function permissionNames(permissions: readonly string[], language: string): string {
  const names = permissions.map((permission) => {
    const key = `permission.${permission}`;
    return key in (WORDINGS.en ?? {}) ? say(key as 'permission.ViewChannel', language) : permission;
  });
  return names.join(', ');
}
