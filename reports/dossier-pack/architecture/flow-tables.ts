import type { Exchange } from '../../../model/segmentation/exchange';
import { findZone } from '../../../model/segmentation/zone';
import type { Flow, FlowEnd } from '../../../model/segmentation/flow';
import type { Cell, DocumentTable } from '../../document/document';
import { brokerTexts } from '../../text/agency-messages';
import { systemCell, type DossierSubject } from '../dossier-subject';
import { dossierWords as words } from '../dossier-words';
import { architectureWords } from './architecture-words';

/** The logical model: what may talk to what, and what is exchanged over a sharing platform from end to end. */
export function flowTables(subject: DossierSubject): readonly DocumentTable[] {
  return [logical(subject), exchanged(subject)];
}

/** The exchanges in which the system asks, provides, or carries. */
export function exchangesOf({ legal, view }: Pick<DossierSubject, 'legal' | 'view'>): readonly Exchange[] {
  const { id } = legal.system;
  return view.model.exchanges.filter(({ from, to, carrier }) => [from.system, to.system, carrier].includes(id));
}

function logical({ legal, view }: DossierSubject): DocumentTable {
  const own = legal.system.id;
  const rows = view.model
    .flowsOf(own)
    .map((flow): readonly Cell[] => [
      endCell(flow.from, own),
      endCell(flow.to, own),
      portsOf(flow),
      flow.reason,
      flow.broker === undefined ? '–' : brokerTexts[flow.broker],
    ]);
  return {
    id: 'logical',
    caption: { vi: 'Mô hình lô-gic: các luồng', en: 'Logical model: the flows' },
    columns: [words.from, words.to, words.ports, words.reason, architectureWords.carriedBy],
    rows,
  };
}

function exchanged(subject: DossierSubject): DocumentTable {
  const end = ({ system, zone }: Exchange['from']): Cell => ({
    cells: [systemCell(subject, system), findZone(zone).officialName],
  });
  const rows = exchangesOf(subject).map((one): readonly Cell[] => [
    end(one.from),
    end(one.to),
    portsOf(one),
    one.reason,
    { code: one.carrier },
  ]);
  return {
    id: 'exchanges',
    caption: {
      vi: 'Mô hình lô-gic: trao đổi qua nền tảng chia sẻ',
      en: 'Logical model: exchanges over sharing platforms',
    },
    columns: [
      architectureWords.asker,
      architectureWords.provider,
      words.ports,
      words.reason,
      architectureWords.carriedBy,
    ],
    rows,
  };
}

function portsOf({ ports }: Pick<Flow, 'ports'>): string {
  return ports.map(({ protocol, port }) => `${protocol} ${port}`).join(', ');
}

function endCell(end: FlowEnd, own: string): Cell {
  switch (end.kind) {
    case 'zone': {
      const zone = findZone(end.zone).officialName;
      return end.system === own ? zone : { cells: [{ code: end.system }, zone] };
    }
    case 'platform':
      return { cells: [words.platform, { code: end.service }] };
    case 'external':
      return { cells: end.cidrs.map((cidr) => ({ code: cidr })) };
    case 'name':
      return { code: end.fqdn };
    case 'internet':
      return words.internet;
  }
}
