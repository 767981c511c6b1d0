import { canonicalJson } from '../../../model/canonical-json';
import type { CertifiedCluster, SegmentationCertificate } from '../../../model/segmentation/segmentation-certificate';
import { valueOf } from '../../../model/problem';
import { readAssembly } from '../../../resources/read/read-assembly';
import type { JsonObject } from '../../../resources/resource';
import { AssemblyView } from '../../../resources/view/assembly-view';
import { certifySegmentation } from '../../../resources/view/reachability/certificate/certify-segmentation';
import { writtenAssembly } from '../../support/written/written-assembly';

/** A certificate, and the objects of each of its clusters. */
export interface Certified {
  readonly certificate: string;
  readonly clusters: ReadonlyMap<string, readonly JsonObject[]>;
}

/** The sandbox's assembly. */
export async function sandboxView(): Promise<AssemblyView> {
  return new AssemblyView(valueOf(readAssembly((await writtenAssembly('sandbox')).folder)));
}

/** The certificate of an assembly in which all is as it should be. */
export function certifiedView(view: AssemblyView): Certified {
  const { certificate } = certifySegmentation(view);
  if (certificate === undefined) throw new Error('an assembly has paths that nobody declared, or lacks some');
  const objects = view.model.clusters.map(
    ({ id }) => [id, view.resources.inCluster(id).map(({ body }) => body)] as const,
  );
  return { certificate, clusters: new Map(objects) };
}

/** The certificate of each cluster alone, which is checked sooner. */
export function partsOf({ certificate, clusters }: Certified): readonly Certified[] {
  const whole = JSON.parse(certificate) as SegmentationCertificate;
  return whole.clusters.map((one) => ({
    certificate: canonicalJson({ ...whole, clusters: [one] }),
    clusters: new Map([[one.cluster, clusters.get(one.cluster) ?? []]]),
  }));
}

/** A certificate of which one cluster is changed. */
export function withCluster(
  { certificate }: Pick<Certified, 'certificate'>,
  change: (cluster: CertifiedCluster) => unknown,
): string {
  const whole = JSON.parse(certificate) as SegmentationCertificate;
  const [first, ...others] = whole.clusters;
  if (first === undefined) throw new Error('a certificate of no cluster');
  return canonicalJson({ ...whole, clusters: [change(first), ...others] });
}
