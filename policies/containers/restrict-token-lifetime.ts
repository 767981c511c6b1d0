import { atMost, every, orElse } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';

const DAY = 86_400;

const token = (expirationSeconds?: number) => ({
  serviceAccountToken: { path: 'token', ...(expirationSeconds === undefined ? {} : { expirationSeconds }) },
});
const settings = { configMap: { name: 'settings' } } as const;

/** Kubernetes takes an hour for a lifetime that isn't written. */
export default defineRule({
  title: {
    vi: 'Mã truy cập gắn vào Pod hết hạn trong vòng một ngày',
    en: 'tokens that pods mount expire within a day',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4', 'tcvn-14423-5.4.2-keys'],
  why: {
    vi: 'Mã bị lấy cắp còn dùng được đến khi hết hạn; kubelet tự đổi mã mới, nên không ai cần mã sống lâu.',
    en: 'A stolen token works until it expires; the kubelet renews it in time, so nobody needs a long one.',
  },
  fix: {
    vi: 'Đặt expirationSeconds của serviceAccountToken không quá 86400, hoặc bỏ trường này.',
    en: 'Set expirationSeconds of the serviceAccountToken to 86400 at most, or leave it out.',
  },
  on: workloads,
  require: ({ spec }) =>
    every(spec.volumes, (volume) =>
      every(volume.projected.sources, ({ serviceAccountToken }) =>
        atMost(orElse(serviceAccountToken.expirationSeconds, 3_600), DAY),
      ),
    ),
  examples: {
    passes: {
      'a pod without tokens': {},
      'a token that lives as long as Kubernetes says': {
        object: { spec: { volumes: [{ name: 'token', projected: { sources: [settings, token()] } }] } },
      },
      'a token that lives for a day': {
        object: { spec: { volumes: [{ name: 'token', projected: { sources: [token(DAY)] } }] } },
      },
    },
    fails: {
      'a token that lives for a second more': {
        object: { spec: { volumes: [{ name: 'token', projected: { sources: [token(DAY + 1)] } }] } },
      },
      'a token that lives for a year after settings': {
        object: { spec: { volumes: [{ name: 'token', projected: { sources: [settings, token(365 * DAY)] } }] } },
      },
      'a token that lives for a year in a second volume': {
        object: {
          spec: {
            volumes: [
              { name: 'settings', configMap: { name: 'settings' } },
              { name: 'token', projected: { sources: [token(365 * DAY)] } },
            ],
          },
        },
      },
    },
  },
});
