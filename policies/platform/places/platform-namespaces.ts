import { labels } from '../../../model/naming';
import { textAt } from '../../../resources/json-path';
import type { Resource } from '../../../resources/resource';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import { resourceSubjects, type SubjectOf } from '../../subjects';

/** The namespaces in which services of the platform stand, told by their label. */
export function platformNamespaceSubjects({ resources }: AssemblyView): readonly SubjectOf<Resource>[] {
  return resourceSubjects(resources.ofKind('Namespace').filter((one) => serviceOf(one) !== undefined));
}

/** The service of the platform that a namespace is for; undefined when it is for none. */
export function serviceOf({ body }: Resource): string | undefined {
  return textAt(body, 'metadata', 'labels', labels.service);
}
