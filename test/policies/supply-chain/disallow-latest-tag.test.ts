import policy from '../../../policies/supply-chain/disallow-latest-tag';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { database, deployment, pod } from './kit/workloads';

const running = (body: JsonObject): PolicyCase => ({ view: viewOf({ resources: [body] }) });
const digest = `registry.test.gov.vn/a@sha256:${'0'.repeat(64)}`;
const image = (name: string): PolicyCase => running(deployment({ containers: [{ name: 'a', image: name }] }));
const where = 'spec.template.spec.containers[0].image';

describePolicy('supply-chain/disallow-latest-tag', policy, {
  passes: {
    'a version': () => image('registry.test.gov.vn/a:1.2.3'),
    'a digest': () => image(digest),
    'a database with a version': () => running(database('registry.test.gov.vn/cloudnative-pg/postgresql:17.6')),
  },
  fails: {
    latest: () => ({ ...image('registry.test.gov.vn/a:latest'), where, got: 'registry.test.gov.vn/a:latest' }),
    'no version': () => ({ ...image('registry.test.gov.vn/a'), where, got: 'registry.test.gov.vn/a' }),
    'a port that looks like a version': () => ({
      ...image('registry.test.gov.vn:5000/a'),
      where,
      got: 'registry.test.gov.vn:5000/a',
    }),
    'a digest that is none': () => ({
      ...image('registry.test.gov.vn/a@sha256:00'),
      where,
      got: 'registry.test.gov.vn/a@sha256:00',
    }),
    'a container without an image, as unknown': () => ({
      ...running(pod({ containers: [{ name: 'a' }] })),
      verdict: 'unknown',
      where: 'spec.containers[0].image',
      got: 'not said',
    }),
    'a pod without containers, as unknown': () => ({
      ...running(pod({})),
      verdict: 'unknown',
      where: 'spec',
      got: 'no image',
    }),
  },
  ignores: {
    'an assembly that runs nothing': () => ({ view: viewOf() }),
  },
});
