import { listAt, textAt } from '../../resources/json-path';
import { definePolicy, fail, pass } from '../define-policy';
import { authenticationOf } from '../identity/control-plane/authentication-of';
import { clusterSubjects } from '../subjects';
import { judgePlane } from './flags/component-flags';

const LIMIT = /claims\.exp - claims\.iat <= (\d+)/g;

/** Twin of `identity/require-oidc`, which asks who signs in; this one asks for how long. */
export default definePolicy({
  title: {
    vi: 'Phiên truy cập API của mỗi cụm có hạn: người dùng và quản trị viên không quá số phút của quốc gia',
    en: 'sessions with the API of every cluster end: users and administrators within the minutes of the nation',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4', 'tcvn-14423-6.6.2.3-privileged'],
  why: {
    vi: 'Mã truy cập bị lấy cắp dùng được đến khi hết hạn; một ngày là đủ để lấy hết dữ liệu.',
    en: 'A stolen token works until it expires; a day is enough to take all data.',
  },
  fix: {
    vi: 'Ghi claimValidationRules giới hạn claims.exp - claims.iat, riêng cho quản trị viên.',
    en: 'Write claimValidationRules that bound claims.exp - claims.iat, one of them for administrators.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check: ({ of: cluster }, { view }) =>
    judgePlane(view, cluster, (plane) => {
      const found = authenticationOf(plane);
      if (found.kind !== 'found') return fail(found.where, found.got, 'an AuthenticationConfiguration');
      const { sessionMinutesMax, adminSessionMinutesMax } = view.model.nation.identity;
      for (const [index, issuer] of listAt(found.value, 'jwt').entries()) {
        const rules = listAt(issuer, 'claimValidationRules').map((one) => textAt(one, 'expression') ?? '');
        const everybody = rules.filter((one) => new RegExp(`^${LIMIT.source}$`).test(one)).flatMap(secondsOf);
        const administrators = rules.filter((one) => one.includes(':administrators')).flatMap(secondsOf);
        const where = `jwt[${index}].claimValidationRules`;
        if (!everybody.some((one) => one <= sessionMinutesMax * 60)) {
          return fail(where, secondsText(everybody), `at most ${sessionMinutesMax} minutes`);
        }
        if (!administrators.some((one) => one <= adminSessionMinutesMax * 60)) {
          return fail(`${where} of administrators`, secondsText(administrators), `${adminSessionMinutesMax} minutes`);
        }
      }
      return pass;
    }),
});

function secondsOf(expression: string): readonly number[] {
  return [...expression.matchAll(LIMIT)].map(([, seconds]) => Number(seconds));
}

function secondsText(limits: readonly number[]): string {
  return limits.length === 0 ? 'no limit' : `${limits.join(', ')} seconds`;
}
