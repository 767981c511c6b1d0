import type { ChangeAction } from './planned-change';

const ACTIONS: Readonly<Record<string, ChangeAction>> = {
  'no-op': 'no-op',
  create: 'create',
  read: 'read',
  update: 'update',
  'delete,create': 'replace',
  'create,delete': 'replace',
  delete: 'delete',
  forget: 'forget',
};

/** The action that Terraform's list of actions means; undefined for one that isn't known. */
export function parseAction(actions: readonly string[]): ChangeAction | undefined {
  const text = actions.join(',');
  return Object.hasOwn(ACTIONS, text) ? ACTIONS[text] : undefined;
}
