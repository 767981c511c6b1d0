import type { FailureDomain, Host } from '../site/site';

/** From which end of its failure domains hosts are taken: two clusters that take from different ends don't meet. */
export type PoolEnd = 'front' | 'back';

/** The free hosts of a site, given out round the failure domains so that a cluster never depends on one. */
export class HostPool {
  private readonly domains: readonly { readonly byRole: Record<Host['role'], Host[]> }[];
  private readonly next: Record<PoolEnd, number> = { front: 0, back: 0 };

  public constructor(failureDomains: readonly FailureDomain[]) {
    this.domains = failureDomains.map(({ hosts }) => ({
      byRole: {
        control: hosts.filter((host) => host.role === 'control'),
        worker: hosts.filter((host) => host.role === 'worker'),
        storage: hosts.filter((host) => host.role === 'storage'),
      },
    }));
  }

  /** Takes up to a number of hosts of a role, or all that are left. */
  public take(role: Host['role'], number: number | 'rest', end: PoolEnd = 'front'): readonly Host[] {
    const taken: Host[] = [];
    const wanted = number === 'rest' ? Number.POSITIVE_INFINITY : number;
    let empty = 0;
    while (taken.length < wanted && empty < this.domains.length) {
      const hosts = this.nextDomain(end)?.byRole[role];
      const host = end === 'front' ? hosts?.shift() : hosts?.pop();
      empty = host === undefined ? empty + 1 : 0;
      if (host !== undefined) taken.push(host);
    }
    return taken;
  }

  private nextDomain(end: PoolEnd): HostPool['domains'][number] | undefined {
    const place = this.next[end];
    this.next[end] = (place + 1) % this.domains.length;
    return this.domains.at(end === 'front' ? place : -1 - place);
  }
}
