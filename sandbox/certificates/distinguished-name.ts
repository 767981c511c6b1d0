import { AttributeTypeAndValue, AttributeValue, Name, RelativeDistinguishedName } from '@peculiar/asn1-x509';

/** Attribute types of names (X.520). */
const COMMON_NAME = '2.5.4.3';
const ORGANIZATION = '2.5.4.10';

/** Who a certificate speaks for: Kubernetes reads the common name as user and each organization as a group. */
export interface Subject {
  readonly commonName: string;
  /** @default - none */
  readonly organizations?: readonly string[];
}

/** The name of a subject (RFC 5280 §4.1.2.6). */
export function distinguishedName({ commonName, organizations = [] }: Subject): Name {
  return new Name([
    ...organizations.map((organization) => relativeName(ORGANIZATION, organization)),
    relativeName(COMMON_NAME, commonName),
  ]);
}

function relativeName(type: string, text: string): RelativeDistinguishedName {
  return new RelativeDistinguishedName([
    new AttributeTypeAndValue({ type, value: new AttributeValue({ utf8String: text }) }),
  ]);
}
