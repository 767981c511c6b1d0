import { apiVersionOf, type TargetKind, type TargetShape } from '../../policies/engine/language/target';
import { targetCatalog } from '../../policies/engine/targets/catalog';
import { readCachedSchemas } from '../../sandbox/schemas/acquire';
import type { SchemaSet } from '../../sandbox/schemas/schema-set';
import { schemaSources, type SchemaSource } from '../../sandbox/schemas/sources';
import { GENERATED_NOTICE, type Generator } from '../generated-file';
import { ShapeText } from './shape-text';
import { TerraformFields } from './terraform-fields';

/** Generators of the types of every kind that rules can be about, or why there can be none here. */
export type ShapeGenerators =
  | { readonly ok: true; readonly generators: readonly Generator[] }
  | { readonly ok: false; readonly reason: string };

/** One file of types for each source of schemas that holds a kind of a target; Kubernetes' own metadata is in its own. */
export function shapeGenerators(cacheFolder: string): ShapeGenerators {
  const schemas = readCachedSchemas(cacheFolder);
  if (!schemas.ok) return schemas;
  const kinds = new Set(targetCatalog.flatMap(({ shapes }) => shapes.flatMap(kindKeys)));
  const native = schemas.sets[0]?.definitions ?? {};
  const generators = schemaSources.flatMap((source, index): readonly Generator[] => {
    const set = schemas.sets[index];
    const wanted = Object.keys(set?.kinds ?? {}).filter((key) => kinds.has(key));
    if (set === undefined || wanted.length === 0) return [];
    return [
      { output: `policies/engine/shapes/${source.id}.ts`, render: () => shapesOf(source, set, { wanted, native }) },
    ];
  });
  return {
    ok: true,
    generators: [...generators, terraformGenerator(schemas.sets[0] ?? { kinds: {}, definitions: {} })],
  };
}

/** Kinds of which the product writes or reads Terraform resources, beside those that rules can be about. */
const furtherKinds: readonly TargetKind[] = [
  { kind: 'ClusterRoleBinding', group: 'rbac.authorization.k8s.io', version: 'v1', resource: 'clusterrolebindings' },
  { kind: 'ConfigMap', group: '', version: 'v1', resource: 'configmaps' },
  { kind: 'LimitRange', group: '', version: 'v1', resource: 'limitranges' },
  { kind: 'Namespace', group: '', version: 'v1', resource: 'namespaces' },
  { kind: 'NetworkPolicy', group: 'networking.k8s.io', version: 'v1', resource: 'networkpolicies' },
  { kind: 'PriorityClass', group: 'scheduling.k8s.io', version: 'v1', resource: 'priorityclasses' },
  { kind: 'ResourceQuota', group: '', version: 'v1', resource: 'resourcequotas' },
  { kind: 'RoleBinding', group: 'rbac.authorization.k8s.io', version: 'v1', resource: 'rolebindings' },
  { kind: 'Secret', group: '', version: 'v1', resource: 'secrets' },
  { kind: 'StorageClass', group: 'storage.k8s.io', version: 'v1', resource: 'storageclasses' },
];

function terraformGenerator({ kinds, definitions }: SchemaSet): Generator {
  return {
    output: 'resources/read/terraform/kubernetes-types.ts',
    render: () => {
      const fields = new TerraformFields(definitions);
      const known = [...targetCatalog.flatMap(({ shapes }) => shapes.flatMap((one) => one.kinds)), ...furtherKinds];
      const stated = new Map(known.map((one) => [`${apiVersionOf(one)}/${one.kind}`, one]));
      const entries = [...stated]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([key, kind]) => {
          const schema = kinds[key];
          return schema === undefined ? [] : [fields.entry(kind, schema)];
        });
      return [
        `// ${GENERATED_NOTICE}`,
        "import { list, many, map, number, one, textMap, value, type Fields, type TerraformType } from './terraform-shape';",
        '',
        ...fields.constants(),
        '',
        '/** The Kubernetes kind that each type of the provider writes, by its name without a version. */',
        `export const terraformKinds: Readonly<Record<string, TerraformType>> = { ${entries.join(' ')} };`,
        '',
      ].join('\n');
    },
  };
}

function kindKeys({ kinds }: TargetShape): readonly string[] {
  return kinds.map((one) => `${apiVersionOf(one)}/${one.kind}`);
}

function shapesOf(
  { id, version }: SchemaSource,
  { kinds, definitions }: SchemaSet,
  { wanted, native }: { readonly wanted: readonly string[]; readonly native: SchemaSet['definitions'] },
): string {
  const text = new ShapeText({ ...native, ...definitions });
  const names = wanted.toSorted().map((key) => {
    const name = key.slice(key.lastIndexOf('/') + 1);
    return `export interface ${name} ${text.kind(kinds[key] ?? {})}`;
  });
  return [
    `// ${GENERATED_NOTICE}`,
    `// What the schemas of ${id} ${version} say of the kinds that rules can be about.`,
    '',
    [...names, ...text.interfaces()].join('\n\n'),
    '',
  ].join('\n');
}
