import type { BrokenFact } from './broken-fact';

/** A file of each kind of fact that can't be used, so that whatever rests on it can't be judged. */
export const brokenShapes: readonly BrokenFact[] = [
  {
    name: 'a list of divisions of no known extent',
    file: 'divisions',
    find: 'include: [',
    put: "include: 'some', others: [",
    code: 'fact-form-unknown',
  },
  {
    name: 'a host class without cores',
    file: 'host-classes',
    find: 'cores: 64',
    put: 'cores: 0',
    code: 'fact-too-small',
  },
  {
    name: 'a network center in a slot of provinces',
    file: 'networks/tslcd',
    find: 'slot: 103',
    put: 'slot: 3',
    code: 'fact-too-small',
  },
  {
    name: 'a profile of provinces without overrides',
    file: 'profiles/province',
    find: 'overrides: []',
    put: "overrides: 'none'",
    code: 'fact-kind-wrong',
  },
  {
    name: 'a profile of communes with a misspelt key',
    file: 'profiles/commune',
    find: 'overrides:',
    put: 'override:',
    code: 'fact-key-unknown',
  },
  {
    name: 'a data center whose standby is a number',
    file: 'sites/ndc-2',
    find: "standby: 'ndc-3'",
    put: 'standby: 1',
    code: 'fact-kind-wrong',
  },
  {
    name: 'a leased site of an unknown provider',
    file: 'sites/leased-hanoi',
    find: "provider: 'aws'",
    put: "provider: 'somebody'",
    code: 'fact-choice-unknown',
  },
  {
    name: 'a tenant whose code is in small letters',
    file: 'tenants/society/most',
    find: "'BO-11'",
    put: "'bo-11'",
    code: 'fact-format-wrong',
  },
  {
    name: 'an owner of many systems that is no text',
    file: 'tenants/security-and-justice/mps',
    find: "home: 'ndc-1'",
    put: "home: ['ndc-1']",
    code: 'fact-kind-wrong',
  },
  {
    name: 'a system that breaks off',
    file: 'systems/sharing/data-coordination',
    put: "export default {\n  shortName: 'coordination',\n",
    code: 'fact-syntax',
  },
  {
    name: 'a removal of no known mode',
    file: 'removals/old',
    put: "export default { kind: 'system', id: 'old-registry', mode: 'delete', reason: 'Replaced.' };\n",
    code: 'fact-choice-unknown',
  },
];
