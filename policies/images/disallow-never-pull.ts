import { isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';
import { everyContainer } from '../pods/parts/containers';

const never = { imagePullPolicy: 'Never' } as const;

/** The registry is where images are scanned, signed and withdrawn. */
export default defineRule({
  title: {
    vi: 'Ảnh của mọi container lấy được từ sổ đăng ký, không chỉ từ đĩa của nút',
    en: 'the image of every container may come from its registry, not from the disk of a node alone',
  },
  force: 'block',
  controls: ['tcvn-14423-3.3-approved-software', 'tcvn-14423-5.3.2.2'],
  why: {
    vi: 'Với Never, nút chạy bất cứ thứ gì ai đó đã để sẵn dưới tên ấy, và Pod không chạy được trên nút khác.',
    en: 'With Never a node runs whatever somebody left there under that name, and on other nodes the pod doesn’t run.',
  },
  fix: {
    vi: 'Đặt imagePullPolicy là IfNotPresent hoặc Always.',
    en: 'Set imagePullPolicy to IfNotPresent or Always.',
  },
  on: workloads,
  require: (pod) => everyContainer(pod, ({ imagePullPolicy }) => isNot(imagePullPolicy, 'Never')),
  examples: {
    passes: {
      'a container that leaves it to Kubernetes': {},
      'a container that asks its registry each time': {
        object: { spec: { containers: [{ imagePullPolicy: 'Always' }] } },
      },
    },
    fails: {
      'a container that never asks': { object: { spec: { containers: [never] } } },
      'a container that never asks beside another': {
        object: { spec: { containers: [{}, { name: 'side', image: 'side:1', ...never }] } },
      },
      'a container that runs first and never asks': {
        object: { spec: { initContainers: [{ name: 'first', image: 'first:1', ...never }] } },
      },
      'a container that is added to look inside and never asks': {
        object: { spec: { ephemeralContainers: [{ name: 'look', image: 'look:1', ...never }] } },
      },
    },
  },
});
