import { CfnSecurityGroup, CfnSubnet, CfnVPC } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';

/** The network of a leased site. */
export interface LeasedNetworkProps {
  readonly site: string;
  /** The site's /16 of the national plan. */
  readonly block: string;
  /** The server zone's block inside it. */
  readonly serverBlock: string;
  readonly availabilityZone: string;
  readonly outpostArn: string;
  /** Blocks of the data centers that may reach it, and that it may reach. */
  readonly peers: readonly { readonly site: string; readonly block: string }[];
}

const HTTPS = 443;

/** A network on the rack in the country, without an Internet gateway: only the data centers are reached, over TLS. */
export class LeasedNetwork extends Construct {
  public readonly vpcId: string;
  public readonly subnetId: string;
  public readonly securityGroupId: string;

  public constructor(scope: Construct, id: string, props: LeasedNetworkProps) {
    super(scope, id);
    const tags = [{ key: 'ndc:site', value: props.site }];
    const vpc = new CfnVPC(this, 'Resource', {
      cidrBlock: props.block,
      enableDnsSupport: true,
      enableDnsHostnames: false,
      tags,
    });
    const { availabilityZone, outpostArn, serverBlock: cidrBlock } = props;
    const subnet = new CfnSubnet(this, 'Subnet', {
      vpcId: vpc.attrVpcId,
      cidrBlock,
      availabilityZone,
      outpostArn,
      mapPublicIpOnLaunch: false,
      tags,
    });
    const rule = (site: string, block: string): CfnSecurityGroup.IngressProperty => ({
      ipProtocol: 'tcp',
      fromPort: HTTPS,
      toPort: HTTPS,
      cidrIp: block,
      description: `TLS with ${site}`,
    });
    const group = new CfnSecurityGroup(this, 'SecurityGroup', {
      groupDescription: `Traffic of the leased site ${props.site}: the data centers only`,
      vpcId: vpc.attrVpcId,
      securityGroupIngress: props.peers.map(({ site, block }) => rule(site, block)),
      securityGroupEgress: props.peers.map(({ site, block }) => rule(site, block)),
      tags,
    });
    this.vpcId = vpc.attrVpcId;
    this.subnetId = subnet.attrSubnetId;
    this.securityGroupId = group.attrGroupId;
  }
}
