import policy from '../../../policies/resilience/require-diverse-uplinks';
import type { DataCenterFact } from '../../../model/facts/site-fact';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { centerFact, withCenter } from './kit/bend-model';

type Uplink = DataCenterFact['uplinks'][number];

const subject = 'site/dc-north';
const abroad = (id: string, carrier: string, path: string): Uplink => ({
  id,
  kind: 'internet-international',
  carrier,
  path,
  gbps: 40,
});
const linked = (...uplinks: readonly Uplink[]): PolicyCase => ({
  view: viewOf({ model: withCenter('dc-north', { uplinks: [...uplinks] }) }),
  subject,
});
const { uplinks } = centerFact();

describePolicy('resilience/require-diverse-uplinks', policy, {
  passes: {
    'two ways to each network, and none abroad': () => ({ view: viewOf(), subject }),
    'two international ways of two carriers': () =>
      linked(...uplinks, abroad('a', 'C', 'sea'), abroad('b', 'D', 'land')),
  },
  fails: {
    'one way to the dedicated network': () => ({
      ...linked(...uplinks.filter((one) => one.id !== 'tslcd-2')),
      where: 'uplinks: tslcd',
      got: '1 paths',
    }),
    'two links in one duct': () => ({
      ...linked(...uplinks.map((one) => ({ ...one, path: one.kind === 'inter-site' ? 'east' : one.path }))),
      where: 'uplinks: inter-site',
      got: '1 paths',
    }),
    'two international ways of one carrier': () => ({
      ...linked(...uplinks, abroad('a', 'C', 'sea'), abroad('b', 'C', 'land')),
      where: 'uplinks: internet-international',
      got: '2 links, not diverse',
    }),
    'two carriers on one path': () => ({
      ...linked(...uplinks, abroad('a', 'C', 'sea'), abroad('b', 'D', 'sea')),
      where: 'uplinks: internet-international',
      got: '2 links, not diverse',
    }),
    'Internet without a way abroad': () => ({
      ...linked(...uplinks, { ...abroad('a', 'C', 'exchange'), kind: 'internet-domestic' }),
      where: 'uplinks: internet-international',
      got: '0 links, not diverse',
    }),
  },
  ignores: {
    'a site that isn’t a data center': () => ({ view: viewOf(), subject: 'site/leased' }),
  },
});
