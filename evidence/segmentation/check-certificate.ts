import { canonicalJson } from '../../model/canonical-json';
import * as form from '../../model/segmentation/segmentation-certificate';
import { addressSet, blockTexts, portTexts, readPorts, union, without, type Numbers } from '../kubernetes/numbers';
import { readObjects, readProfile } from '../kubernetes/read-objects';
import { readRules } from '../kubernetes/read-rules';
import { attempt, Refused, refuse, type Refusal } from '../kubernetes/refuse';
import { shaped, type Shaped } from '../kubernetes/shape';
import { OpenPaths, type OpenPath } from './open-paths';

/** What becomes of a certificate. */
export type CertificateVerdict =
  | { readonly isAccepted: true; readonly paths: number }
  | { readonly isAccepted: false; readonly refusal: Refusal };

const END = {
  namespace: 'string',
  labels: { '*': 'string' },
  block: 'string',
  name: 'string',
  nodes: 'boolean',
} as const;
const CLAIM = {
  cluster: 'string',
  profile: { plugin: 'string', withoutPolicy: 'string', blocksTakeNodes: 'boolean', nodes: ['string'] },
  objects: [{ id: 'string', digest: 'string' }],
  paths: [{ from: END, to: END, ports: ['string'] }],
} as const;
const CERTIFICATE = { format: 'string', statement: 'string', clusters: [CLAIM] } as const;

/**
 * Decides by itself, from the Kubernetes objects of each cluster, by its id, which paths are open, and accepts a certificate
 * that says just this. What can't be judged is refused by name; certificate and objects may be hostile.
 */
export function checkCertificate(text: string, clusters: ReadonlyMap<string, readonly unknown[]>): CertificateVerdict {
  try {
    const given = attempt('certificate', () => JSON.parse(text) as unknown);
    const claims = shaped(CERTIFICATE, given, 'certificate').clusters ?? [];
    const found = [...clusters.keys()]
      .toSorted()
      .map((id, index) =>
        check(id, clusters.get(id) ?? [], claims[index] ?? refuse(`certificate of ${id}`, 'is missing')),
      );
    const { CERTIFICATE_FORMAT: format, CERTIFICATE_STATEMENT: statement } = form;
    // These objects have one certificate: what isn't told before differs in order, form or words.
    if (canonicalJson({ format, statement, clusters: found } satisfies form.SegmentationCertificate) !== text)
      refuse('certificate', 'is not in the one form that says what is so');
    return { isAccepted: true, paths: found.reduce((sum, { paths }) => sum + paths.length, 0) };
  } catch (error) {
    if (error instanceof Refused) return { isAccepted: false, refusal: error.refusal };
    throw error;
  }
}

function check(cluster: string, values: readonly unknown[], claim: Shaped<typeof CLAIM>): form.CertifiedCluster {
  const at = `certificate of ${cluster}`;
  const objects = readObjects(cluster, values);
  const said = new Set((claim.objects ?? []).map(({ id, digest }) => `${id} ${digest}`));
  for (const { id, digest } of objects) if (!said.delete(`${id} ${digest}`)) refuse(id, `is not as the ${at} has it`);
  for (const one of said) refuse(`${at}: ${one}`, 'is no object of the cluster');
  const nodes = union((claim.profile?.nodes ?? []).map((one) => addressSet(one, `${at}: nodes`)));
  if (nodes.length === 0) refuse(`${at}: nodes`, 'are nowhere');
  const profile = { ...readProfile(cluster, objects), nodes: blockTexts(nodes) };
  if (canonicalJson(profile) !== attempt(at, () => canonicalJson(claim.profile)))
    refuse(`${at}: profile`, `is not ${canonicalJson(profile)}, as the settings of Cilium say`);
  const open = new OpenPaths(readRules(objects, { ...profile, nodes }), nodes);
  const paths = checkPaths([...open.all()], claim.paths ?? [], at);
  return { cluster, profile, objects: objects.map(({ id, digest }) => ({ id, digest })), paths };
}

function checkPaths(
  paths: readonly OpenPath[],
  claims: Shaped<typeof CLAIM.paths>,
  at: string,
): readonly form.CertifiedPath[] {
  const claimed = new Map(
    claims.map(({ from, to, ports = [] }) => [
      attempt(at, () => canonicalJson([from, to])),
      union(ports.map((one) => readPorts(one, at))),
    ]),
  );
  const open = new Map(paths.map((path) => [canonicalJson([path.from, path.to]), path]));
  for (const [ends, { ports, by }] of open) {
    const surplus = firstOf(without(ports, claimed.get(ends) ?? []));
    if (surplus !== undefined) refuse(by, 'open what is not claimed', `${ends} by ${surplus}`);
  }
  for (const [ends, ports] of claimed) {
    const lacking = firstOf(without(ports, open.get(ends)?.ports ?? []));
    if (lacking !== undefined) refuse(at, 'claims what is not open', `${ends} by ${lacking}`);
  }
  const sorted = [...open].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([, { from, to, ports }]) => ({ from, to, ports: portTexts(ports) }));
}

function firstOf(ports: Numbers): string | undefined {
  return portTexts(ports)[0]?.replace(/-\d+/, '');
}
