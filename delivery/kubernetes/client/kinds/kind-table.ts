import { apiVersionOf, groupKind, groupOf, type ApiKind } from './api-kind';

/** The kinds that a server offered when it was asked. */
export interface KindTable {
  /** In the order of the server: groups, then versions, the preferred one first. */
  readonly all: readonly ApiKind[];
  /** `group/version` whose kinds the server couldn't tell (an aggregated API is down): nothing follows from their absence. */
  readonly untold: ReadonlySet<string>;
  /** The kind in exactly this version. */
  tryFind(apiVersion: string, kind: string): ApiKind | undefined;
  /** The kind in the version that the server prefers. */
  tryFindPreferred(group: string, kind: string): ApiKind | undefined;
}

/** Makes a table. */
export function kindTable(all: readonly ApiKind[], untold: ReadonlySet<string>): KindTable {
  const exact = new Map(all.map((one) => [`${apiVersionOf(one)}/${one.kind}`, one]));
  const preferred = new Map(all.toReversed().map((one) => [groupKind(one.group, one.kind), one]));
  return {
    all,
    untold,
    tryFind: (apiVersion, kind) => exact.get(`${apiVersion}/${kind}`),
    tryFindPreferred: (group, kind) => preferred.get(groupKind(group, kind)),
  };
}

/** Whether a kind's absence from the table says nothing, since the server couldn't tell its group. */
export function isUntold(table: KindTable, apiVersion: string): boolean {
  return table.untold.has(apiVersion) || table.untold.has(groupOf(apiVersion));
}
