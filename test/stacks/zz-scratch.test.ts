import { writeFileSync, mkdirSync } from 'node:fs';
import { App as K8sApp, type Chart } from 'cdk8s';
import { App as TfApp, Testing, type TerraformStack } from 'cdktf';
import { clusterUnits } from '../../stacks/cluster-units';
import { dataCenterUnits } from '../../stacks/data-center-units';
import { healthyModel } from '../support/healthy-model';

test('dump', () => {
  mkdirSync('/tmp/crd/out', { recursive: true });
  const model = healthyModel();
  const all: unknown[] = [];
  const started = Date.now();
  const counts: Record<string, number> = {};
  for (const unit of [...dataCenterUnits(model), ...clusterUnits(model)]) {
    if (unit.engine === 'terraform') {
      const app = Testing.stubVersion(new TfApp({ stackTraces: false, outdir: '/tmp/crd/tf' }));
      const stack = unit.define(app) as TerraformStack;
      const text = JSON.stringify(stack.toTerraform(), null, 2);
      writeFileSync(`/tmp/crd/out/${unit.shard}.tf.json`, text);
      const res = (stack.toTerraform() as any).resource;
      counts[unit.path] = Object.values(res).reduce((n: number, one: any) => n + Object.keys(one).length, 0);
    } else {
      const chart = unit.define(new K8sApp()) as Chart;
      const objects = chart.toJson();
      counts[unit.path] = objects.length;
      for (const o of objects) all.push({ path: unit.path, o });
    }
  }
  writeFileSync('/tmp/crd/out/all.json', JSON.stringify(all));
  writeFileSync('/tmp/crd/out/counts.json', JSON.stringify({ counts, ms: Date.now() - started }, null, 1));
});
