import { problem, ProblemError } from '../../model/problem';
import { flowFormats } from '../../reports/reachability/flow-lines';
import { defineCommand } from '../command';
import { sourceOptions } from '../prove/open-source';
import { questionCatalog } from '../prove/catalog';

const names = questionCatalog.map(({ id }) => id);

export default defineCommand({
  summary: 'prove who can reach whom by the network policies: in manifests, in a live cluster, in an assembly',
  for: 'reviewer',
  arguments: [
    {
      name: 'question',
      meaning: names.join(', '),
      required: true,
    },
    {
      name: 'before',
      meaning: 'diff: folder of an assembly or of manifests. check: file of the certificate',
      required: false,
    },
    { name: 'after', meaning: 'diff: the folder to compare it with', required: false },
  ],
  topics: questionCatalog.map(({ id, question }) => ({ name: id, summary: question.summary })),
  options: [
    ...sourceOptions,
    {
      name: 'from',
      meaning: 'workload as namespace/name, or an address; waypoint: also namespace/*, a block or internet, by comma',
      value: 'end',
    },
    {
      name: 'to',
      meaning: 'workload as namespace/name, an address or a host name; waypoint: as for --from',
      value: 'end',
    },
    {
      name: 'through',
      meaning: 'waypoint: workloads, or namespaces as namespace/*, separated by commas',
      value: 'ends',
    },
    { name: 'namespace', meaning: 'exposure: where somebody makes a pod', value: 'name' },
    { name: 'namespaces', meaning: 'resistance: where somebody may add NetworkPolicies, by comma', value: 'names' },
    { name: 'port', meaning: 'port and protocol', value: 'port', default: '443/TCP' },
    {
      name: 'format',
      meaning: 'form of the answer',
      value: 'format',
      default: 'text',
      choices: Object.keys(flowFormats),
    },
    { name: 'entries', meaning: 'reachability: list the ways in from outside too, by their names' },
    { name: 'all', meaning: 'list everything in text, however long; JSON always does' },
  ],
  run(input, io) {
    const [asked = ''] = input.arguments;
    const found = questionCatalog.find(({ id }) => id === asked);
    if (found !== undefined) return found.question.run(input, io);
    throw new ProblemError([
      problem({
        code: 'proof-unknown',
        at: ['prove'],
        what: 'nothing of this name is proved',
        got: asked,
        want: names.join(', '),
        next: 'write ndc prove reachability',
      }),
    ]);
  },
});
