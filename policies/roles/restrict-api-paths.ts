import { every, oneOf } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import roles from '../engine/targets/access/roles';

const OPEN = ['/healthz', '/livez', '/metrics', '/metrics/slis', '/readyz', '/version'] as const;

/** CIS Kubernetes Benchmark 5.1.3 speaks of wildcards; paths such as `/debug/pprof` and `/logs` give too much by name too. */
export default defineRule({
  title: {
    vi: 'Vai trò chỉ mở đường dẫn sức khỏe, số đo và phiên bản của máy chủ API',
    en: 'roles open no paths of an API server but health, metrics and version',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Đường dẫn không phải tài nguyên gồm cả gỡ lỗi và nhật ký của máy chủ API; ký tự đại diện mở hết.',
    en: 'Paths that are no resources include the profiles and logs of the API server; a wildcard opens them all.',
  },
  fix: {
    vi: `Chỉ giữ các đường dẫn cần trong số: ${OPEN.join(', ')}.`,
    en: `Keep those that are needed of ${OPEN.join(', ')}.`,
  },
  on: roles,
  require: (role) => every(role.rules, (rule) => every(rule.nonResourceURLs, (path) => oneOf(path, OPEN))),
  examples: {
    passes: {
      'a role on resources': {},
      ...Object.fromEntries(
        OPEN.map((one) => [
          `a role that reads ${one}`,
          { object: { rules: [{}, { nonResourceURLs: [one], verbs: ['get'] }] } },
        ]),
      ),
    },
    fails: {
      'a role on every path': { object: { rules: [{}, { nonResourceURLs: ['*'], verbs: ['get'] }] } },
      'a role on metrics and all below': {
        object: { rules: [{}, { nonResourceURLs: ['/metrics', '/metrics/*'], verbs: ['get'] }] },
      },
      'a role on profiles of the server': {
        object: { rules: [{}, { nonResourceURLs: ['/debug/pprof/profile'], verbs: ['get'] }] },
      },
    },
  },
});
