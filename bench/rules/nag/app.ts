import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Cdk from 'aws-cdk-lib';
import { CdkRules } from '../../../plugins/cdk-plugin';
import { makeEstate } from '../corpus/estate';
import { SEED } from '../measure/workplace';

/** A pack of cdk-nag, as far as it is used. */
interface Packs {
  readonly AwsSolutionsChecks: new (scope: Cdk.App) => Pack;
}

/** A pack asks each of its rules about each resource by one method. */
interface Pack extends Cdk.IPolicyValidationPlugin {
  applyRule(asked: object): void;
}

const RESOURCES_OF_STACK = 100;

/**
 * Synthesizes an app with or without validation and prints how long synth took and what was found. `aws` has buckets,
 * roles and security groups, which cdk-nag judges; `kubernetes` has what brings objects to an EKS cluster, which we judge.
 */
function synthesize([folder = '', out = '', of = '', plugin = '', count = '']: readonly string[]): void {
  const need = createRequire(join(folder, 'app.js'));
  const cdk = need('aws-cdk-lib') as typeof Cdk;
  const app = new cdk.App({ outdir: out, analyticsReporting: false, builtinCloudFormationValidation: false });
  const total = Number(count);
  const objects = of === 'kubernetes' ? makeEstate({ seed: SEED, objects: total, density: 0.05 }) : [];
  let stack = new cdk.Stack(app, 'stack-0');
  for (let index = 0; index < total; index += 1) {
    if (index > 0 && index % RESOURCES_OF_STACK === 0) stack = new cdk.Stack(app, `stack-${index}`);
    const body = objects[index]?.body;
    if (body === undefined) addAwsResource(cdk, stack, index);
    else
      new cdk.CfnResource(stack, `object-${index}`, {
        type: 'Custom::AWSCDK-EKS-KubernetesResource',
        properties: { Manifest: JSON.stringify([body]) },
      });
  }
  const rulesOf = addPlugin({ cdk, app, plugin, packs: need('cdk-nag') as Packs });
  const seconds = secondsOfSynth(app);
  process.stdout.write(JSON.stringify({ seconds, rules: Math.round(rulesOf() / total) }));
}

interface Plugged {
  readonly cdk: typeof Cdk;
  readonly app: Cdk.App;
  readonly plugin: string;
  readonly packs: Packs;
}

/** Adds a plugin; gives how often a rule was asked about a resource. */
function addPlugin({ cdk, app, plugin, packs: { AwsSolutionsChecks } }: Plugged): () => number {
  let asked = 0;
  const validations = cdk.Validations.of(app);
  if (plugin === 'ndc') {
    const own = new CdkRules();
    validations.addPlugins(own);
    // It asks every rule about all that stands in a template.
    return () => own.ruleIds.length * app.node.findAll().filter((one) => cdk.CfnResource.isCfnResource(one)).length;
  }
  if (plugin !== 'nag') return () => 0;
  const pack = new AwsSolutionsChecks(app);
  const apply = pack.applyRule.bind(pack);
  pack.applyRule = (one): void => {
    asked += 1;
    apply(one);
  };
  validations.addPlugins(pack);
  return () => asked;
}

function secondsOfSynth(app: Cdk.App): number {
  const print = process.stderr.write.bind(process.stderr);
  const out = process.stdout.write.bind(process.stdout);
  // The report of thousands of violations is no part of what is measured.
  process.stderr.write = (): boolean => true;
  process.stdout.write = (): boolean => true;
  const before = process.cpuUsage();
  try {
    app.synth();
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('Validation failed'))) throw error;
  } finally {
    process.stderr.write = print;
    process.stdout.write = out;
  }
  const { user, system } = process.cpuUsage(before);
  // CDK sets the code of the process when there are violations; they are no failure of a measurement.
  process.on('exit', () => {
    process.exitCode = 0;
  });
  return (user + system) / 1e6;
}

function addAwsResource(cdk: typeof Cdk, stack: Cdk.Stack, index: number): void {
  const makers = [
    () => new cdk.aws_s3.Bucket(stack, `bucket-${index}`),
    () =>
      new cdk.aws_iam.CfnRole(stack, `role-${index}`, {
        assumeRolePolicyDocument: {
          Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } }],
        },
        policies: [
          {
            policyName: 'broad',
            policyDocument: { Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] },
          },
        ],
      }),
    () =>
      new cdk.aws_ec2.CfnSecurityGroup(stack, `group-${index}`, {
        groupDescription: 'open',
        securityGroupIngress: [{ ipProtocol: 'tcp', fromPort: 22, toPort: 22, cidrIp: '0.0.0.0/0' }],
      }),
  ];
  makers[index % makers.length]?.();
}

synthesize(process.argv.slice(2));
