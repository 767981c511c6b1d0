import { resolve } from 'node:path';
import { printCount } from '../../model/print-count';
import { problem, ProblemError, valueOf } from '../../model/problem';
import { readCluster, type ClusterInput } from '../../resources/reachability/cluster-input';
import { askFlow } from '../../resources/reachability/query/ask-flow';
import { flowsOf } from '../../resources/reachability/query/flows';
import { Reachability } from '../../resources/reachability/solve/reachability';
import { readManifests } from '../../resources/read/read-manifests';
import { flowFormats } from '../../reports/reachability/flow-lines';
import { placeText } from '../../reports/text/place-text';
import { visibleText } from '../../reports/text/visible-text';
import { defineCommand, exitCodes, textOption, type CommandInput, type ExitCode } from '../command';
import type { Io } from '../io';

const questions = ['reachability', 'query'] as const;

const plugins = ['cilium', 'unknown'] as const;

export default defineCommand({
  summary: 'prove who can reach whom by the network policies: every flow, or one with its reasons',
  for: 'reviewer',
  arguments: [{ name: 'what', meaning: questions.join(' or '), required: true }],
  options: [
    { name: 'manifests', meaning: 'folder of Kubernetes objects of one cluster; must be given', value: 'folder' },
    { name: 'from', meaning: 'query: workload as namespace/name, or an address', value: 'end' },
    { name: 'to', meaning: 'query: workload as namespace/name, or an address', value: 'end' },
    { name: 'port', meaning: 'query: port and protocol', value: 'port', default: '443/TCP' },
    {
      name: 'plugin',
      meaning: 'network plugin of the cluster: it decides what the API leaves open',
      value: 'name',
      default: 'unknown',
      choices: plugins,
    },
    {
      name: 'format',
      meaning: 'form of the answer',
      value: 'format',
      default: 'text',
      choices: Object.keys(flowFormats),
    },
  ],
  run(input, io) {
    const [what] = input.arguments;
    if (what === 'reachability') return Promise.resolve(proveAll(input, io));
    if (what === 'query') return Promise.resolve(answerOne(input, io));
    throw new ProblemError([
      problem({
        code: 'proof-unknown',
        at: ['prove'],
        what: 'nothing of this name is proved',
        got: what ?? '',
        want: questions.join(' or '),
        next: 'write ndc prove reachability',
      }),
    ]);
  },
});

function proveAll(input: CommandInput, io: Io): ExitCode {
  const { reachability, isWhole } = open(input, io);
  const { head, lines } = flowFormats[textOption(input, 'format') ?? ''] ?? refuseFormat();
  if (head !== undefined) io.out(`${head}\n`);
  let count = 0;
  for (const line of lines(flowsOf(reachability))) {
    io.out(`${line}\n`);
    count += 1;
  }
  const workloads = printCount(reachability.workloads.length, 'workload');
  io.err(`${workloads}, ${printCount(count, 'line')}; what is not listed is denied\n`);
  return isWhole ? exitCodes.clean : exitCodes.findings;
}

function answerOne(input: CommandInput, io: Io): ExitCode {
  const { reachability } = open(input, io);
  const [from, to, port] = ['from', 'to', 'port'].map((name) => textOption(input, name) ?? '');
  const { verdict, because } = valueOf(askFlow(reachability, { from: from ?? '', to: to ?? '', port: port ?? '' }));
  if (textOption(input, 'format') === 'json') io.out(`${JSON.stringify({ from, to, port, verdict, because })}\n`);
  else io.out([verdict, ...because.map((one) => `  ${visibleText(one)}`), ''].join('\n'));
  return exitCodes.clean;
}

function refuseFormat(): never {
  throw new RangeError('the command line takes no other format');
}

interface Opened {
  readonly reachability: Reachability;
  /** Whether everything could be read and understood. */
  readonly isWhole: boolean;
}

function open(input: CommandInput, io: Io): Opened {
  const folder = textOption(input, 'manifests');
  if (folder === undefined) throw new ProblemError([missingFolder()]);
  const { resources, integrity } = valueOf(readManifests(resolve(io.cwd, folder)));
  for (const one of integrity) io.err(`${visibleText(placeText(one))}: ${one.kind}: ${visibleText(one.detail)}\n`);
  const cluster = readCluster(resources);
  tellTroubles(cluster, io);
  const blocksTakePods = textOption(input, 'plugin') === 'cilium' ? 'never' : 'unknown';
  const isWhole = integrity.length === 0 && cluster.troubles.length === 0;
  return { reachability: new Reachability(cluster, { blocksTakePods }), isWhole };
}

function tellTroubles({ troubles, otherKinds }: ClusterInput, io: Io): void {
  for (const { resource, where, got, want } of troubles) {
    const { file, address } = resource.artifact;
    io.err(visibleText(`${file}: ${address}: ${where}: got ${got}, want ${want}`).concat('\n'));
  }
  const kinds = [...otherKinds].map(([kind, count]) => `${kind} (${count})`);
  if (kinds.length > 0) io.err(`not about who reaches whom, or not known: ${visibleText(kinds.join(', '))}\n`);
}

function missingFolder(): ReturnType<typeof problem> {
  return problem({
    code: 'manifests-not-given',
    at: ['--manifests'],
    what: 'nothing says which objects to look at',
    got: 'no folder',
    want: 'a folder of Kubernetes objects',
    next: 'add --manifests FOLDER',
  });
}
