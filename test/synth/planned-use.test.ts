import type { ManifestObject } from '../../model/assembly';
import { groupBy } from '../../model/group-by';
import {
  ADMISSION_POLICIES_PER_CLUSTER,
  NETWORK_POLICIES_PER_NAMESPACE,
  OBJECTS_PER_NAMESPACE,
} from '../../model/limits';
import { writtenAssembly } from '../support/written/written-assembly';

const isNamespace = ({ address }: ManifestObject): boolean => /^(kubernetes_namespace\.|Namespace\/)/.test(address);
const isNetworkPolicy = ({ address }: ManifestObject): boolean =>
  /^(kubernetes_network_policy\.|\w*NetworkPolicy\/)/.test(address);
const isAdmissionPolicy = ({ address }: ManifestObject): boolean => address.startsWith('ValidatingAdmissionPolicy/');

test('what is written for a cluster stays within what its limits are planned with', async () => {
  const { manifest, model } = await writtenAssembly('sandbox');
  const byCluster = groupBy(manifest.files, ({ cluster }) => cluster);
  const hosting = model.clusters.filter(({ role }) => role !== 'management');
  expect(hosting.length).toBeGreaterThan(3);
  for (const { id } of hosting) {
    const objects = (byCluster.get(id) ?? []).flatMap((file) => file.objects);
    const namespaces = objects.filter(isNamespace).length;
    expect(namespaces).toBeGreaterThan(0);
    expect(objects.length / namespaces).toBeLessThan(OBJECTS_PER_NAMESPACE);
    expect(objects.filter(isNetworkPolicy).length / namespaces).toBeLessThan(NETWORK_POLICIES_PER_NAMESPACE);
    const admission = objects.filter(isAdmissionPolicy).length;
    expect(admission).toBeGreaterThan(0);
    expect(admission).toBeLessThanOrEqual(ADMISSION_POLICIES_PER_CLUSTER);
  }
});
