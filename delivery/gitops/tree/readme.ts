import { deliveryWaves, type WaveName } from '../../wave/delivery-step';
import type { GuideStep } from '../define-engine';
import { revisionOf, type Repository } from '../repository';
import { apiGroupOf } from '../rights/resource-name';
import { readmeWords, type ReadmeWords } from './readme-words';
import type { TreeInput } from './tree-input';

/** API groups that every cluster has by itself. */
const builtInGroups: ReadonlySet<string> = new Set([
  '',
  'admissionregistration.k8s.io',
  'apps',
  'autoscaling',
  'batch',
  'networking.k8s.io',
  'policy',
  'rbac.authorization.k8s.io',
  'scheduling.k8s.io',
  'storage.k8s.io',
]);

/** The page at the root of a tree: what it is, the order, and how to start; in English, then in Vietnamese. */
export function readmeText(input: TreeInput): string {
  return `${[...section(input, readmeWords.en), '---', ...section(input, readmeWords.vi)].join('\n\n')}\n`;
}

function section(input: TreeInput, words: ReadmeWords): readonly string[] {
  const { mark, engine, clusters, repository } = input;
  return [
    `# ${words.title(mark.environment)}`,
    words.what(engine.title),
    table(['', ''], facts(input, words)),
    words.never,
    `## ${words.order}`,
    words.waits(repository.promotion),
    table([words.wave, words.holds, words.clusters], waveRows(input, words)),
    ...promotion(input, words),
    `## ${words.start}`,
    ...needs(input, words),
    ...(mark.foundation === 'terraform' ? foundationOfTerraform(input, words) : foundationOfManifests(input, words)),
    `${words.eachCluster} \`CLUSTER\`: ${clusters.map(({ id }) => `\`${id}\``).join(', ')}. ${words.again}`,
    ...engine.guide(input).map((step, index) => guideText(step, index + 1, words)),
  ];
}

function facts({ mark, repository, notDelivered, clusters }: TreeInput, words: ReadmeWords): readonly string[][] {
  const parts = clusters.flatMap(({ waves }) => waves.flatMap((wave) => wave.parts));
  const objects = parts.reduce((sum, { resources }) => sum + resources.length, 0);
  return [
    [words.assembly, `\`${mark.assemblyDigest}\``],
    [words.pulled, words.counts({ clusters: clusters.length, parts: parts.length, objects })],
    [words.foundation, words.foundationIs[mark.foundation]],
    [
      words.repository,
      `\`${repository.url}\`, \`${revisionOf(repository)}\`, \`${repository.path === '' ? '.' : repository.path}\``,
    ],
    ...(notDelivered === 0 ? [] : [[words.elsewhere, words.leased(notDelivered)]]),
  ];
}

function waveRows({ clusters, repository }: TreeInput, words: ReadmeWords): readonly string[][] {
  return deliveryWaves
    .map(({ name }, index) => ({
      name,
      index,
      in: clusters.filter(({ waves }) => waves.some((wave) => wave.name === name)),
    }))
    .filter((row) => row.in.length > 0)
    .map(({ name, index, in: some }) => [
      `${index + 1} ${name} (\`${revisionOf(repository, name)}\`)`,
      words.waves[name],
      some.map(({ id }) => id).join(', '),
    ]);
}

function promotion({ clusters, repository }: TreeInput, words: ReadmeWords): readonly string[] {
  if (repository.promotion === 'together') return [words.publish, shell(publish(repository))];
  const waves = deliveryWaves.filter(({ name }) =>
    clusters.some((one) => one.waves.some((wave) => wave.name === name)),
  );
  return [words.promote, shell([...publish(repository), ...waves.map(({ name }) => promote(name, repository))])];
}

/** Archives the repository as committed: the one form of artifact that every engine reads. */
function publish({ kind, url, revision }: Repository): readonly string[] {
  if (kind === 'git') return [`git push origin HEAD:refs/heads/${revision}`];
  return [
    'git -C "$(git rev-parse --show-toplevel)" archive --format tar.gz --output "$PWD/tree.tar.gz" HEAD',
    `oras push ${artifact(url, revision)} tree.tar.gz:application/vnd.oci.image.layer.v1.tar+gzip`,
    'rm tree.tar.gz',
  ];
}

function promote(wave: WaveName, repository: Repository): string {
  const [from, to] = [revisionOf(repository), revisionOf(repository, wave)];
  return repository.kind === 'git'
    ? `git push origin HEAD:refs/heads/${to}`
    : `oras tag ${artifact(repository.url, from)} ${to}`;
}

function artifact(url: string, tag: string): string {
  return `${url.slice('oci://'.length)}:${tag}`;
}

function needs({ clusters }: TreeInput, words: ReadmeWords): readonly string[] {
  const parts = clusters.flatMap(({ waves }) => waves.flatMap((wave) => wave.parts));
  const groups = parts.flatMap(({ resources }) => resources.map(({ apiVersion }) => apiGroupOf(apiVersion)));
  const custom = [...new Set(groups)].filter((group) => !builtInGroups.has(group)).toSorted();
  return custom.length === 0 ? [] : [`${words.needs} ${custom.map((group) => `\`${group}\``).join(', ')}.`];
}

function foundationOfTerraform({ clusters }: TreeInput, words: ReadmeWords): readonly string[] {
  const rows = clusters.map(({ id, leftToTerraform }) => [id, leftToTerraform.map(({ part }) => part).join(', ')]);
  return [words.terraform, table([words.cluster, words.shards], rows)];
}

function foundationOfManifests({ clusters }: TreeInput, words: ReadmeWords): readonly string[] {
  const shards = clusters.flatMap(({ waves }) =>
    waves.flatMap(({ parts }) =>
      parts
        .map(({ step }) => step.split('/'))
        .filter(([, , engine]) => engine === 'terraform')
        .map((names) => names[3] ?? ''),
    ),
  );
  const list = shards.toSorted().join(' ');
  return [
    words.manifests,
    shell([
      `for shard in ${list}; do`,
      '  terraform -chdir="ASSEMBLY/terraform/$shard" init && terraform -chdir="ASSEMBLY/terraform/$shard" state list',
      'done',
    ]),
  ];
}

function guideText({ does, commands }: GuideStep, number: number, { language }: ReadmeWords): string {
  return `${number}. ${does[language]}\n\n${shell(commands)}`;
}

function shell(commands: readonly string[]): string {
  return `\`\`\`sh\n${commands.join('\n')}\n\`\`\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
