import type { JsonObject, JsonValue } from '../../../../resources/resource';
import { protocols } from '../../../../resources/reachability/traffic/traffic';
import { ADMIN, BASELINE, judge, outcomesOf, saidBy } from './brute-force';
import { podName } from './brute-paths';
import { get, isInside, list, podsOf, text, tryText, type End, type Json, type Match, type Pod } from './matching';
import { portsOf, type Objects } from './random-cluster';
import { rulesOfClusterPolicy, strongest, words, type Question } from './verdicts';
import { BLOCK_EDGES } from './vocabulary';

/** A rule of an object: `spec.ingress[0]`, `specs[1].egressDeny[0]`. */
export interface RulePlace {
  readonly object: JsonObject;
  readonly where: string;
  readonly direction: 'ingress' | 'egress';
}

/** One flow of which the conflicts are asked; ends are called by their names. */
export interface AskedConflict {
  readonly direction: 'ingress' | 'egress';
  readonly pod: string;
  readonly peer: string;
  readonly protocol: string;
  readonly port: number;
}

/** What trying every flow says of a rule. */
export interface BruteUse {
  readonly use: 'idle' | 'shadowed' | 'decides';
  readonly isSpare: boolean;
}

/** One cluster in which every flow is tried on which something may change. */
export class BruteRules {
  private readonly pods: readonly Pod[];
  private readonly questions: Readonly<Record<'ingress' | 'egress', readonly Question[]>>;

  public constructor(
    private readonly objects: Objects,
    private readonly plugin: Question['plugin'],
  ) {
    this.pods = podsOf(objects);
    this.questions = { ingress: this.ask('ingress'), egress: this.ask('egress') };
  }

  /** How many flows are tried for a rule. */
  public get size(): number {
    return this.questions.ingress.length + this.questions.egress.length;
  }

  /** Every rule of every policy. */
  public rules(): readonly RulePlace[] {
    return this.objects.flatMap((object) =>
      [['spec', object['spec']] as const, ...list(object, 'specs').map((spec, at) => [`specs[${at}]`, spec] as const)]
        .filter(([, spec]) => spec !== undefined && text(object, 'kind').endsWith('Policy'))
        .flatMap(([path, spec]) =>
          KEYS.filter((key) => isGoverned(spec, key)).flatMap((key) =>
            list(spec, key).map((_, at): RulePlace => {
              const direction = key.startsWith('ingress') ? 'ingress' : 'egress';
              return { object, where: `${path}.${key}[${at}]`, direction };
            }),
          ),
        ),
    );
  }

  /** What a rule is good for. */
  public useOf(place: RulePlace): BruteUse {
    const matched = this.questions[place.direction].filter((one) => matchOf(place, one) !== 'no');
    const isUsed = matched.some((one) => this.mayReach(place, one));
    return {
      use: matched.length === 0 ? 'idle' : isUsed ? 'decides' : 'shadowed',
      isSpare: this.isSpare(place, matched),
    };
  }

  /** The pairs of rules of one tier and priority that meet a flow before all others, with different actions: on all flows, or one. */
  public conflicts(asked?: AskedConflict): readonly string[] {
    const found = new Map<string, boolean>();
    for (const direction of ['ingress', 'egress'] as const) {
      for (const question of asked === undefined ? this.questions[direction] : this.questionOf(asked, direction)) {
        for (const { pair, isCertain } of conflictsAt(this.objects, question))
          found.set(`${direction} ${pair}`, isCertain || found.get(`${direction} ${pair}`) === true);
      }
    }
    return [...found].map(([pair, isCertain]) => `${pair} ${isCertain ? 'certain' : 'perhaps'}`).toSorted();
  }

  private questionOf(asked: AskedConflict, direction: 'ingress' | 'egress'): readonly Question[] {
    const find = (name: string): Pod | undefined => this.pods.find((one) => podName(one) === name);
    const [pod, peer] = [find(asked.pod), find(asked.peer) ?? asked.peer];
    if (pod === undefined || asked.direction !== direction) return [];
    const { protocol, port } = asked;
    const traffic = { protocol, port, to: direction === 'ingress' ? pod : peer };
    return [{ direction, pod, peer, traffic, plugin: this.plugin }];
  }

  private ask(direction: 'ingress' | 'egress'): readonly Question[] {
    const peers: readonly End[] = [...this.pods, ...tellingAddresses(this.objects)];
    const { plugin } = this;
    return this.pods.flatMap((pod) =>
      peers
        .filter((peer) => peer !== pod || pod.kind !== 'Pod') // rule 21
        .flatMap((peer) =>
          protocols.flatMap((protocol) =>
            tellingPorts(this.objects).map((port) => {
              const traffic = { protocol, port, to: direction === 'ingress' ? pod : peer };
              return { direction, pod, peer, traffic, plugin };
            }),
          ),
        ),
    );
  }

  private mayReach(place: RulePlace, question: Question): boolean {
    const { object } = place;
    const isPassedOn = (tier: typeof ADMIN): boolean =>
      outcomesOf(this.objects, tier, question).some((one) => one === 'none' || one === 'Pass');
    const said = this.objects.flatMap((one) => saidBy(one, question));
    switch (tierOf(object)) {
      case 'admin':
        return !this.isMetBefore(place, question);
      case 'baseline':
        return isPassedOn(ADMIN) && strongest(said).includes(words.silent) && !this.isMetBefore(place, question);
      default: {
        const isDenied = said.some(({ match, word }) => word === words.denies && match === 'yes');
        return isPassedOn(ADMIN) && (place.where.includes('Deny') || !isDenied);
      }
    }
  }

  private isMetBefore({ object, where }: RulePlace, question: Question): boolean {
    const isMet = (one: JsonObject, most?: number): boolean =>
      rulesOfClusterPolicy(one, question)
        .slice(0, most)
        .some(({ match }) => match === 'yes');
    const earlier = this.objects.filter(
      (one) => tierOf(one) === tierOf(object) && priorityOf(one) < priorityOf(object) && isMet(one),
    );
    return earlier.length > 0 || isMet(object, numberIn(where));
  }

  private isSpare(place: RulePlace, matched: readonly Question[]): boolean {
    const { object, where, direction } = place;
    const left = this.objects.map((one) => (one === object ? withoutRule(one, where) : one));
    // A rule that isn't met says nothing, but the last of a direction may be what makes its policy govern (rules 2 and 41).
    const isLast = this.rules().filter((one) => one.object === object && one.direction === direction).length === 1;
    const isCilium = text(object, 'kind').startsWith('Cilium');
    const asked = isLast || isCilium ? this.questions[direction] : matched;
    return asked.every(({ pod, peer, traffic, plugin }) => {
      const ends = direction === 'ingress' ? { from: peer, to: pod } : { from: pod, to: peer };
      const flow = { ...ends, protocol: traffic.protocol, port: traffic.port };
      return judge(this.objects, flow, plugin) === judge(left, flow, plugin);
    });
  }
}

const KEYS = ['ingress', 'ingressDeny', 'egress', 'egressDeny'];

/** Rule 2: rules of a direction that isn't among the types of a NetworkPolicy say nothing at all. */
function isGoverned(spec: Json, key: string): boolean {
  const types = list(spec, 'policyTypes');
  return types.length === 0 || types.some((one) => typeof one === 'string' && one.toLowerCase() === key);
}

function* conflictsAt(
  objects: Objects,
  question: Question,
): Generator<{ readonly pair: string; readonly isCertain: boolean }> {
  for (const tier of ['admin', 'baseline']) {
    const own = objects.filter((one) => tierOf(one) === tier);
    const met = own.flatMap((object) => {
      const rules = rulesOfClusterPolicy(object, question);
      const last = rules.findIndex(({ match }) => match === 'yes');
      return rules.flatMap(({ match, action }, at) =>
        match === 'no' || (last !== -1 && at > last) ? [] : [{ object, at, match, action }],
      );
    });
    for (const one of met) {
      for (const other of met) {
        const isRival = priorityOf(one.object) === priorityOf(other.object) && one.action !== other.action;
        if (!isRival || nameOf(one.object) >= nameOf(other.object)) continue;
        if (met.some(({ object, match }) => match === 'yes' && priorityOf(object) < priorityOf(one.object))) continue;
        const pair = `${nameOf(one.object)} ${one.at} ${nameOf(other.object)} ${other.at}`;
        yield { pair, isCertain: one.match === 'yes' && other.match === 'yes' };
      }
    }
  }
}

function tierOf(object: JsonObject): string {
  if (object['kind'] === ADMIN.older) return 'admin';
  if (object['kind'] === BASELINE.older) return 'baseline';
  return text(object, 'spec', 'tier').toLowerCase();
}

function priorityOf(object: JsonObject): number {
  return Number(get(object, 'spec', 'priority') ?? 0);
}

function nameOf(object: JsonObject): string {
  return text(object, 'metadata', 'name');
}

/** How a rule alone matches a flow: its object is asked without its other rules. */
function matchOf({ object, where }: RulePlace, question: Question): Match {
  const alone = changeRules({ object, where }, true, (rules, at) => rules.slice(at, at + 1));
  if (tierOf(object) !== '') return rulesOfClusterPolicy(alone, question)[0]?.match ?? 'no';
  const said = saidBy(alone, question).filter(({ word }) => word === words.allows || word === words.denies);
  return said[0]?.match ?? 'no';
}

function withoutRule(object: JsonObject, where: string): JsonObject {
  return changeRules({ object, where }, false, (rules, at) => rules.filter((_, index) => index !== at));
}

/** The object with other rules in the list that a rule stands in; alone, without its other lists and specs. */
export function changeRules(
  { object, where }: Pick<RulePlace, 'object' | 'where'>,
  isAlone: boolean,
  change: (rules: readonly JsonValue[], at: number) => readonly JsonValue[],
): JsonObject {
  const [, specAt, key = ''] = /^specs?(?:\[(\d+)\])?\.(\w+)/.exec(where) ?? [];
  const rewrite = (spec: JsonValue): JsonValue => ({
    ...(spec as JsonObject),
    ...(isAlone ? { ingress: [], egress: [], ingressDeny: [], egressDeny: [] } : {}),
    [key]: change(list(spec, key), numberIn(where)),
  });
  if (specAt === undefined)
    return { ...object, spec: rewrite(object['spec'] ?? {}), ...(isAlone ? { specs: [] } : {}) };
  const specs = list(object, 'specs').flatMap((spec, at) =>
    at === Number(specAt) ? [rewrite(spec)] : isAlone ? [] : [spec],
  );
  return { ...object, specs };
}

function numberIn(where: string): number {
  return Number(/\[(\d+)\]$/.exec(where)?.[1]);
}

/** One address of each kind that blocks in the objects tell apart. */
function tellingAddresses(objects: Objects): readonly string[] {
  const blocks = [...new Set(JSON.stringify(objects).match(/"[0-9a-f.:]+\/\d+"/g))].map((one) => one.slice(1, -1));
  const kinds = new Map(
    BLOCK_EDGES.map((address) => [
      `${address.includes(':')} ${blocks.map((one) => isInside(address, one)).join()}`,
      address,
    ]),
  );
  return [...kinds.values()];
}

/** The first port of each run that the objects may tell apart. */
function tellingPorts(objects: Objects): readonly number[] {
  const ports = new Set(portsOf(objects));
  return [...ports].filter((port) => port === 1 || ports.has(port - 1));
}

/** The name of the object of a rule, with its kind and namespace, as the engine calls it. */
export function placeText({ object, where }: RulePlace): string {
  const namespace = tryText(object, 'metadata', 'namespace') ?? '-';
  return `cluster/${text(object, 'kind')}/${namespace}/${nameOf(object)} ${where}`;
}
