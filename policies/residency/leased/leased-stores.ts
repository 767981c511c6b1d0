import type { Resource } from '../../../resources/resource';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import { resourceSubjects, type SubjectOf } from '../../subjects';

/** Every bucket of leased sites, of whatever kind. */
export function leasedStores(view: AssemblyView): readonly SubjectOf<Resource>[] {
  return resourceSubjects(
    ['AWS::S3::Bucket', 'AWS::S3Outposts::Bucket'].flatMap((kind) => view.resources.ofKind(kind)),
  );
}
