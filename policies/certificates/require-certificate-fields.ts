import { goDurationDays } from '../../resources/duration';
import { numberAt, textAt, textsAt } from '../../resources/json-path';
import type { Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass, unknown, type Judgement } from '../define-policy';
import { resourceSubjects } from '../subjects';

/** Longest life of a certificate: short enough that a stolen key is of little use (a decision of the programme). */
const DAYS_MAX = 90;

/** Smallest key of each algorithm, in bits. */
const KEY_BITS_MIN: ReadonlyMap<string, number> = new Map([
  ['ECDSA', 256],
  ['RSA', 3072],
]);

export default definePolicy({
  title: {
    vi: 'Mọi chứng thư có đủ trường, sống không quá 90 ngày, khóa đủ mạnh và đổi mỗi lần gia hạn',
    en: 'Every certificate has all fields, lives 90 days at most, with a strong key that changes at each renewal',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12-protocols', 'tcvn-14423-5.4.2.4b', 'tcvn-14423-5.4.2-keys'],
  why: {
    vi: 'Chứng thư thiếu trường thì không được cấp và dịch vụ đứng; khóa yếu hoặc không đổi thì bị giả mạo lâu dài.',
    en: 'A certificate with a missing field is never issued and the service stands still; a weak key is impersonated for long.',
  },
  fix: {
    vi: 'Sinh lại Certificate đủ trường như cert-manager yêu cầu.',
    en: 'Synthesize the Certificate with every field that cert-manager asks for.',
  },
  subjects: ({ view }) => resourceSubjects(view.resources.ofKind('Certificate', 'cert-manager.io/')),
  check({ of: certificate }, { view }) {
    const steps = [judgeNames, judgeTimes, judgeKey, judgeUsages];
    for (const step of steps) {
      const judgement = step(certificate);
      if (judgement.verdict !== 'pass') return judgement;
    }
    return judgeIssuer(view, certificate);
  },
});

function judgeNames({ body }: Resource): Judgement {
  if ((textAt(body, 'spec', 'secretName') ?? '') === '') return fail('spec.secretName', 'none', 'the name of a Secret');
  const named = textsAt(body, 'spec', 'dnsNames').length > 0 || textAt(body, 'spec', 'commonName') !== undefined;
  return named ? pass : fail('spec.dnsNames', 'none', 'at least one name');
}

function judgeTimes({ body }: Resource): Judgement {
  for (const field of ['duration', 'renewBefore'] as const) {
    if (textAt(body, 'spec', field) === undefined) return fail(`spec.${field}`, 'none', 'a duration');
  }
  const [duration, renewBefore] = ['duration', 'renewBefore'].map((field) => textAt(body, 'spec', field) ?? '');
  const [days, before] = [goDurationDays(duration ?? ''), goDurationDays(renewBefore ?? '')];
  if (days === undefined) return unknown('spec.duration', duration ?? '', `at most ${DAYS_MAX} days`);
  if (before === undefined) return unknown('spec.renewBefore', renewBefore ?? '', 'less than the duration');
  if (days > DAYS_MAX) return fail('spec.duration', `${days} days`, `at most ${DAYS_MAX} days`);
  const isAhead = before > 0 && before < days;
  return isAhead ? pass : fail('spec.renewBefore', `${before} days before the end`, `more than 0, less than ${days}`);
}

function judgeKey({ body }: Resource): Judgement {
  const key = (field: string): string => `spec.privateKey.${field}`;
  const algorithm = textAt(body, 'spec', 'privateKey', 'algorithm') ?? 'none';
  const least = KEY_BITS_MIN.get(algorithm);
  if (least === undefined) return fail(key('algorithm'), algorithm, 'ECDSA or RSA');
  const size = numberAt(body, 'spec', 'privateKey', 'size') ?? 0;
  if (size < least) return fail(key('size'), size === 0 ? 'none' : `${size} bits`, `at least ${least} bits`);
  const rotation = textAt(body, 'spec', 'privateKey', 'rotationPolicy') ?? 'none';
  return rotation === 'Always' ? pass : fail(key('rotationPolicy'), rotation, 'Always');
}

function judgeUsages({ body }: Resource): Judgement {
  const usages = textsAt(body, 'spec', 'usages');
  const isUsed = usages.includes('server auth') || usages.includes('client auth');
  return isUsed
    ? pass
    : fail('spec.usages', usages.length > 0 ? usages.join(', ') : 'none', 'server auth or client auth');
}

function judgeIssuer(view: AssemblyView, { body, cluster = '', namespace = '-' }: Resource): Judgement {
  for (const field of ['group', 'kind', 'name'] as const) {
    if (textAt(body, 'spec', 'issuerRef', field) === undefined)
      return fail(`spec.issuerRef.${field}`, 'none', 'an issuer');
  }
  const kind = textAt(body, 'spec', 'issuerRef', 'kind') ?? '';
  const scope = kind === 'ClusterIssuer' ? '-' : namespace;
  const id = `${cluster}/${kind}/${scope}/${textAt(body, 'spec', 'issuerRef', 'name') ?? ''}`;
  return view.resources.tryFind(id) === undefined
    ? fail('spec.issuerRef', `no ${id}`, 'an issuer of the cluster')
    : pass;
}
