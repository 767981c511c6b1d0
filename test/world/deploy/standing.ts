import type { Product } from '../../support/sandbox/product';

interface Listed {
  readonly items: readonly {
    readonly metadata: {
      readonly name: string;
      readonly namespace?: string;
      readonly uid: string;
      readonly labels?: Readonly<Record<string, string>>;
    };
  }[];
}

/** Kinds of which every deploy has many, by the path of their list. */
const lists = [
  '/api/v1/namespaces',
  '/api/v1/resourcequotas',
  '/api/v1/serviceaccounts',
  '/apis/networking.k8s.io/v1/networkpolicies',
  '/apis/rbac.authorization.k8s.io/v1/rolebindings',
  '/apis/cert-manager.io/v1/certificates',
  '/apis/postgresql.cnpg.io/v1/clusters',
] as const;

/** The identity of every object of ours that stands now: one that was deleted and made again has another. */
export async function standing(product: Product, cluster = product.first): Promise<ReadonlyMap<string, string>> {
  const answers = await Promise.all(lists.map((path) => product.call(`${path}?labelSelector=${OURS}`, {}, cluster)));
  return new Map(
    answers.flatMap(({ status, body }, index) =>
      itemsOf(body, `${lists[index]} is answered with ${status}`).map(({ metadata: { namespace = '', name, uid } }) => [
        `${lists[index]} ${namespace} ${name}`,
        uid,
      ]),
    ),
  );
}

function itemsOf(body: object, otherwise: string): Listed['items'] {
  if (!('items' in body)) throw new Error(`${otherwise}: ${JSON.stringify(body)}`);
  return (body as Listed).items;
}

const OURS = encodeURIComponent('app.kubernetes.io/managed-by=ndc');

/** Objects of before that are gone now, or are others under the same name. */
export function lostSince(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): readonly string[] {
  return [...before].filter(([name, uid]) => now.get(name) !== uid).map(([name]) => name);
}
