import { all, every, exists } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import servingWorkloads from '../engine/targets/workloads/serving-workloads';

/** Containers that run first end before anything is served. */
export default defineRule({
  title: {
    vi: 'Mọi container phục vụ được kiểm tra còn sống và sẵn sàng',
    en: 'every serving container is asked whether it lives and whether it is ready',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12.2.2a-hot-standby', 'd331-30.5-4'],
  why: {
    vi: 'Chương trình treo mà không bị phát hiện vẫn nhận yêu cầu, và bản dự phòng nóng không bao giờ được dùng tới.',
    en: 'A program that hangs unseen still gets requests, and its hot standby never takes over.',
  },
  fix: {
    vi: 'Ghi livenessProbe và readinessProbe ở từng container phục vụ.',
    en: 'Write a livenessProbe and a readinessProbe in each serving container.',
  },
  on: servingWorkloads,
  require: ({ spec }) =>
    every(spec.containers, ({ livenessProbe, readinessProbe }) => all(exists(livenessProbe), exists(readinessProbe))),
  examples: {
    passes: {
      'a container that is asked both': {},
      'a container that runs first and is asked nothing': {
        object: { spec: { initContainers: [{ name: 'first', image: 'first:1' }] } },
      },
    },
    fails: {
      'a container that nobody asks whether it lives': { object: { spec: { containers: [{ livenessProbe: null }] } } },
      'a container that nobody asks whether it is ready': {
        object: { spec: { containers: [{ readinessProbe: null }] } },
      },
      'a container that is asked nothing beside another': {
        object: { spec: { containers: [{}, { name: 'side', image: 'side:1' }] } },
      },
    },
  },
});
