import type { NamespacePeers } from '../../../model/segmentation/peer-rule';
import { resolvePeers } from '../../../model/segmentation/resolve-peers';
import type { Namespace } from '../../../model/tenancy/namespace';
import type { ModelView } from '../../../resources/view/model-view';

const known = new WeakMap<ModelView, Map<Namespace, NamespacePeers>>();

/** Who may reach a namespace and whom it may reach by the declared flows; derived once for each model and namespace. */
export function declaredPeers(model: ModelView, namespace: Namespace): NamespacePeers {
  const ofModel = known.get(model) ?? new Map<Namespace, NamespacePeers>();
  known.set(model, ofModel);
  const peers = ofModel.get(namespace) ?? resolvePeers(model, namespace);
  ofModel.set(namespace, peers);
  return peers;
}
