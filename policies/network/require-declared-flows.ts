import type { Flow, FlowEnd } from '../../model/segmentation/flow';
import type { PeerRule } from '../../model/segmentation/peer-rule';
import { findZone } from '../../model/segmentation/zone';
import type { Namespace } from '../../model/tenancy/namespace';
import type { AssemblyView } from '../../resources/view/assembly-view';
import type { Direction } from '../../resources/view/network-rule';
import { definePolicy, fail, pass, unknown, type Judgement } from '../define-policy';
import { flowSubjects } from '../subjects';
import { answerPeer } from './segmentation/answer-peer';
import { peerOpenings } from './segmentation/declared-openings';
import { declaredPeers } from './segmentation/declared-peers';

const WANT = 'allowed at both ends by network policies that deny the rest';

export default definePolicy({
  title: {
    vi: 'Mọi luồng dữ liệu đã khai báo được mở ở cả hai đầu, đúng cổng',
    en: 'every declared flow is open at both ends, on its ports',
  },
  force: 'block',
  controls: [
    'tcvn-14423-5.12.2.4d',
    'tcvn-14423-6.12.2.4c',
    'tcvn-14423-7.12.2.5c',
    'tcvn-14423-6.4.2.6',
    'tcvn-14423-5.4.2-data-flows',
  ],
  why: {
    vi: 'Luồng đã khai báo mà bị chặn làm dịch vụ ngừng chạy; luồng chỉ mở một đầu che giấu sơ đồ thật.',
    en: 'A declared flow that is blocked stops a service; one that is open at one end alone hides the real diagram.',
  },
  fix: {
    vi: 'Tạo lại hiện vật từ mô hình; hoặc bỏ luồng không còn dùng khỏi khai báo của hệ thống.',
    en: 'Make the artifacts from the model again; or take a flow that is no longer used out of the facts.',
  },
  subjects: ({ view }) => flowSubjects(view.model.flows.filter((flow) => isHosted(flow.from) || isHosted(flow.to))),
  check: ({ of: flow }, { view }) => {
    let met = false;
    for (const { namespace, direction } of placesOf(flow, view)) {
      const rules = declaredPeers(view.model, namespace)[direction].filter((rule) => rule.flow === flow.id);
      for (const rule of rules) {
        met = true;
        const judgement = checkRule(rule, { namespace, direction }, view);
        if (judgement.verdict !== 'pass') return judgement;
      }
    }
    return met ? pass : unknown('flow', 'no namespace that it could join to a peer', WANT);
  },
});

interface Place {
  readonly namespace: Namespace;
  readonly direction: Direction;
}

function isHosted(end: FlowEnd): end is FlowEnd & { readonly kind: 'zone' } {
  return end.kind === 'zone' && findZone(end.zone).hosting === 'namespace';
}

/** Every namespace of the zones that a flow joins, with the direction that it has there. */
function placesOf(flow: Flow, { model }: AssemblyView): readonly Place[] {
  const inZone = (end: FlowEnd, direction: Direction): readonly Place[] =>
    !isHosted(end)
      ? []
      : model
          .namespacesOf(end.system)
          .filter((one) => one.zone === end.zone)
          .map((namespace) => ({ namespace, direction }));
  return [...inZone(flow.from, 'egress'), ...inZone(flow.to, 'ingress')];
}

function checkRule(rule: PeerRule, { namespace, direction }: Place, view: AssemblyView): Judgement {
  const { cluster, name } = namespace;
  for (const declared of peerOpenings(rule)) {
    const answer = answerPeer(view, { cluster, namespace: name, direction }, declared);
    if (answer === 'allowed') continue;
    const where = `${cluster}/${name} ${direction}`;
    const got = `${answer}: ${declared.text}`;
    return answer === 'unknown' ? unknown(where, got, WANT) : fail(where, got, WANT);
  }
  return pass;
}
