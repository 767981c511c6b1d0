import { labels } from '../../model/naming';
import { isUnresolved, textAt, valueAt } from '../../resources/json-path';
import { definePolicy, fail, pass, unknown } from '../define-policy';
import { namespaceSubjects } from '../subjects';

export default definePolicy({
  title: {
    vi: 'Nhãn của mỗi không gian tên đúng với chủ quản, hệ thống, vùng, cấp độ và trung tâm dữ liệu',
    en: 'the labels of every namespace tell its tenant, system, zone, level and site as the model does',
  },
  force: 'block',
  controls: ['d331-30.8', 'd331-8.1a', 'd331-22.3d'],
  why: {
    vi: 'Chính sách mạng chọn theo nhãn: một nhãn sai cho hệ thống này quyền truy cập của hệ thống khác.',
    en: "Network policies select by labels: a wrong one gives a system another system's access.",
  },
  fix: {
    vi: 'Tạo lại hiện vật từ mô hình, không sửa nhãn bằng tay.',
    en: 'Make the artifacts from the model again; never change labels by hand.',
  },
  subjects: ({ view }) => namespaceSubjects(view.model.namespaces),
  check: ({ of: { cluster, name, tenant, system, zone, level, site } }, { view }) => {
    const namespace = view.resources.tryFind(`${cluster}/Namespace/-/${name}`);
    if (namespace === undefined) return fail('Namespace', 'missing', 'a namespace with the labels of the model');
    const wanted = {
      [labels.tenant]: tenant,
      [labels.system]: system,
      [labels.zone]: zone,
      [labels.level]: String(level),
      [labels.site]: site,
    };
    for (const [label, value] of Object.entries(wanted)) {
      if (isUnresolved(valueAt(namespace.body, 'metadata', 'labels', label))) {
        return unknown(label, 'what Terraform alone can tell', value);
      }
      const got = textAt(namespace.body, 'metadata', 'labels', label);
      if (got !== value) return fail(label, got ?? 'not set', value);
    }
    return pass;
  },
});
