import { every, not, oneOf } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import roles from '../engine/targets/access/roles';

/** What RBAC takes for all resources, and for a subresource of all of them: those of Kubernetes and of its extensions. */
const WILD = [
  '*',
  '*/approval',
  '*/attach',
  '*/binding',
  '*/ephemeralcontainers',
  '*/eviction',
  '*/exec',
  '*/finalize',
  '*/log',
  '*/portforward',
  '*/proxy',
  '*/resize',
  '*/scale',
  '*/status',
  '*/token',
] as const;

/** CIS Kubernetes Benchmark 5.1.3. */
export default defineRule({
  title: { vi: 'Mọi vai trò ghi rõ từng loại tài nguyên', en: 'every role names its resources one by one' },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Ký tự đại diện gồm cả bí mật, vai trò và mọi loại tài nguyên được cài thêm sau này.',
    en: 'A wildcard takes in secrets, roles, and every kind that is installed later.',
  },
  fix: {
    vi: 'Thay * và */… bằng tên các tài nguyên thực sự cần.',
    en: 'Replace * and */… by the resources that are needed.',
  },
  on: roles,
  require: (role) => every(role.rules, (rule) => every(rule.resources, (resource) => not(oneOf(resource, WILD)))),
  examples: {
    passes: { 'a role that reads deployments': {} },
    fails: {
      'a role whose second rule has every resource beside one': {
        object: { rules: [{}, { apiGroups: ['batch'], resources: ['jobs', '*'], verbs: ['get'] }] },
      },
      ...Object.fromEntries(
        WILD.map((one) => [
          `a role with the resource ${one}`,
          { object: { rules: [{}, { apiGroups: [''], resources: [one], verbs: ['get'] }] } },
        ]),
      ),
    },
  },
});
