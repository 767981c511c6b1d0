import { definePolicy, fail, pass } from '../define-policy';
import { systemSubjects } from '../subjects';

const WIRELESS = 'wireless';

export default definePolicy({
  title: {
    vi: 'Vùng không dây của hệ thống tách khỏi mọi vùng khác: không luồng nào đi vào hay đi ra',
    en: 'the wireless zone of a system is apart from every other: no flow enters or leaves it',
  },
  force: 'block',
  controls: ['tt12-wireless', 'tcvn-14423-5.12.2.2b', 'tcvn-14423-6.12.2.2b'],
  why: {
    vi: 'Sóng vượt ra ngoài tường; ai ở ngoài cũng gõ cửa được, nên sau cửa không được có gì.',
    en: 'Radio passes walls; anybody outside can knock, so there must be nothing behind that door.',
  },
  fix: {
    vi: 'Bỏ luồng của vùng không dây; thiết bị không dây vào qua cổng như từ ngoài.',
    en: 'Remove the flow of the wireless zone; wireless devices come through the gateway like everybody outside.',
  },
  mayBeVacuous: {
    vi: 'Hệ thống có thể không có mạng không dây.',
    en: 'Systems may have no wireless network.',
  },
  subjects: ({ view }) => systemSubjects(view.model.systems.filter((one) => one.zones.includes(WIRELESS))),
  check({ of: { id } }, { view }) {
    const [flow] = view.model.flowsOf(id, WIRELESS);
    return flow === undefined ? pass : fail('flows', flow.id, 'none with the wireless zone');
  },
});
