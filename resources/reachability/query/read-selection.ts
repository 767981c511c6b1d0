import { Cidr, parseCidr } from '../../../model/address/cidr';
import { parseIp } from '../../../model/address/ip';
import { refusalAt } from '../../../model/address/refusal';
import { nearestName } from '../../../model/nearest-name';
import { failure, problem, success, type Problem, type Result } from '../../../model/problem';
import { reservedBlocks } from '../../../model/segmentation/internet';
import { workloadName, type Workload } from '../peers/workload';
import { nearEnds, nextOf } from './ends';
import type { EndSelection } from './waypoint';

/** Stands for all addresses outside that are public. */
export const INTERNET = 'internet';

/** Blocks that aren't the Internet, as texts: those of private use, of carriers, of a link and of a host itself. */
export const privateBlocks: readonly string[] = [...reservedBlocks.ipv4, ...reservedBlocks.ipv6];

/**
 * Reads some ends as somebody types them: each a workload as `namespace/name` or `namespace/name[Kind]`, all workloads of a
 * namespace as `namespace/*`, an address, a block of addresses, or `internet`.
 */
export function readSelection(
  workloads: readonly Workload[],
  at: string,
  texts: readonly string[],
): Result<EndSelection> {
  const read = texts.map((text) => readOne(workloads, at, text));
  const problems = read.flatMap((one) => (one.ok ? [] : one.problems));
  if (problems.length > 0) return failure(problems);
  const found = read.flatMap((one) => (one.ok ? [one.value] : []));
  return success({
    workloads: [...new Set(found.flatMap((one) => one.workloads))].toSorted((a, b) => a - b),
    blocks: found.flatMap(({ blocks }) => blocks),
  });
}

function readOne(workloads: readonly Workload[], at: string, text: string): Result<EndSelection> {
  if (text === INTERNET) return success({ workloads: [], blocks: internetBlocks() });
  const address = parseIp(text);
  if (address.ok) return success({ workloads: [], blocks: [Cidr.host(address.value)] });
  const block = parseCidr(text);
  if (block.ok) return success({ workloads: [], blocks: [block.value] });
  if (block.reason.code === 'cidr-host-bits') return failure([refusalAt([at], block.reason)]);
  const [place, isEvery] = text.endsWith('/*') ? [text.slice(0, -2), true] : [text, false];
  const found = workloads.flatMap((one, index) =>
    (isEvery ? one.namespace === place : workloadName(one) === text || `${one.namespace}/${one.name}` === text)
      ? [index]
      : [],
  );
  if (isEvery ? found.length > 0 : found.length === 1) return success({ workloads: found, blocks: [] });
  if (found.length > 0) return failure([refuse(at, text, namesOf(workloads, found))]);
  const nearPlace = isEvery ? nearestName(place, new Set(workloads.map(({ namespace }) => namespace))) : undefined;
  const near = isEvery ? (nearPlace === undefined ? [] : [`${nearPlace}/*`]) : nearEnds(text, workloads);
  return failure([refuse(at, text, near)]);
}

/** Several workloads of different kinds may have one name. */
function namesOf(workloads: readonly Workload[], found: readonly number[]): readonly string[] {
  return found.flatMap((one) => workloads[one] ?? []).map(workloadName);
}

function refuse(at: string, got: string, near: readonly string[]): Problem {
  return problem({
    code: 'ends-not-understood',
    at: [at],
    what: 'nothing in the cluster is called so, or several are',
    got,
    want: `a workload as namespace/name, all of a namespace as namespace/*, an address, a block, or ${INTERNET}`,
    next: nextOf(near),
  });
}

/** All addresses but those of private blocks, as few blocks as can be. */
function internetBlocks(): readonly Cidr[] {
  const holes = privateBlocks.map(blockOf);
  return ['0.0.0.0/0', '::/0'].flatMap((text) => without(blockOf(text), holes));
}

function blockOf(text: string): Cidr {
  const block = parseCidr(text);
  if (!block.ok) throw new RangeError(`${text} is no block of addresses`);
  return block.value;
}

/** A block without others: halved until each half is in one of them whole or meets none. */
function without(block: Cidr, holes: readonly Cidr[]): readonly Cidr[] {
  if (holes.some((one) => one.contains(block))) return [];
  const met = holes.filter((one) => one.overlaps(block));
  if (met.length === 0) return [block];
  return [0, 1].flatMap((half) => without(block.subnet(half, block.prefixLength + 1), met));
}
