import { textAt, textsAt } from '../../resources/json-path';
import { definePolicy, fail, pass } from '../define-policy';
import { resourceSubjects } from '../subjects';

const STRONG: readonly string[] = ['TLSv1.2', 'TLSv1.3'];
const METHODS: readonly string[] = ['scram-sha-256', 'cert'];

export default definePolicy({
  title: {
    vi: 'Cơ sở dữ liệu chỉ nhận kết nối TLS 1.2 trở lên, đăng nhập bằng SCRAM-SHA-256 hoặc chứng thư',
    en: 'databases take TLS 1.2 or newer alone, and sign clients in by SCRAM-SHA-256 or a certificate',
  },
  force: 'block',
  controls: ['tcvn-14423-5.4.2.4b', 'tcvn-14423-5.12-protocols', 'tcvn-14423-6.12.2.3', 'd356-12.2'],
  why: {
    vi: 'Một dòng host trong pg_hba cho dữ liệu cá nhân đi ở dạng rõ; md5 bị dò ra từ một gói tin.',
    en: 'One host line in pg_hba sends personal data in the clear; md5 is cracked from one packet.',
  },
  fix: {
    vi: 'Chỉ ghi hostssl với scram-sha-256 trong pg_hba, ssl_min_protocol_version từ TLSv1.2.',
    en: 'Write hostssl with scram-sha-256 alone in pg_hba, and ssl_min_protocol_version TLSv1.2 or newer.',
  },
  mayBeVacuous: { vi: 'Quốc gia có thể chưa có cơ sở dữ liệu nào.', en: 'A nation may have no database.' },
  subjects: ({ view }) => resourceSubjects(view.resources.ofKind('Cluster', 'postgresql.cnpg.io/')),
  check({ of: { body } }) {
    const version = textAt(body, 'spec', 'postgresql', 'parameters', 'ssl_min_protocol_version') ?? 'not set';
    if (!STRONG.includes(version)) return fail('ssl_min_protocol_version', version, STRONG.join(' or '));
    const hashing = textAt(body, 'spec', 'postgresql', 'parameters', 'password_encryption') ?? 'scram-sha-256';
    if (hashing !== 'scram-sha-256') return fail('password_encryption', hashing, 'scram-sha-256');
    const rules = textsAt(body, 'spec', 'postgresql', 'pg_hba');
    if (rules.length === 0) return fail('pg_hba', 'none: the defaults of the image', 'hostssl rules');
    const open = rules.find((rule) => {
      const words = rule.trim().split(/\s+/);
      return words[0] !== 'hostssl' || !METHODS.includes(words.at(-1) ?? '');
    });
    return open === undefined ? pass : fail('pg_hba', open, 'hostssl … scram-sha-256');
  },
});
