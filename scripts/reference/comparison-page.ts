import { printCount } from '../../model/print-count';
import { readResults, type Results } from './comparison/results';
import {
  agreementTable,
  corpusTable,
  gateTable,
  mismatchTable,
  nagTable,
  planTable,
  timeTable,
  toolTable,
} from './comparison/tables';
import { markdownPage } from './markdown';

/** How the rule engine compares with others: what agrees, what it costs, and where others are ahead. */
export function comparisonPage(): string {
  const results = readResults();
  const { timed, agreement, plan, corpus } = results;
  return markdownPage('Comparison with other rule engines', [
    `\`npm run compare\` installs the tools at the versions below, makes one estate from a seed, asks every tool the same ${agreement.length} questions, compares the answers with what was put into the estate, and only then takes the time. It writes \`bench/rules/results.json\`, from which this page is made. The truth is written down while the estate is made and shares no code with any rule. The rules in Rego were written for this comparison, from the meanings below.`,
    setup(results),
    toolTable(results),
    '## Estate',
    `Seed ${corpus.seed}: pods and what makes them, services, ingresses, roles and bindings, in files of fifty objects. Beside violations it holds what only looks like one: limits that stand for requests, a pod that speaks for its containers, a tag beside a digest.`,
    corpusTable(results),
    '## Agreement',
    'Over the three estates of 1,000 objects. `missed` violates and was not found; `wrong` was found and does not violate.',
    agreementTable(results),
    mismatchTable(results),
    '## Time',
    `Only on the ${timed.length} intents that every tool knows and is right about: ${timed.join(', ')}. Everything else is switched off in every tool. Median and quartiles of the whole process, on the estates with 5 % violating; those with 0 and 50 % are in the results. The row of one object is start and loading of rules; the last column is processor time beyond it, over objects and intents. Memory is the largest process, or the sum of those seen at once. Kubeconform checks schemas, which answers other questions; its time is here for orientation.`,
    timeTable(results),
    phases(results),
    '## Plans',
    `The estate of ${plan.objects} objects, half of those that can violate something doing so, as a Terraform plan of ${plan.megabytes} MB with some images known only after apply. Conftest could read it with other rules, gator and kubeconform can't. An open verdict is one that nobody can tell before the plan is applied. What Checkov misses in plans is counted here and was not looked into.`,
    planTable(results),
    '## Our own figures',
    own(results),
    gateTable(results),
    '## At synth of the AWS CDK',
    'cdk-nag has no rules on Kubernetes and we have none on resources of AWS, so no intent is shared and nothing but cost is told: what each adds to synth of its own kind of resource, with the built-in validation off.',
    nagTable(results),
    '## Where others are ahead',
    behind(results),
  ]);
}

function setup({ machine, effort, rows }: Results): string {
  // Our own process runs on one core and waits for nothing but a processor: what it lacks, others had.
  const own = rows.filter(({ tool, cores }) => tool === 'ndc' && cores === 1);
  const share = Math.min(...own.map(({ seconds, processorSeconds }) => processorSeconds.median / seconds.median));
  const percent = `${Math.floor(share * 100)} % of its time`;
  const warning =
    share < SHARE_MIN
      ? ` **The machine was busy (our process had a processor for ${percent}): take processor seconds for the measure, and seconds for an upper bound.**`
      : ` The machine did nothing else: our process had a processor for at least ${percent}.`;
  return `Machine: ${machine['processor']}, ${machine['cores']} cores, ${machine['memoryGiB']} GiB, ${machine['system']} (${machine['arch']}), Node ${machine['node']}. At most ${effort.runs} runs after ${printCount(effort.warmUps, 'warm-up')}, as many as fit in ${effort.secondsOfRow} s a row; the tables say how many.${warning}`;
}

/** Below which others took part of the machine. */
const SHARE_MIN = 0.95;

function phases({ rows }: Results): string {
  const row = rows.findLast(
    ({ tool, objects, phases: told }) => tool === 'ndc' && objects === 10_000 && told !== undefined,
  );
  if (row?.phases === undefined) return '';
  const parts = Object.entries(row.phases).map(([name, seconds]) => `${name} ${seconds.toFixed(2)} s`);
  return `Where our time goes on 10,000 objects: ${parts.join(', ')}. The others don't tell theirs.`;
}

function own({ own: { rules, evaluator, growth } }: Results): string {
  return [
    `With all ${rules} rules on single objects, evidence of every verdict kept: ${evaluator.microsecondsPerRuleAndObject} µs per rule and object over ${evaluator.objects} objects (target ≤ ${evaluator.microsecondsTarget}), ${evaluator.microsecondsPerEvaluation} µs per evaluation, since most rules are about other kinds and skip an object at once.`,
    `Growth, least squares on logarithms: time ~ objects^${growth.objects.exponent} from ${growth.objects.points[0]?.size} to ${growth.objects.points.at(-1)?.size} objects, and ~ rules^${growth.rules.exponent} from ${growth.rules.points[0]?.size} to ${growth.rules.points.at(-1)?.size} rules on pods (the same ones again).`,
  ].join(' ');
}

function behind({ own: { rules }, rows }: Results): string {
  const start = (tool: string): string =>
    rows.find((row) => row.tool === tool && row.objects === 1)?.processorSeconds.median.toFixed(2) ?? '?';
  return [
    `- **Rules.** Checkov 3.3.30 lists 1,360 checks for Terraform, CloudFormation, Dockerfiles, pipelines and more. We have ${rules} on single objects, all on Kubernetes and what runs on it.`,
    `- **Start.** We need ${start('ndc')} s of processor to start and load rules; conftest needs ${start('conftest')} s, gator ${start('gator')} s. On a handful of objects they answer first.`,
    '- **Formats.** Conftest reads some twenty formats with one language. We read manifests, plans and our own assembly.',
    '- **Language.** Rego is a language for anything; a tree of ours has no recursion, no join over other objects (functions do that, and never reach admission) and no library that others wrote.',
    '- **Admission.** Gatekeeper and Kyverno run in clusters, change objects and audit by themselves. We emit policies that the API server judges, and nothing that changes an object.',
    '- **Maturity.** The others have communities, releases, editors and answers on the web. We have one repository.',
    '- **Schemas.** Kubeconform validates against the schemas of any release and of hundreds of custom resources; we pin one release.',
    '- **What we don’t ask.** `pods/require-non-root` leaves pods that mount folders of their host to other rules, so the estate holds no pod that does both; `pods/restrict-host-paths` lets folders of logs pass, and the estate mounts none of these.',
  ].join('\n');
}
