import { parseLockFile } from '../../../../delivery/terraform/plan/provider-versions';

describe('parseLockFile()', () => {
  it('tells the version of each provider', () => {
    const text = `# This file is maintained automatically by "terraform init".

provider "registry.example.org/hashicorp/kubernetes" {
  version     = "1.13.4"
  constraints = ">= 1.13.4, < 3.0.0"
  hashes = [
    "h1:VVhV+oZY5RA6Gr2wwQALKyFZEsbpAZO5sNoQHASVF2A=",
  ]
}
`;
    expect([...parseLockFile(text)]).toEqual([['hashicorp/kubernetes', '1.13.4']]);
  });

  it('finds none in another text', () => {
    expect([...parseLockFile('provider "x" {}')]).toEqual([]);
  });
});
