import { Cidr, parseCidr } from '../../../../model/address/cidr';
import { ADDRESS_BITS } from '../../../../model/address/ip';
import type { JsonObject } from '../../../../resources/resource';
import { at, edit, listAt, takeOut, textAt, type Path } from './json-edit';
import type { Change, ChangeMaker } from './mutant';
import { blockPaths, portLists, rulePaths } from './policy-places';

const OTHER: Readonly<Record<string, string>> = { TCP: 'UDP', UDP: 'TCP' };
const RANGE = 10;

/** Every change of the ports of a policy in one place. */
export function changePorts(body: JsonObject, change: ChangeMaker): readonly Change[] {
  return rulePaths(body).flatMap((rule) => {
    const { whole, lists } = portLists(body, rule);
    if (listAt(body, whole).length === 0) return [];
    const out = change('ports-out', whole, edit(body, whole, undefined));
    return [out, ...lists.flatMap((list) => changeList(body, list, change))];
  });
}

function changeList(body: JsonObject, list: Path, change: ChangeMaker): readonly Change[] {
  const ports = listAt(body, list);
  return ports.flatMap((_, index): readonly Change[] => {
    const path = [...list, index];
    const port = at(body, [...path, 'port']);
    const number = Number(port);
    const another = typeof port === 'string' ? String(number + 1) : number + 1;
    const hasRules = at(body, [...list.slice(0, -1), 'rules']) !== undefined;
    return [
      ...(ports.length > 1 ? [change('port-out', path, takeOut(body, list, index))] : []),
      change('port-number', [...path, 'port'], edit(body, [...path, 'port'], another)),
      change(
        'port-protocol',
        [...path, 'protocol'],
        edit(body, [...path, 'protocol'], OTHER[textAt(body, [...path, 'protocol'])]),
      ),
      // The agent takes no range where layer 7 is looked at.
      ...(hasRules
        ? []
        : [change('port-range', [...path, 'endPort'], edit(body, [...path, 'endPort'], number + RANGE))]),
    ];
  });
}

/** Every change of the blocks of a policy in one place, to blocks that still hold what they except. */
export function changeBlocks(body: JsonObject, change: ChangeMaker): readonly Change[] {
  return blockPaths(body).flatMap(({ cidr, except }) => {
    const parsed = parseCidr(textAt(body, cidr));
    if (!parsed.ok) throw new Error(`${textAt(body, cidr)} is no block`);
    const { first, prefixLength, family } = parsed.value;
    const excepted = listAt(body, except);
    const narrower = prefixLength < ADDRESS_BITS[family] && excepted.length === 0;
    const sized = (length: number): JsonObject => edit(body, cidr, Cidr.around(first, length).toString());
    return [
      ...(prefixLength > 0 ? [change('block-wider', cidr, sized(prefixLength - 1))] : []),
      ...(narrower ? [change('block-narrower', cidr, sized(prefixLength + 1))] : []),
      ...excepted.map((_, index) => change('except-out', [...except, index], takeOut(body, except, index))),
    ];
  });
}
