import { KubernetesProvider } from '@cdktf/provider-kubernetes/lib/provider';
import {
  DefaultTokenResolver,
  LocalBackend,
  S3Backend,
  StringConcat,
  TerraformElement,
  TerraformStack,
  Tokenization,
} from 'cdktf';
import type { Construct, Node } from 'constructs';
import type { NationFact } from '../../model/facts/nation-fact';
import { isLiteralMap, mergeLiterals, readLiteral, unresolved, type LiteralMap } from './literal';

/** Releases of the kubernetes provider that a shard runs with; it uses only what all of them have. */
export const KUBERNETES_PROVIDER_VERSIONS = '>= 1.13.4, < 3.0.0';

/** What one Terraform state is about and where it is kept. */
export interface ShardStackProps {
  /** Context of the kubeconfig: the cluster's id. */
  readonly cluster: string;
  /** Name of the environment; states of two environments never meet in one bucket. */
  readonly environment: string;
  readonly backend: NationFact['terraformBackend'];
}

/**
 * One Terraform state of one cluster: it plans, applies and drifts alone, and reads no other state. Its id is the
 * shard's. Addresses are the ids of the constructs, joined with `_`: `kubernetes_resource_quota.p01-land-dmz_quota`;
 * the child id `Resource` adds nothing.
 */
export class ShardStack extends TerraformStack {
  readonly #backend: NationFact['terraformBackend'];

  public constructor(scope: Construct, shard: string, props: ShardStackProps) {
    super(scope, shard);
    this.#backend = props.backend;
    this.node.setContext('targetVersions', targetVersions(props.backend));
    addBackend(this, props);
    new KubernetesProvider(this, 'kubernetes', { configContext: props.cluster });
  }

  /**
   * The content of `cdk.tf.json`. Elements of plain data, which is nearly all of them, are taken as they are; one
   * that holds a token goes through the engine's resolution.
   */
  public override toTerraform(): LiteralMap {
    const document: LiteralMap = {};
    for (const construct of this.node.findAll())
      if (TerraformElement.isTerraformElement(construct)) mergeLiterals(document, readElement(construct));
    mergeLiterals(document, { terraform: requirements(this.#backend) });
    return document;
  }

  /** The ids below the stack: readable in a plan, and the same whatever else the stack holds. */
  protected override allocateLogicalId(element: TerraformElement | Node): string {
    const node = TerraformElement.isTerraformElement(element) ? element.node : element;
    const ids = node.scopes.slice(node.scopes.indexOf(this) + 1).map((scope) => scope.node.id);
    const wrong = ids.find((id) => !/^[A-Za-z][A-Za-z0-9-]*$/.test(id));
    if (wrong !== undefined) throw new Error(`${node.path}: ${wrong} cannot be part of a Terraform address`);
    return ids.filter((id) => id !== 'Resource').join('_');
  }
}

function readElement(element: TerraformElement): LiteralMap {
  const fragment: unknown = element.toTerraform();
  const literal = readLiteral(fragment);
  const resolved = literal === unresolved ? readLiteral(resolve(element, fragment)) : literal;
  if (isLiteralMap(resolved)) return resolved;
  throw new Error(`${element.node.path}: gives no Terraform block`);
}

function resolve(scope: TerraformElement, fragment: unknown): unknown {
  return Tokenization.resolve(fragment, { scope, resolver: new DefaultTokenResolver(new StringConcat()) });
}

/** Locking in the bucket itself came with 1.10 of both Terraform and OpenTofu. */
function requiredVersion(backend: NationFact['terraformBackend']): string {
  return backend.kind === 's3' ? '>= 1.10.0' : '>= 1.9.0';
}

/** What the engine checks the features against that a stack uses. */
function targetVersions(backend: NationFact['terraformBackend']): Record<string, string> {
  return { terraform: requiredVersion(backend), opentofu: requiredVersion(backend) };
}

function requirements(backend: NationFact['terraformBackend']): LiteralMap {
  return {
    required_version: requiredVersion(backend),
    required_providers: { kubernetes: { source: 'hashicorp/kubernetes', version: KUBERNETES_PROVIDER_VERSIONS } },
  };
}

/** State stands beside the shard's file, or in an S3 store that is not Amazon's: encrypted, locked by a lock file. */
function addBackend(stack: ShardStack, { backend, environment }: ShardStackProps): void {
  if (backend.kind === 'local') {
    new LocalBackend(stack, { path: 'terraform.tfstate' });
    return;
  }
  new S3Backend(stack, {
    bucket: backend.bucket,
    key: `${environment}/${stack.node.id}/terraform.tfstate`,
    region: backend.region,
    endpoints: { s3: `https://${backend.endpoint}` },
    encrypt: true,
    useLockfile: true,
    usePathStyle: true,
    skipCredentialsValidation: true,
    skipMetadataApiCheck: true,
    skipRegionValidation: true,
    skipRequestingAccountId: true,
  });
}
