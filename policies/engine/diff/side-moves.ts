import type { TreeRecord } from '../bundle/rule-bundle';
import type { StatedRule } from './stated/stated-rules';
import type { TargetKind } from '../language/target';
import { kindText } from './objects/tried-rule';
import type { Aspect, Direction } from './rule-change';

/** A change beside the condition: of where and of whom the rule is asked about. */
export interface SideMove {
  readonly aspect: Extract<
    Aspect,
    'exempt-users' | 'copied-objects' | 'subresources' | 'requests' | 'live' | 'vacuity'
  >;
  /** Undefined where it can't be told which way it goes. */
  readonly direction: Direction | undefined;
  readonly before: string;
  readonly after: string;
  /** Whose requests are concerned.
   * @default - anybody's
   */
  readonly user?: string;
}

/** What changed of where a rule is asked, and about whom, beside the condition itself. */
export function sideMovesOf(before: StatedRule, after: StatedRule): readonly SideMove[] {
  const targets =
    before.tree === undefined || after.tree === undefined ? [] : targetMoves(before.tree.on, after.tree.on);
  return [
    ...targets,
    ...toggled('live', before.whyNotLive !== undefined, after.whyNotLive !== undefined),
    ...toggled('vacuity', before.mayBeVacuous !== undefined, after.mayBeVacuous !== undefined),
  ];
}

function targetMoves(before: TreeRecord['on'], after: TreeRecord['on']): readonly SideMove[] {
  const users = listMoves('exempt-users', before.exempt ?? [], after.exempt ?? []).map((one): SideMove => {
    const user = one.before === '' ? one.after : one.before;
    return { ...one, direction: one.before === '' ? 'loosening' : 'tightening', user };
  });
  const later = new Map(kindsOf(after).map((one) => [kindText(one), one]));
  const kinds = kindsOf(before).flatMap((one): readonly SideMove[] => {
    const other = later.get(kindText(one));
    return other === undefined ? [] : kindMoves(one, other);
  });
  return [...users, ...toggled('copied-objects', before.copied === true, after.copied === true), ...kinds];
}

function kindMoves(before: TargetKind, after: TargetKind): readonly SideMove[] {
  const request = ({ version, resource }: TargetKind): string => `${version} ${resource}`;
  const other: readonly SideMove[] =
    request(before) === request(after)
      ? []
      : [{ aspect: 'requests', direction: undefined, before: request(before), after: request(after) }];
  return [...other, ...listMoves('subresources', before.subresources ?? [], after.subresources ?? [])];
}

/** More that is asked about is tightening. */
function listMoves(
  aspect: SideMove['aspect'],
  before: readonly string[],
  after: readonly string[],
): readonly SideMove[] {
  return [
    ...before
      .filter((one) => !after.includes(one))
      .map((one): SideMove => ({ aspect, direction: 'loosening', before: one, after: '' })),
    ...after
      .filter((one) => !before.includes(one))
      .map((one): SideMove => ({ aspect, direction: 'tightening', before: '', after: one })),
  ];
}

/** What lets something be left out is loosening once it is there. */
function toggled(aspect: SideMove['aspect'], before: boolean, after: boolean): readonly SideMove[] {
  if (before === after) return [];
  return [{ aspect, direction: after ? 'loosening' : 'tightening', before: String(before), after: String(after) }];
}

function kindsOf({ shapes }: TreeRecord['on']): readonly TargetKind[] {
  return shapes.flatMap(({ kinds }) => kinds);
}
