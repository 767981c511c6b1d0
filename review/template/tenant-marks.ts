import type { Tenant } from '../../model/tenancy/tenant';

/** Tells where a text of canonical JSON speaks of a tenant: by its id, its official name or the addresses of its office. */
export class TenantMarks {
  private readonly all: RegExp;
  /** By the group of the expression that matches. */
  private readonly kinds = ['id', 'name', 'name', 'v4', 'v6'] as const;

  public constructor({ id, officialName, accessEnd }: Tenant) {
    const whole = (text: string | undefined): string => (text === undefined ? '(?!)' : literal(JSON.stringify(text)));
    const parts = [
      `(?<![A-Za-z0-9])${literal(id)}(?![A-Za-z0-9])`,
      ...[officialName.vi, officialName.en, accessEnd?.ipv4, accessEnd?.ipv6].map(whole),
    ];
    this.all = new RegExp(parts.map((one) => `(${one})`).join('|'), 'g');
  }

  /** Whether a text speaks of the tenant by what nobody else has: its id or its addresses. */
  public isIn(text: string): boolean {
    return [...text.matchAll(this.all)].some(({ 2: vi, 3: en }) => vi === undefined && en === undefined);
  }

  /** The text with a sign of this number wherever it speaks of the tenant; what signs are made of, no text may hold. */
  public mark(text: string, number: 0 | 1): string {
    const sign = signs[number];
    return text.replace(this.all, (...found: unknown[]) => {
      const index = this.kinds.findIndex((_, at) => typeof found[at + 1] === 'string');
      const kind = this.kinds[index] ?? 'id';
      return kind === 'id' ? `${sign}id` : `"${sign}${kind}"`;
    });
  }
}

/** An expression that takes exactly this text. */
export function literal(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}

/** Escapes of JSON that stand for characters that no object of Kubernetes may hold. */
const signs = [String.raw`\u0000`, String.raw`\u0001`] as const;

/** Whether a text could be taken for one that was marked. */
export function holdsSigns(text: string): boolean {
  return signs.some((one) => text.includes(one));
}
