import type { FailureDomain, Host } from '../site/site';

/** The free hosts of a site, given out round the failure domains so that a cluster never depends on one. */
export class HostPool {
  private readonly domains: readonly { readonly byRole: Record<Host['role'], Host[]> }[];
  private next = 0;

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
  public take(role: Host['role'], number: number | 'rest'): readonly Host[] {
    const taken: Host[] = [];
    const wanted = number === 'rest' ? Number.POSITIVE_INFINITY : number;
    let empty = 0;
    while (taken.length < wanted && empty < this.domains.length) {
      const host = this.domains[this.next]?.byRole[role].shift();
      this.next = (this.next + 1) % this.domains.length;
      empty = host === undefined ? empty + 1 : 0;
      if (host !== undefined) taken.push(host);
    }
    return taken;
  }
}
