import { compareText } from '../../../../model/build/sort';
import { groupBy } from '../../../../model/group-by';
import type { Exchange } from '../../../../model/segmentation/exchange';
import { brokers, type Flow, type ZoneEnd } from '../../../../model/segmentation/flow';
import type { ModelView } from '../../model-view';
import type { AgencyEnd, DeclaredAgencyFlow } from './agency-flow';

/**
 * Every flow between systems of two agencies, by id: exchanges over a platform, one row each, and flows that join their
 * systems without being a leg of any. An exchange of one agency with itself is among them where another agency's platform
 * carries it.
 */
export function declaredAgencyFlows(model: ModelView): readonly DeclaredAgencyFlow[] {
  const carrying = groupBy(
    model.flows.flatMap((flow) => (flow.carries ?? []).map((exchange) => ({ exchange, flow }))),
    ({ exchange }) => exchange,
  );
  const exchanges = model.exchanges.map((one) =>
    ofExchange(
      one,
      (carrying.get(one.id) ?? []).map(({ flow }) => flow),
      model,
    ),
  );
  const legs = new Set(exchanges.flatMap((one) => one.legs));
  const others = model.flows.flatMap((flow) => (legs.has(flow.id) ? [] : tryFlow(flow, model)));
  return [...exchanges.filter((one) => isBetweenAgencies(one, model)), ...others].toSorted((a, b) =>
    compareText(a.id, b.id),
  );
}

function ofExchange(exchange: Exchange, flows: readonly Flow[], model: ModelView): DeclaredAgencyFlow {
  const { id, from, to, ports, reason, broker, origin } = exchange;
  const isPlayed = model.trySystem(exchange.carrier)?.broker === broker;
  const asks = flows.find((flow) => isSameEnd(flow.from, from) && isOf(flow.to, exchange.carrier));
  const answers = flows.find((flow) => isOf(flow.from, exchange.carrier) && isSameEnd(flow.to, to));
  return {
    id,
    from: endOf(from, model),
    to: endOf(to, model),
    ports,
    reason,
    broker,
    carrier: isPlayed ? exchange.carrier : undefined,
    legs: asks === undefined || answers === undefined ? [] : [asks.id, answers.id],
    origin,
  };
}

function tryFlow(flow: Flow, model: ModelView): readonly DeclaredAgencyFlow[] {
  const { id, from, to, ports, reason, origin } = flow;
  if (from.kind !== 'zone' || to.kind !== 'zone' || from.system === to.system) return [];
  const broker: string | undefined = flow.broker;
  const isKnown = brokers.some((one) => one === broker);
  const played = [to.system, from.system].find((one) => isKnown && model.trySystem(one)?.broker === broker);
  const ends = { from: endOf(from, model), to: endOf(to, model) };
  const declared = { id, ...ends, ports, reason, broker, carrier: played, legs: [id], origin };
  return isBetweenAgencies(declared, model) ? [declared] : [];
}

function endOf({ system, zone }: ZoneEnd, model: ModelView): AgencyEnd {
  return { agency: model.trySystem(system)?.owner, system, zone };
}

function isBetweenAgencies({ from, to, carrier }: DeclaredAgencyFlow, model: ModelView): boolean {
  const platform = carrier === undefined ? from.agency : model.trySystem(carrier)?.owner;
  return from.agency === undefined || from.agency !== to.agency || from.agency !== platform;
}

function isOf(end: Flow['from'], system: string): boolean {
  return end.kind === 'zone' && end.system === system;
}

function isSameEnd(end: Flow['from'], { system, zone }: ZoneEnd): boolean {
  return end.kind === 'zone' && end.system === system && end.zone === zone;
}
