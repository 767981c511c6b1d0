import { load } from 'js-yaml';
import { kubeconfigText } from '../../../sandbox/control-plane/kubeconfig';

const entry = (context: string) => ({
  context,
  cluster: 'one',
  server: 'https://127.0.0.1:1',
  authority: 'CA',
  certificate: `CERT ${context}`,
  key: `KEY ${context}`,
});

describe('kubeconfigText()', () => {
  it('has a context and a user for each entry and each cluster once', () => {
    const config = load(kubeconfigText([entry('one'), entry('one-break-glass')])) as Record<string, unknown>;
    expect(config).toMatchObject({
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': 'one',
      clusters: [{ name: 'one', cluster: { server: 'https://127.0.0.1:1', 'certificate-authority-data': 'Q0E=' } }],
      contexts: [
        { name: 'one', context: { cluster: 'one', user: 'one' } },
        { name: 'one-break-glass', context: { cluster: 'one', user: 'one-break-glass' } },
      ],
    });
    expect((config['users'] as readonly { name: string }[]).map(({ name }) => name)).toEqual([
      'one',
      'one-break-glass',
    ]);
  });

  it('is a kubeconfig also without entries', () => {
    expect(load(kubeconfigText([]))).toMatchObject({ kind: 'Config', clusters: [], users: [], contexts: [] });
  });
});
