import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { checkCertificate } from '../../evidence/segmentation/check-certificate';
import { valueOf } from '../../model/problem';
import { readAssembly } from '../../resources/read/read-assembly';
import { AssemblyView } from '../../resources/view/assembly-view';
import { certifySegmentation } from '../../resources/view/reachability/certificate/certify-segmentation';
import { middleOf } from '../middle';

/** Runs of each measurement; the middle one counts. */
const RUNS = 5;

const NANOSECONDS = 1e9;

function secondsOf(work: () => unknown): number {
  const start = process.hrtime.bigint();
  work();
  return Number((Number(process.hrtime.bigint() - start) / NANOSECONDS).toFixed(2));
}

/** Certifies an assembly and checks its certificate, and writes what both took beside this program's source. */
function measure(folder: string): void {
  const view = new AssemblyView(valueOf(readAssembly(folder)));
  const making = secondsOf(() => certifySegmentation(view));
  const { certificate, violations } = certifySegmentation(view);
  if (certificate === undefined)
    throw new RangeError(`${violations.length} paths keep the assembly from a certificate`);
  const clusters = new Map(
    view.model.clusters.map(({ id }) => [id, view.resources.inCluster(id).map(({ body }) => body)]),
  );
  const verdict = checkCertificate(certificate, clusters);
  if (!verdict.isAccepted) throw new RangeError(`${verdict.refusal.at}: ${verdict.refusal.what}`);
  const checks = Array.from({ length: RUNS }, () => ({
    seconds: secondsOf(() => checkCertificate(certificate, clusters)),
  }));
  const { seconds } = middleOf(checks, (one) => one.seconds);
  const results = {
    machine: { node: process.version, cores: availableParallelism() },
    environment: view.assembly.environment,
    clusters: clusters.size,
    objects: (JSON.parse(certificate) as { clusters: { objects: unknown[] }[] }).clusters.flatMap((one) => one.objects)
      .length,
    paths: verdict.paths,
    bytes: certificate.length,
    secondsToMake: making,
    secondsToCheck: seconds,
  };
  const target = join(resolve(__dirname, '..', '..', '..'), 'bench', 'certificate', 'results.json');
  writeFileSync(target, `${JSON.stringify(results, undefined, 2)}\n`);
  process.stdout.write(`${JSON.stringify(results)}\n`);
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new RangeError('name the folder of an assembly');
measure(folder);
