import fc from 'fast-check';
import { changesInPermissions } from '../../../resources/permissions/change/changes-in-permissions';
import type { PermissionChange } from '../../../resources/permissions/change/permission-change';
import { mayDo } from '../../../resources/permissions/may-do';
import { readPermissions } from '../../../resources/permissions/read-permissions';
import { subjectKey, type Caller } from '../../../resources/permissions/read/subject';
import type { AccessRequest } from '../../../resources/permissions/rights/access-request';
import { rightsCover } from '../../../resources/permissions/rights/rights';
import type { JsonObject } from '../../../resources/resource';
import { resourceOf } from '../reachability/agreement/resource-of';
import { oracleAllows } from './oracle/authorizer';
import { asked, callers, randomAccess, randomChange, requests } from './oracle/random-access';

const permissionsOf = (objects: readonly JsonObject[]) => readPermissions(objects.map(resourceOf));
const RUNS = { numRuns: 25 };

/** Whether a change is about a request of somebody. */
function isChanged(change: PermissionChange, caller: Caller, request: AccessRequest): boolean {
  const place = 'url' in request ? '' : (request.namespace ?? '');
  const key = subjectKey(caller);
  const holds = change.holders.some(
    ({ subject, namespace, except }) =>
      subjectKey(subject) === key &&
      (namespace === undefined ? 'url' in request || !except.includes(place) : namespace === place),
  );
  return holds && change.rights.some((rights) => rightsCover(rights, request));
}

describe('who may do what, against an authorizer that decides one request at a time', () => {
  it('mayDo answers every request as it does', () => {
    fc.assert(
      fc.property(randomAccess, (objects) => {
        const permissions = permissionsOf(objects);
        const wrong = callers.flatMap(([caller, who]) =>
          requests
            .filter((one) => mayDo(permissions, caller, one).isAllowed !== oracleAllows(objects, asked(who, one)))
            .map((one) => ({ caller, one })),
        );
        expect(wrong.slice(0, 3)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('a request is gained if and only if it was refused and is allowed now, and lost the other way round', () => {
    fc.assert(
      fc.property(randomChange, ([before, after]) => {
        const changes = changesInPermissions([permissionsOf(before)], [permissionsOf(after)]);
        const named = new Set([before, after].flatMap((one) => permissionsOf(one).holders));
        const wrong = callers
          .filter(([caller]) => caller.groups === undefined && named.has(subjectKey(caller)))
          .flatMap(([caller, who]) =>
            requests.flatMap((one) => {
              const [old, now] = [before, after].map((objects) => oracleAllows(objects, asked(who, one)));
              const isIn = (direction: string): boolean =>
                changes.some((change) => change.direction === direction && isChanged(change, caller, one));
              const got = { gained: isIn('gained'), lost: isIn('lost') };
              const want = { gained: old === false && now === true, lost: old === true && now === false };
              return got.gained === want.gained && got.lost === want.lost ? [] : [{ caller, one, got, want }];
            }),
          );
        expect(wrong.slice(0, 3)).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('the witness of a change is a request that flips, by a rule that is told', () => {
    fc.assert(
      fc.property(randomChange, ([before, after]) => {
        const [base, head] = [permissionsOf(before), permissionsOf(after)];
        for (const { direction, witness, rights } of changesInPermissions([base], [head])) {
          const [refusing, allowing] = direction === 'gained' ? [base, head] : [head, base];
          expect(mayDo(refusing, witness.subject, witness.request).isAllowed).toBe(false);
          expect(mayDo(allowing, witness.subject, witness.request).because).toEqual(witness.because);
          expect(witness.because.length).toBeGreaterThan(0);
          expect(rights.some((one) => rightsCover(one, witness.request))).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('a request is in at most one set of a change', () => {
    fc.assert(
      fc.property(randomAccess, (objects) => {
        for (const { rights } of changesInPermissions([], [permissionsOf(objects)]))
          for (const request of requests)
            expect(rights.filter((one) => rightsCover(one, request)).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 25 },
    );
  });

  it('a state has no difference with itself, however its rules are cut and ordered', () => {
    fc.assert(
      fc.property(randomAccess, (objects) => {
        const cut = objects.map((one) => ({ ...one, rules: cutRules(one['rules']) })).toReversed();
        expect(changesInPermissions([permissionsOf(objects)], [permissionsOf(cut)])).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

/** The same rules, one for each verb. */
function cutRules(rules: JsonObject[string] | undefined): readonly JsonObject[] {
  const all = (rules ?? []) as readonly JsonObject[];
  const verbsOf = (rule: JsonObject): readonly string[] => rule['verbs'] as readonly string[];
  return all
    .flatMap((rule) =>
      verbsOf(rule).length === 0 ? [rule] : verbsOf(rule).map((verb) => ({ ...rule, verbs: [verb] })),
    )
    .toReversed();
}
