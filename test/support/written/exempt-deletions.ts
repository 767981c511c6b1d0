/** A deletion that breaks no promise, and why; one that is noticed after all is out of place here. */
export interface ExemptDeletion {
  readonly kind: string;
  /** Path of the field with its keys joined by dots.
   * @default - the whole object
   */
  readonly field?: RegExp;
  readonly why: string;
}

/** Objects of which the absence breaks no promise. */
export const exemptObjects: readonly ExemptDeletion[] = [
  {
    kind: 'AWS::KMS::Alias',
    why: 'a name by which people find the key; disks and policies refer to the key itself',
  },
];

const LABEL = 'a label for people and for finding; rules go by the namespace, whose own labels are asked for';
const DEFAULT = 'Kubernetes fills in the same value';

/** Fields of which the absence changes nothing. */
export const exemptFields: readonly ExemptDeletion[] = [
  ...['Certificate', 'CiliumNetworkPolicy', 'NetworkPolicy', 'ResourceQuota', 'RoleBinding', 'Schedule'].map(
    (kind) => ({ kind, field: /^metadata\.labels\./, why: LABEL }),
  ),
  { kind: 'Namespace', field: /managed-by$/, why: 'who wrote it, told to people; labels of its owner are asked for' },
  { kind: 'NetworkPolicy', field: /^metadata\.annotations\./, why: 'the flows that it is for, told to people' },
  { kind: 'NetworkPolicy', field: /\.protocol$/, why: `${DEFAULT}: TCP` },
  { kind: 'NetworkPolicy', field: /^spec\.podSelector$/, why: `${DEFAULT}: every pod` },
  {
    kind: 'NetworkPolicy',
    field: /^spec\.policyTypes$/,
    why: 'Kubernetes derives it from the rules; that of the default denial has no rules and is asked for',
  },
  { kind: 'RoleBinding', field: /\.?apiGroup$/, why: `${DEFAULT}: its own group` },
  { kind: 'Schedule', field: /^spec\.(?:skipImmediately|useOwnerReferencesInBackup)$/, why: 'Velero takes false' },
  { kind: 'Schedule', field: /\.csiSnapshotTimeout$/, why: 'Velero takes 10 minutes; a slow snapshot raises an alert' },
  { kind: 'Schedule', field: /\.includedResources$/, why: 'Velero takes every kind' },
  { kind: 'Schedule', field: /^spec\.template\.metadata\./, why: 'a label of the copies, by which people find them' },
];
