import { NAMESPACE_NAME_LABEL, labels } from '../../model/naming';
import { hasUnresolved, listAt, textAt } from '../../resources/json-path';
import type { JsonObject, Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import type { ModelView } from '../../resources/view/model-view';
import { definePolicy, fail, pass, unknown } from '../define-policy';
import { resourceSubjects } from '../subjects';
import { rulesOfPolicy } from './segmentation/rules-of-policy';

export default definePolicy({
  title: {
    vi: 'Bộ chọn không gian tên của chính sách mạng ghi rõ trung tâm dữ liệu',
    en: 'namespace selectors of network policies name the site',
  },
  force: 'block',
  controls: ['d331-30.5-4', 'tcvn-14423-6.12.2.1b', 'tcvn-14423-7.12.2.1b'],
  why: {
    vi: 'Trong lưới nhiều cụm, bộ chọn không ghi trung tâm dữ liệu khớp với Pod ở mọi trung tâm khác.',
    en: 'In a mesh of clusters a selector without the site matches pods of every other site too.',
  },
  fix: {
    vi: `Thêm nhãn ${labels.site} của trung tâm dữ liệu vào namespaceSelector.`,
    en: `Add the label ${labels.site} with the site to the namespaceSelector.`,
  },
  subjects: ({ view }) => {
    const policies = view.resources.ofKind('NetworkPolicy').filter((one) => isOfTenant(one, view.model));
    return resourceSubjects(policies)
      .map((subject) => ({ ...subject, selectors: selectorsOf(subject.of, view) }))
      .filter(({ selectors }) => selectors.length > 0);
  },
  check: ({ of: policy, selectors }) => {
    const want = `${labels.site}: ${policy.site}`;
    for (const { where, selector } of selectors) {
      if (hasUnresolved(selector)) return unknown(where, 'a selector that Terraform alone can tell', want);
      if (textAt(selector, 'matchLabels', NAMESPACE_NAME_LABEL) !== undefined || isIn(selector, policy.site)) continue;
      const site = textAt(selector, 'matchLabels', labels.site);
      return fail(where, site === undefined ? 'no site' : `the site ${site}`, want);
    }
    return pass;
  },
});

interface Selector {
  readonly where: string;
  readonly selector: JsonObject;
}

function isOfTenant({ cluster, namespace }: Resource, model: ModelView): boolean {
  return model.tryNamespace(cluster ?? '', namespace ?? '') !== undefined;
}

function selectorsOf(policy: Resource, view: AssemblyView): readonly Selector[] {
  return rulesOfPolicy(view, policy).flatMap(({ peers, where }) =>
    peers === 'all'
      ? []
      : peers.flatMap((peer) =>
          peer.kind === 'pods' && peer.namespaces !== undefined ? [{ where, selector: peer.namespaces }] : [],
        ),
  );
}

function isIn(selector: JsonObject, site: string): boolean {
  if (textAt(selector, 'matchLabels', labels.site) === site) return true;
  return listAt(selector, 'matchExpressions').some((one) => {
    const values = listAt(one, 'values');
    const isSite = textAt(one, 'key') === labels.site && textAt(one, 'operator') === 'In';
    return isSite && values.length === 1 && values[0] === site;
  });
}
