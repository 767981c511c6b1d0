import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { LeasedKey } from '../constructs/leased/leased-key';
import { LeasedNetwork } from '../constructs/leased/leased-network';
import { LeasedNodes } from '../constructs/leased/leased-nodes';
import { LeasedStore } from '../constructs/leased/leased-store';
import { own } from '../constructs/ownership';
import { zoneBlock } from '../model/site/zone-block';
import type { Model } from '../model/model';
import { copyBucketName } from '../model/naming';
import type { LeasedSite } from '../model/site/site';
import type { Unit } from './unit';

/** One CloudFormation template for each leased site; nothing else depends on it. */
export function leasedUnits(model: Model): readonly Unit[] {
  return model.sites.flatMap((site) => (site.kind === 'leased' ? [leasedUnit(model, site)] : []));
}

function leasedUnit(model: Model, site: LeasedSite): Unit {
  return {
    engine: 'cloudformation',
    path: `cloudformation/${site.id}.template.json`,
    site: site.id,
    define: (app) => defineStack(app, model, site),
  };
}

function defineStack(app: Construct, model: Model, site: LeasedSite): Stack {
  const { accountId, controlRegion, availabilityZone, outpostId } = site.fact;
  const stack = new Stack(app, site.id, {
    env: { account: accountId, region: controlRegion },
    description: `ndc ${model.environment}: leased capacity ${site.id}`,
  });
  own(stack, { origin: site.origin });
  const peers = model.sites.flatMap((one) =>
    one.kind === 'national-data-center' ? [{ site: one.id, block: one.block.ipv4 }] : [],
  );
  const outpostArn = `arn:aws:outposts:${controlRegion}:${accountId}:outpost/${outpostId}`;
  const serverBlock = zoneBlock(site, 'server').ipv4;
  const network = new LeasedNetwork(stack, 'network', {
    site: site.id,
    block: site.block.ipv4,
    serverBlock,
    availabilityZone,
    outpostArn,
    peers,
  });
  const key = new LeasedKey(stack, 'key', { site: site.id, accountId });
  for (const bucketName of bucketNames(model, site.id)) {
    new LeasedStore(stack, bucketName, { site: site.id, bucketName, accountId, outpostId, vpcId: network.vpcId });
  }
  new LeasedNodes(stack, 'nodes', {
    site: site.id,
    keyArn: key.arn,
    securityGroupId: network.securityGroupId,
    accountId,
  });
  return stack;
}

/** The buckets that the copies of systems need at a site, sorted. */
function bucketNames(model: Model, site: string): readonly string[] {
  const copies = model.systems.flatMap((system) => system.backup?.copies.filter((copy) => copy.site === site) ?? []);
  return [...new Set(copies.map((copy) => copyBucketName(model.environment, copy)))].toSorted();
}
