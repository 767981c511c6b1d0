import type { JsonObject, JsonValue } from '../../../../resources/resource';
import { changeSelectors } from './change-selectors';
import { changeBlocks, changePorts } from './change-traffic';
import { append, at, edit, listAt, objectAt, takeOut, type Path } from './json-edit';
import type { Change, ChangeMaker, KnownValues, MutantKind } from './mutant';
import { isCilium, peerLists, rulePaths } from './policy-places';

/** Every way to change a policy in one place so that a server still takes it, in the order of its places. */
export function policyMutants(body: JsonObject, knownValues: KnownValues): readonly Change[] {
  const change = (kind: MutantKind, path: Path, by: JsonObject | undefined): Change => ({
    kind,
    body: by,
    where: `${pathText(path)} → ${by === undefined ? 'nothing' : (JSON.stringify(at(by, path)) ?? 'nothing')}`,
  });
  const all = [
    change('policy-out', [], undefined),
    ...changeRules(body, change),
    ...changePeers(body, change),
    ...changePorts(body, change),
    ...changeBlocks(body, change),
    ...changeSelectors(body, change, knownValues),
    ...changeWhole(body, change),
  ];
  const texts = new Set([JSON.stringify(body)]);
  return all.filter((one) => {
    const text = JSON.stringify(one.body);
    const isNew = one.body === undefined || (!texts.has(text) && isTaken(one.body));
    texts.add(text);
    return isNew;
  });
}

function pathText(path: Path): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');
}

/** The agent refuses a policy of Cilium that has no rule. */
function isTaken(body: JsonObject): boolean {
  return !isCilium(body) || rulePaths(body).length > 0;
}

function changeRules(body: JsonObject, change: ChangeMaker): readonly Change[] {
  const out = rulePaths(body).map((path) => {
    const [list, index] = [path.slice(0, -1), Number(path.at(-1))];
    const kind = String(path.at(-2)).endsWith('Deny') ? 'deny-out' : 'rule-out';
    // A NetworkPolicy says which directions it governs; there an empty list stays.
    const left = isCilium(body) ? takeOut(body, list, index) : edit(body, path, undefined);
    return change(kind, path, left);
  });
  return [...out, ...addRules(body, change)];
}

function addRules(body: JsonObject, change: ChangeMaker): readonly Change[] {
  const added: Readonly<Record<string, JsonValue>> = isCilium(body)
    ? { ingress: { toPorts: [{ ports: [{ port: '22', protocol: 'TCP' }] }] }, egress: { toEntities: ['all'] } }
    : { ingress: { ports: [{ port: 22, protocol: 'TCP' }] }, egress: {} };
  return Object.entries(added).flatMap(([direction, rule]) => {
    const path = ['spec', direction];
    const by = append(body, path, rule);
    const type = direction === 'ingress' ? 'Ingress' : 'Egress';
    const isGoverned = isCilium(body) || listAt(body, ['spec', 'policyTypes']).includes(type);
    const place = [...path, listAt(body, path).length];
    const plain = change('rule-added', place, by);
    return isGoverned ? [plain] : [plain, change('rule-added', place, append(by, ['spec', 'policyTypes'], type))];
  });
}

const STRANGER = 'kube-public';

function changePeers(body: JsonObject, change: ChangeMaker): readonly Change[] {
  const lists = rulePaths(body).flatMap((rule) => peerLists(body, rule));
  const out = lists.flatMap((list) =>
    listAt(body, list).map((_, index) => change('peer-out', [...list, index], takeOut(body, list, index))),
  );
  const added = lists.flatMap((list) => {
    const peer = isCilium(body)
      ? { matchLabels: { 'k8s:io.kubernetes.pod.namespace': STRANGER } }
      : { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': STRANGER } } };
    const isOfPods = !isCilium(body) || String(list.at(-1)).endsWith('Endpoints');
    return isOfPods ? [change('peer-added', [...list, listAt(body, list).length], append(body, list, peer))] : [];
  });
  return [...out, ...added, ...lists.flatMap((list) => exchangePeers(body, list, change))];
}

const ENTITIES = ['world', 'cluster', 'all', 'remote-node', 'kube-apiserver', 'none'];

function exchangePeers(body: JsonObject, list: Path, change: ChangeMaker): readonly Change[] {
  const key = String(list.at(-1));
  return listAt(body, list).flatMap((one, index): readonly Change[] => {
    const path = [...list, index];
    if (key.endsWith('Entities'))
      return ENTITIES.filter((entity) => entity !== one).map((entity) =>
        change('entity-exchanged', path, edit(body, path, entity)),
      );
    if (key !== 'toFQDNs') return [];
    const name = { matchName: 'exchanged.example' };
    return [change('name-exchanged', path, edit(body, path, name))];
  });
}

function changeWhole(body: JsonObject, change: ChangeMaker): readonly Change[] {
  const types = ['spec', 'policyTypes'];
  const written = listAt(body, types);
  const less = written.length < 2 ? [] : written.map((_, index) => edit(body, [...types, index], undefined));
  const closing = ['spec', 'enableDefaultDeny'];
  const members = Object.keys(objectAt(body, closing)).map((key) => [...closing, key]);
  const withoutClosing = members.length === 0 ? [] : [closing, ...members];
  return [
    ...less.map((by) => change('type-out', types, by)),
    ...withoutClosing.map((path) => change('default-deny-out', path, edit(body, path, undefined))),
  ];
}
