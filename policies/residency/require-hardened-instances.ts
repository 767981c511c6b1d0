import { textAt, valueAt } from '../../resources/json-path';
import { definePolicy, fail, pass } from '../define-policy';
import { resourceSubjects } from '../subjects';

const HOPS_MAX = 1;

export default definePolicy({
  title: {
    vi: 'Máy thuê chỉ cho chương trình trên chính nó lấy danh tính, có mã phiên, và được giám sát',
    en: 'leased machines give their identity to programs on themselves alone, by a session token, and are monitored',
  },
  force: 'block',
  controls: ['tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1', 'tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Một lỗ hổng SSRF trong ứng dụng đủ để lấy quyền của máy qua dịch vụ metadata cũ.',
    en: 'One server-side request forgery in an application is enough to take the machine’s rights by the old metadata service.',
  },
  fix: {
    vi: 'Đặt HttpTokens là required, HttpPutResponseHopLimit là 1, Monitoring.Enabled là true.',
    en: 'Set HttpTokens to required, HttpPutResponseHopLimit to 1, Monitoring.Enabled to true.',
  },
  mayBeVacuous: { vi: 'Quốc gia có thể không thuê năng lực nào.', en: 'A nation may lease no capacity.' },
  subjects: ({ view }) => resourceSubjects(view.resources.ofKind('AWS::EC2::LaunchTemplate')),
  check({ of: { body } }) {
    const data = valueAt(body, 'Properties', 'LaunchTemplateData');
    const tokens = textAt(data, 'MetadataOptions', 'HttpTokens') ?? 'not set';
    const isOff = textAt(data, 'MetadataOptions', 'HttpEndpoint') === 'disabled';
    if (!isOff && tokens !== 'required') return fail('MetadataOptions.HttpTokens', tokens, 'required');
    const hops = valueAt(data, 'MetadataOptions', 'HttpPutResponseHopLimit') ?? HOPS_MAX;
    if (hops !== HOPS_MAX)
      return fail('MetadataOptions.HttpPutResponseHopLimit', JSON.stringify(hops), String(HOPS_MAX));
    const monitored = valueAt(data, 'Monitoring', 'Enabled');
    return monitored === true ? pass : fail('Monitoring.Enabled', JSON.stringify(monitored ?? null), 'true');
  },
});
