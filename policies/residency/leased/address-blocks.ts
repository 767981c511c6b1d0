import { listAt, valueAt } from '../../../resources/json-path';
import type { JsonValue, Resource } from '../../../resources/resource';

/** A block of addresses that a network resource opens. */
export interface AddressBlock {
  readonly where: string;
  readonly value: JsonValue | undefined;
}

/** The blocks that a security group, one of its rules, or a route names. */
export function blocksOf({ kind, body }: Resource): readonly AddressBlock[] {
  const properties = valueAt(body, 'Properties');
  switch (kind) {
    case 'AWS::EC2::SecurityGroup': {
      const egress = listAt(properties, 'SecurityGroupEgress');
      // Without a rule, the provider lets everything out.
      const silent = egress.length === 0 ? [{ where: 'Properties.SecurityGroupEgress', value: '0.0.0.0/0' }] : [];
      return [...silent, ...rulesOf(properties, 'SecurityGroupIngress'), ...rulesOf(properties, 'SecurityGroupEgress')];
    }
    case 'AWS::EC2::SecurityGroupIngress':
    case 'AWS::EC2::SecurityGroupEgress':
      return ruleBlocks(properties, 'Properties');
    case 'AWS::EC2::Route':
      return ['DestinationCidrBlock', 'DestinationIpv6CidrBlock']
        .map((field) => ({ where: `Properties.${field}`, value: valueAt(properties, field) }))
        .filter((one) => one.value !== undefined);
    default:
      return [];
  }
}

function rulesOf(properties: JsonValue | undefined, field: string): readonly AddressBlock[] {
  return listAt(properties, field).flatMap((rule, index) => ruleBlocks(rule, `Properties.${field}[${index}]`));
}

/** What a rule opens: blocks, or lists of blocks that the provider keeps; a group of the same network is neither. */
function ruleBlocks(rule: JsonValue | undefined, where: string): readonly AddressBlock[] {
  return ['CidrIp', 'CidrIpv6', 'SourcePrefixListId', 'DestinationPrefixListId']
    .map((field) => ({ where: `${where}.${field}`, value: valueAt(rule, field) }))
    .filter((one) => one.value !== undefined);
}
