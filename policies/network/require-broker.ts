import { brokers, type Flow } from '../../model/segmentation/flow';
import type { ModelView } from '../../resources/view/model-view';
import { definePolicy, fail, pass, unknown } from '../define-policy';
import { flowSubjects } from '../subjects';

const WANT = `one of ${brokers.join(', ')}, at one end of the flow`;

export default definePolicy({
  title: {
    vi: 'Mọi luồng giữa hai cơ quan đi qua nền tảng chia sẻ, điều phối dữ liệu',
    en: 'every flow between two agencies runs through a broker platform',
  },
  force: 'block',
  controls: ['d278-direct-route', 'd278-platform', 'd194-20', 'qd1562-broker', 'qd2629-interconnection'],
  why: {
    vi: 'Kết nối trực tiếp giữa hai cơ quan không qua nền tảng trung gian thì không ai giám sát được dữ liệu chia sẻ.',
    en: 'Data that two agencies share on a direct route is watched by nobody.',
  },
  fix: {
    vi: 'Ghi nền tảng trung gian vào trường via của luồng rồi tạo lại hiện vật, để luồng đi hai chặng qua nền tảng đó.',
    en: 'Name the platform in the via field of the flow and make the artifacts again, so that it takes two legs through it.',
  },
  mayBeVacuous: {
    vi: 'Một nước có thể chưa có luồng nào giữa hai cơ quan.',
    en: 'A nation may have no flow between two agencies yet.',
  },
  subjects: ({ view }) => flowSubjects(view.model.flows.filter((flow) => isBetweenAgencies(flow, view.model))),
  check: ({ of: flow }, { view }) => {
    const [from, to] = ownersOf(flow, view.model);
    if (from === undefined || to === undefined) return unknown('ends', 'a system that is not in the model', WANT);
    const broker: string | undefined = flow.broker;
    if (broker === undefined) return fail('broker', 'none', WANT);
    if (!brokers.some((one) => one === broker)) return fail('broker', broker, WANT);
    const played = platformsAt(flow, view.model);
    return played.includes(broker) ? pass : fail('ends', `a direct route, not by way of ${broker}`, WANT);
  },
});

function isBetweenAgencies(flow: Flow, model: ModelView): boolean {
  if (flow.from.kind !== 'zone' || flow.to.kind !== 'zone' || flow.from.system === flow.to.system) return false;
  const [from, to] = ownersOf(flow, model);
  return from === undefined || to === undefined || from !== to;
}

/** The platforms that the systems at both ends are. */
function platformsAt({ from, to }: Flow, model: ModelView): readonly string[] {
  return [from, to].flatMap((end) => (end.kind === 'zone' ? (model.trySystem(end.system)?.broker ?? []) : []));
}

function ownersOf({ from, to }: Flow, model: ModelView): readonly [string | undefined, string | undefined] {
  const ownerOf = (end: Flow['from']): string | undefined =>
    end.kind === 'zone' ? model.trySystem(end.system)?.owner : undefined;
  return [ownerOf(from), ownerOf(to)];
}
