import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as cdk from 'aws-cdk-lib';
import { App as Cdk8sApp, ApiObject, Chart } from 'cdk8s';
import { App as TerraformApp, TerraformStack, Token } from 'cdktf';
import { Cdk8sRules } from '../../plugins/cdk8s-rules';
import { CdkRules } from '../../plugins/cdk-plugin';
import { CdktfRules } from '../../plugins/cdktf-rules';
import { ClusterRole } from '@cdktf/provider-kubernetes/lib/cluster-role';
import { KubernetesProvider } from '@cdktf/provider-kubernetes/lib/provider';

const RULE = 'roles/disallow-wildcard-verbs';
const work = mkdtempSync(join(tmpdir(), 'ndc-plugins-'));

afterAll(() => rmSync(work, { recursive: true, force: true }));

const role = (verbs: readonly string[]) => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRole',
  metadata: { name: 'one' },
  rules: [{ apiGroups: ['apps'], resources: ['deployments'], verbs }],
});

describe('Cdk8sRules', () => {
  function synth(verbs: readonly string[], except: readonly string[] = []): string {
    const app = new Cdk8sApp({ outdir: join(work, 'cdk8s') });
    const chart = new Chart(app, 'chart');
    new ApiObject(chart, 'role', role(verbs));
    chart.node.addValidation(new Cdk8sRules(chart, { except }));
    return app.synthYaml();
  }

  it('let a chart synthesize that is as required', () => {
    expect(synth(['get'])).toContain('kind: ClusterRole');
  });

  it('fail synth of one that is not, with rule, construct and field', () => {
    expect(() => synth(['*'])).toThrow(`${RULE}: chart/role rules[0].verbs[0]: got *, want anything but *`);
  });

  it('leave a rule out that was named, and refuse a name that no rule has', () => {
    expect(synth(['*'], [RULE])).toContain('kind: ClusterRole');
    expect(() => synth(['get'], ['roles/misspelt'])).toThrow('no rule on single objects has the id roles/misspelt');
  });
});

describe('CdktfRules', () => {
  function findings(verbs: readonly string[]): readonly string[] {
    const stack = new TerraformStack(new TerraformApp({ outdir: join(work, 'cdktf') }), 'stack');
    new KubernetesProvider(stack, 'kubernetes', {});
    new ClusterRole(stack, 'role', {
      metadata: { name: 'one' },
      rule: [{ apiGroups: ['apps'], resources: ['deployments'], verbs: [...verbs] }],
    });
    stack.node.addValidation(new CdktfRules(stack));
    return stack.node.validate();
  }

  it('find nothing in a stack that is as required, and leave to the plan what Terraform alone can tell', () => {
    expect(findings(['get'])).toEqual([]);
    expect(findings([Token.asString({ resolve: () => '${data.x.y.verb}' })])).toEqual([]);
  });

  it('find what is not as required', () => {
    expect(findings(['*'])).toEqual([
      expect.stringMatching(
        new RegExp(`^${RULE}: stack kubernetes_cluster_role\\.role rules\\[0\\]\\.verbs\\[0\\]: got \\*`),
      ),
    ]);
  });
});

describe('CdkRules', () => {
  function report(manifest: unknown) {
    const app = new cdk.App({ outdir: mkdtempSync(join(work, 'cdk-')), analyticsReporting: false });
    const stack = new cdk.Stack(app, 'stack');
    new cdk.CfnResource(stack, 'manifest', {
      type: 'Custom::AWSCDK-EKS-KubernetesResource',
      properties: { Manifest: manifest },
    });
    const { stacks } = app.synth({ skipValidation: true });
    const templatePaths = stacks.map(({ templateFullPath }) => templateFullPath);
    return new CdkRules().validate({ templatePaths } as cdk.IPolicyValidationContext);
  }

  it('pass a template whose objects are as required', () => {
    expect(report(JSON.stringify([role(['get'])]))).toEqual({ success: true, violations: [] });
  });

  it('tell rule, resource, template and field of what is not', () => {
    expect(report(JSON.stringify([role(['*'])]))).toMatchObject({
      success: false,
      violations: [
        {
          ruleName: RULE,
          severity: 'error',
          violatingResources: [
            { resourceLogicalId: 'manifest', locations: [expect.stringContaining('rules[0].verbs[0]: got *')] },
          ],
        },
      ],
    });
  });

  it('tell of several resources which one it is, and look at the namespace that another one brings', () => {
    const app = new cdk.App({ outdir: mkdtempSync(join(work, 'cdk-')), analyticsReporting: false });
    const stack = new cdk.Stack(app, 'stack');
    const service = { type: 'NodePort', selector: { app: 'web' }, ports: [{ port: 443 }] };
    const bodies = {
      good: role(['get']),
      bad: { ...role(['*']), metadata: { name: 'two' } },
      namespace: {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: 'web', labels: { 'ndc.gov.vn/level': '4' } },
      },
      pod: {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'web', namespace: 'web' },
        spec: { containers: [{ name: 'main', image: 'registry.example.vn/web:1.4.2' }] },
      },
      service: { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'web' }, spec: service },
    };
    for (const [name, body] of Object.entries(bodies)) {
      const properties = { Manifest: JSON.stringify([body]) };
      new cdk.CfnResource(stack, name, { type: 'Custom::AWSCDK-EKS-KubernetesResource', properties });
    }
    const templatePaths = app.synth({ skipValidation: true }).stacks.map(({ templateFullPath }) => templateFullPath);
    const { violations } = new CdkRules().validate({ templatePaths } as cdk.IPolicyValidationContext);
    const told = violations.map(({ ruleName, severity, violatingResources: [one] }) => [
      ruleName,
      severity,
      one?.resourceLogicalId,
    ]);
    expect(told).toContainEqual([RULE, 'error', 'bad']);
    expect(told).not.toContainEqual([RULE, expect.anything(), 'good']);
    expect(told).toContainEqual(['services/disallow-node-ports', 'error', 'service']);
    expect(told).toContainEqual(['images/require-image-digests', 'error', 'pod']);
  });

  it('take what CloudFormation alone can tell for neither', () => {
    const [before = '', after = ''] = JSON.stringify([role(['REGION'])]).split('REGION');
    const { success, violations } = report(cdk.Fn.join('', [before, cdk.Fn.ref('AWS::Region'), after]));
    expect(success).toBe(true);
    expect(violations.map(({ ruleName }) => ruleName)).toContain(RULE);
    expect(new Set(violations.map(({ severity }) => severity))).toEqual(new Set(['warning']));
  });

  it.each([
    ['a manifest that is none', '{'],
    ['a manifest that only a function makes', { 'Fn::GetAtt': ['other', 'Manifest'] }],
  ])('call %s a violation', (_, manifest) => {
    expect(report(manifest)).toMatchObject({ success: false, violations: [{ ruleName: 'ndc/unreadable' }] });
  });
});
