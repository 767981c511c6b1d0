import { canonicalJson } from '../../model/canonical-json';
import * as form from '../../model/segmentation/segmentation-certificate';
import type { OpenPaths } from './open-paths';
import { addressRange, blockTexts, joined, portRange, portTexts, without, type Ranges } from './ranges';
import { openIn } from './open-in';
import { readObjects, readProfile } from './read-objects';
import { attempt, listOf, membersOf, Refused, refuse, textOf, type Refusal } from './refuse';

/** What becomes of a certificate. */
export type CertificateVerdict =
  | { readonly isAccepted: true; readonly paths: number }
  | { readonly isAccepted: false; readonly refusal: Refusal };

/**
 * Decides by itself, from the Kubernetes objects of each cluster, by its id, which paths are open, and accepts a certificate
 * that says just this. What can't be judged is refused by name; certificate and objects may be hostile.
 */
export function checkCertificate(text: string, clusters: ReadonlyMap<string, readonly unknown[]>): CertificateVerdict {
  try {
    const given = attempt('certificate', 'is no JSON', () => JSON.parse(text) as unknown);
    const claims = listOf(
      membersOf(given, 'certificate', ['format', 'statement', 'clusters']).get('clusters'),
      'clusters',
    );
    const found = [...clusters.keys()].toSorted().map((id, index) => check(id, clusters.get(id) ?? [], claims[index]));
    const whole: form.SegmentationCertificate = {
      format: form.CERTIFICATE_FORMAT,
      statement: form.CERTIFICATE_STATEMENT,
      clusters: found,
    };
    // These objects have one certificate: what isn't told before differs in order, form or words.
    if (canonicalJson(whole) !== text) refuse('certificate', 'is not in the one form that says what is so');
    return { isAccepted: true, paths: found.reduce((sum, { paths }) => sum + paths.length, 0) };
  } catch (error) {
    if (error instanceof Refused) return { isAccepted: false, refusal: error.refusal };
    throw error;
  }
}

function check(cluster: string, values: readonly unknown[], claim: unknown): form.CertifiedCluster {
  const at = `certificate of ${cluster}`;
  const claimed = membersOf(claim, at, ['cluster', 'profile', 'objects', 'paths']);
  const profile = membersOf(claimed.get('profile'), at, ['plugin', 'withoutPolicy', 'blocksTakeNodes', 'nodes']);
  const nodes = joined(listOf(profile.get('nodes'), at).flatMap((one) => addressRange(one, `${at}: nodes`)));
  const read = readObjects(cluster, values);
  const objects = read.map(({ id, digest }) => ({ id, digest }));
  checkObjects(objects, listOf(claimed.get('objects'), at), at);
  const settings = readProfile(cluster, read);
  for (const [key, value] of Object.entries(settings))
    if (profile.get(key) !== value) refuse(`${at}: ${key}`, `is not ${value}, as the settings of Cilium say`);
  if (nodes.length === 0) refuse(`${at}: nodes`, 'are nowhere');
  const paths = checkPaths(openIn(read, { ...settings, nodes }), listOf(claimed.get('paths'), at), at);
  return { cluster, profile: { ...settings, nodes: blockTexts(nodes) }, objects, paths };
}

function checkObjects(objects: readonly form.CertifiedObject[], claims: readonly unknown[], at: string): void {
  const claimed = new Map(
    claims
      .map((one) => membersOf(one, `${at}: objects`, ['id', 'digest']))
      .map((one) => [textOf(one.get('id'), `${at}: objects`), one.get('digest')]),
  );
  for (const { id, digest } of objects) {
    if (claimed.get(id) !== digest)
      refuse(id, claimed.has(id) ? 'is not as the certificate has it' : `is not in the ${at}`);
    claimed.delete(id);
  }
  for (const id of claimed.keys()) refuse(`${at}: ${id}`, 'is no object of the cluster');
}

function checkPaths(open: OpenPaths, claims: readonly unknown[], at: string): readonly form.CertifiedPath[] {
  const claimed = new Map(
    claims.map((one, index) => {
      const path = membersOf(one, `${at}: paths[${index}]`, ['from', 'to', 'ports']);
      const ports = listOf(path.get('ports'), at).flatMap((text) => readPorts(text, `${at}: paths[${index}]`));
      return [
        attempt(at, 'has ends without a form', () => canonicalJson([path.get('from'), path.get('to')])),
        joined(ports),
      ] as const;
    }),
  );
  const found = new Map<string, form.CertifiedPath>();
  for (const { from, to, ports, by } of open.all()) {
    const key = canonicalJson([from, to]);
    const [surplus] = portTexts(without(ports, claimed.get(key) ?? []));
    if (surplus !== undefined) refuse(by, 'open what is not claimed', packet(key, surplus));
    const [lacking] = portTexts(without(claimed.get(key) ?? [], ports));
    if (lacking !== undefined) refuse(at, 'claims what is not open', packet(key, lacking));
    found.set(key, { from, to, ports: portTexts(ports) });
  }
  for (const [key, ports] of claimed)
    if (!found.has(key)) refuse(at, 'claims what is not open', packet(key, portTexts(ports)[0] ?? 'no port'));
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, path]) => path);
}

function packet(ends: string, ports: string): string {
  return `${ends} by ${ports.replace(/-\d+/, '')}`;
}

function readPorts(text: unknown, at: string): Ranges<number> {
  const [, first, last = first, protocol] =
    /^(\d{1,5})(?:-(\d{1,5}))?\/(TCP|UDP|SCTP)$/.exec(typeof text === 'string' ? text : '') ?? [];
  return portRange(protocol, [Number(first), Number(last)], at);
}
