/** The root principal of an account. */
export function accountRoot(accountId: string): string {
  return `arn:aws:iam::${accountId}:root`;
}

/** Statements for a store of copies: TLS only, nobody deletes, nobody outside the account. */
export function storeStatements(resource: string, accountId: string): readonly object[] {
  const everything = [resource, `${resource}/object/*`];
  return [
    {
      Sid: 'TlsOnly',
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 's3-outposts:*',
      Resource: everything,
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
    {
      Sid: 'NobodyDeletes',
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: ['s3-outposts:DeleteObject', 's3-outposts:DeleteBucket', 's3-outposts:PutLifecycleConfiguration'],
      Resource: everything,
      Condition: { StringNotEquals: { 'aws:PrincipalArn': `arn:aws:iam::${accountId}:role/ndc-break-glass` } },
    },
    {
      Sid: 'NobodyOutsideTheAccount',
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 's3-outposts:*',
      Resource: everything,
      Condition: { StringNotEquals: { 'aws:PrincipalAccount': accountId } },
    },
  ];
}
