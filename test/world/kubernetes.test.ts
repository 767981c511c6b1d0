import { describeApplying } from './kubernetes/apply';
import { describeAssembly } from './kubernetes/assembly';
import { describeDrift, describeLiveReading } from './kubernetes/drift';
import { describeHealth, describeInventories } from './kubernetes/inventory';
import { describePlanning } from './kubernetes/plan';
import { describeWithCluster } from './kubernetes/real-cluster';

describeWithCluster('the Kubernetes engine on a real API server', (cluster) => {
  describeApplying(cluster);
  describePlanning(cluster);
  describeDrift(cluster);
  describeLiveReading(cluster);
  describeInventories(cluster);
  describeHealth(cluster);
  describeAssembly(cluster);
});
