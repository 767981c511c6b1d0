import { groupBy } from '../group-by';
import type { Exchange } from '../segmentation/exchange';
import { brokerZones, type Flow, type ZoneEnd } from '../segmentation/flow';
import { compareText } from './sort';

const reason = {
  vi: 'Trao đổi giữa các cơ quan qua nền tảng chia sẻ dữ liệu',
  en: 'Exchange between agencies over a data sharing platform',
} as const;

/**
 * The flows that carry exchanges, the only place where they are derived: from the one who asks to the platform, and
 * from the platform to the one who provides. No flow joins the two directly (Decree 194/2025 Art. 20, Decree
 * 278/2025). A leg that several exchanges share is one flow, on the ports of all of them.
 */
export function buildLegs(exchanges: readonly Exchange[]): readonly Flow[] {
  const halves = exchanges.flatMap((exchange): Half[] => {
    const asked: ZoneEnd = { kind: 'zone', system: exchange.carrier, zone: brokerZones.asked };
    const asking: ZoneEnd = { kind: 'zone', system: exchange.carrier, zone: brokerZones.asking };
    return [
      { exchange, from: exchange.from, to: asked },
      { exchange, from: asking, to: exchange.to },
    ];
  });
  return [...groupBy(halves, legId)].map(([id, shared]) => leg(id, shared));
}

interface Half {
  readonly exchange: Exchange;
  readonly from: ZoneEnd;
  readonly to: ZoneEnd;
}

/** The dots keep it apart from every declared name, which is a slug. */
function legId({ from, to }: Half): string {
  return `${from.system}/${from.zone}.${to.system}.${to.zone}`;
}

function leg(id: string, shared: readonly Half[]): Flow {
  const [first] = shared.toSorted((a, b) => compareText(a.exchange.id, b.exchange.id));
  if (first === undefined) throw new Error(`${id} carries nothing`);
  const ports = new Map(
    shared.flatMap(({ exchange }) => exchange.ports.map((one) => [`${one.protocol} ${one.port}`, one] as const)),
  );
  return {
    id,
    from: first.from,
    to: first.to,
    ports: [...ports.values()].toSorted((a, b) =>
      a.port === b.port ? compareText(a.protocol, b.protocol) : a.port - b.port,
    ),
    reason,
    broker: first.exchange.broker,
    carries: [...new Set(shared.map(({ exchange }) => exchange.id))].toSorted(),
    origin: first.exchange.origin,
  };
}
