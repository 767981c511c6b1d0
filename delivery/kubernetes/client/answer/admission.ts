import type { Admission } from './api-failure';

interface Pattern {
  readonly pattern: RegExp;
  readonly read: (groups: Readonly<Record<string, string>>) => Admission;
}

/** How Kubernetes words the refusals of its admission plug-ins (k8s.io/apiserver/pkg/admission, 1.36). */
const PATTERNS: readonly Pattern[] = [
  {
    pattern: /ValidatingAdmissionPolicy '(?<name>[^']*)'(?: with binding '(?<binding>[^']*)')? denied request/,
    read: ({ name = '', binding = '' }) => ({ by: 'ValidatingAdmissionPolicy', name, binding }),
  },
  {
    pattern: /admission webhook "(?<name>[^"]*)" (?:denied the request|does not support dry run)/,
    read: ({ name = '' }) => ({ by: 'webhook', name }),
  },
  { pattern: /violates PodSecurity "(?<name>[^"]*)"/, read: ({ name = '' }) => ({ by: 'PodSecurity', name }) },
  { pattern: /exceeded quota: (?<name>[^,]*),/, read: ({ name = '' }) => ({ by: 'ResourceQuota', name }) },
  { pattern: /failed quota: (?<name>[^:]*):/, read: ({ name = '' }) => ({ by: 'ResourceQuota', name }) },
];

/** Who refused at admission, by the words of the refusal; undefined when they name nobody known. */
export function readAdmission(message: string): Admission | undefined {
  for (const { pattern, read } of PATTERNS) {
    const match = pattern.exec(message);
    if (match !== null) return read(match.groups ?? {});
  }
  return undefined;
}
