import { canonicalJson } from '../../model/canonical-json';
import { groupBy } from '../../model/group-by';
import type { Model } from '../../model/model';
import type { Exchange } from '../../model/segmentation/exchange';
import type { System } from '../../model/tenancy/system';
import type { Text } from '../../model/text';
import { placeText } from '../paths/path-ends';
import { alike } from '../words/review-words';
import type { Changes, Risk } from './risk';

/** Conversations between agencies that a sharing platform carries now and did not: two paths, of which each alone says less. */
export function exchangeRisks({ before, after }: Changes): readonly Risk[] {
  const old = new Set((before?.view.model.exchanges ?? []).map(keyOf));
  const { model } = after.view;
  const systems = new Map(model.systems.map((one) => [one.id, one]));
  const added = model.exchanges.filter((one) => !old.has(keyOf(one)));
  const groups = groupBy(added, ({ from, to, carrier, ports }) => {
    const [caller, called, way] = [from.system, to.system, carrier].map((one) => declarationOf(one, systems));
    return canonicalJson([caller, from.zone, called, to.zone, way, ports]);
  });
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [riskOf(first, group, systems)];
  });
}

function keyOf({ from, to, carrier, ports }: Exchange): string {
  return canonicalJson([from, to, carrier, ports]);
}

function declarationOf(system: string, systems: ReadonlyMap<string, System>): string {
  return systems.get(system)?.declaration ?? system;
}

function riskOf(first: Exchange, group: readonly Exchange[], systems: ReadonlyMap<string, System>): Risk {
  const ends = group.flatMap(({ from, to }) => [from, to].flatMap(({ system }) => systems.get(system) ?? []));
  const tenants = [...new Set(ends.map(({ owner }) => owner))].toSorted();
  const endText = ({ system, zone }: Exchange['from']): Text =>
    placeText({ zone, system, owner: ownerOf(system, systems) });
  const [from, to] = [endText(first.from), endText(first.to)];
  const ports = first.ports.map(({ port, protocol }) => `${port}/${protocol}`).join(', ');
  const carrier = declarationOf(first.carrier, systems);
  return {
    class: ends.some(({ level }) => level === 5) ? 'level-5-changed' : 'tenant-path',
    what: {
      vi: `${from.vi} nay truy cập được ${to.vi} qua ${ports}, do ${carrier} chuyển`,
      en: `${from.en} can now reach ${to.en} on ${ports}, carried by ${carrier}`,
    },
    witness: alike(
      `${first.id}: ${first.from.system}/${first.from.zone} → ${first.carrier} → ${first.to.system}/${first.to.zone} ${ports}`,
    ),
    count: group.length,
    tenants,
  };
}

function ownerOf(system: string, systems: ReadonlyMap<string, System>): Model['systems'][number]['owner'] {
  return systems.get(system)?.owner ?? system;
}
