import type { Model } from '../../model/model';
import { listAt, textAt, textsAt } from '../../resources/json-path';
import type { JsonValue } from '../../resources/resource';
import { definePolicy, fail, pass, unknown, type Judgement } from '../define-policy';
import { clusterSubjects } from '../subjects';
import { authenticationOf } from './control-plane/authentication-of';
import { tryControlPlane } from './control-plane/control-plane-of';

const WANT = 'the national identity provider with a second factor';

/** RFC 8176: a token whose `amr` holds `mfa` was got with several factors; CEL looks into a claim through `dyn` alone. */
const multiFactor = /^has\(claims\.amr\) && dyn\(claims\.amr\)\.exists\((\w+), \1 == 'mfa'\)$/;

export default definePolicy({
  title: {
    vi: 'Mọi cụm xác thực người dùng qua hệ thống định danh quốc gia, bắt buộc nhiều yếu tố',
    en: 'every cluster signs people in through the national identity provider, with several factors',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4-mfa', 'tcvn-14423-5.6.2.3-central', 'tcvn-14423-7.12.2.3'],
  why: {
    vi: 'Tài khoản cục bộ và mật khẩu đơn không thu hồi được khi cán bộ chuyển công tác, và dễ bị đánh cắp.',
    en: 'Local accounts and single passwords outlive the people who had them, and are easy to steal.',
  },
  fix: {
    vi: 'Cấu hình AuthenticationConfiguration với issuer https, đúng audience, tiền tố, và luật claim đòi hỏi mfa.',
    en: 'Give the API server an AuthenticationConfiguration: https issuer, audience, prefixes, a claim rule for mfa.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check: ({ of: cluster }, { view }) => {
    const controlPlane = tryControlPlane(view, cluster);
    if (controlPlane === undefined) return fail('KubeadmControlPlane', 'missing', WANT);
    const found = authenticationOf(controlPlane);
    if (found.kind !== 'found') return (found.kind === 'missing' ? fail : unknown)(found.where, found.got, WANT);
    const issuers = listAt(found.value, 'jwt');
    if (issuers.length === 0) return fail('jwt', 'no issuer', WANT);
    const { identity } = view.model.nation;
    return issuers.map((one) => checkIssuer(one, identity)).find((one) => one.verdict !== 'pass') ?? pass;
  },
});

function checkIssuer(issuer: JsonValue, { issuer: host, clientId }: Model['nation']['identity']): Judgement {
  const url = textAt(issuer, 'issuer', 'url');
  if (url !== `https://${host}`) return fail('jwt issuer.url', url ?? 'not set', `https://${host}`);
  const audiences = textsAt(issuer, 'issuer', 'audiences');
  if (audiences.join(', ') !== clientId)
    return fail('jwt issuer.audiences', audiences.length === 0 ? 'none' : audiences.join(', '), clientId);
  const prefix = textAt(issuer, 'claimMappings', 'username', 'prefix') ?? '';
  if (prefix === '' || prefix.startsWith('system:')) {
    return fail(
      'jwt claimMappings.username.prefix',
      prefix === '' ? 'none' : prefix,
      'a prefix that is not of Kubernetes',
    );
  }
  if (!keepsSystemGroups(issuer)) {
    return fail('jwt claimMappings.groups.prefix', 'none', 'a prefix, or a rule that refuses groups of Kubernetes');
  }
  const rules = listAt(issuer, 'claimValidationRules').map((one) => textAt(one, 'expression') ?? '');
  return rules.some((one) => multiFactor.test(one.trim().replaceAll(/\s+/g, ' ')))
    ? pass
    : fail('jwt claimValidationRules', 'no rule for a second factor', "claims.amr holds 'mfa'");
}

/** A group of the provider must never be one of Kubernetes, such as `system:masters`. */
function keepsSystemGroups(issuer: JsonValue): boolean {
  const prefix = textAt(issuer, 'claimMappings', 'groups', 'prefix') ?? '';
  if (prefix !== '') return !prefix.startsWith('system:');
  const rules = listAt(issuer, 'userValidationRules').map((one) => textAt(one, 'expression') ?? '');
  return rules.some(
    (one) => /user\.groups\.all\((\w+), !\1\.startsWith\('system:'\)\)$/.test(one.trim()) && !one.includes('||'),
  );
}
