import { authenticationConfiguration } from '../../../../constructs/data-center/node/authentication-configuration';
import type { NationFact } from '../../../../model/facts/nation-fact';
import { healthyModel } from '../../../support/healthy-model';

interface Written {
  readonly jwt: readonly [
    {
      readonly issuer: object;
      readonly claimValidationRules: readonly { readonly expression: string }[];
      readonly userValidationRules: readonly { readonly expression: string }[];
    },
  ];
  readonly anonymous: object;
}

function write(bend: Partial<NationFact['identity']> = {}): Written {
  return authenticationConfiguration({ ...healthyModel().nation.identity, ...bend }) as Written;
}

function rulesOf(bend: Partial<NationFact['identity']>): readonly string[] {
  return write(bend).jwt[0].claimValidationRules.map((rule) => rule.expression);
}

describe('authenticationConfiguration()', () => {
  test('trusts the identity provider of the nation for its own client', () => {
    expect(write().jwt[0].issuer).toEqual({ url: 'https://identity.test.gov.vn', audiences: ['kubernetes'] });
  });

  test('asks for a second factor exactly when the facts do', () => {
    const rule = "has(claims.amr) && dyn(claims.amr).exists(method, method == 'mfa')";
    expect(rulesOf({ multiFactor: true })).toContain(rule);
    expect(rulesOf({ multiFactor: false })).not.toContain(rule);
  });

  test('bounds sessions, and those of administrators more', () => {
    const [, session, administrator] = rulesOf({ sessionMinutesMax: 30, adminSessionMinutesMax: 5 });
    expect(session).toBe('claims.exp - claims.iat <= 1800');
    expect(administrator).toContain("'ndc:break-glass'");
    expect(administrator).toMatch(/claims\.exp - claims\.iat <= 300$/);
  });

  test('lets nobody take a name of Kubernetes', () => {
    const [rule] = write().jwt[0].userValidationRules;
    expect(rule?.expression).toContain("!user.username.startsWith('system:')");
    expect(rule?.expression).toContain("!group.startsWith('system:')");
  });

  test('answers without a name on four paths only', () => {
    expect(write().anonymous).toEqual({
      enabled: true,
      conditions: [
        { path: '/livez' },
        { path: '/readyz' },
        { path: '/healthz' },
        { path: '/api/v1/namespaces/kube-public/configmaps/cluster-info' },
      ],
    });
  });
});
