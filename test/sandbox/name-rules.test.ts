import { nameViolations } from '../../sandbox/schemas/name-rules';

/** Pointers of what is wrong with the metadata of a kind. */
function pointers(key: string, metadata: object): readonly string[] {
  return nameViolations(key, { metadata }).map(({ pointer }) => pointer);
}

describe('nameViolations()', () => {
  it.each([
    ['v1/ConfigMap', 'a.b-c.d'],
    ['v1/ConfigMap', 'a'.repeat(253)],
    ['v1/Namespace', 'a'.repeat(63)],
    ['batch/v1/CronJob', 'a'.repeat(52)],
    ['rbac.authorization.k8s.io/v1/ClusterRole', 'system:Node_reader'],
  ])('takes a %s named %s', (key, name) => {
    expect(pointers(key, { name })).toEqual([]);
  });

  it.each([
    ['v1/ConfigMap', 'a..b'],
    ['v1/ConfigMap', 'system:a'],
    ['v1/ConfigMap', 'a'.repeat(254)],
    ['v1/ConfigMap', '-a'],
    ['v1/ConfigMap', ''],
    ['v1/Namespace', 'a'.repeat(64)],
    ['v1/Namespace', 'a.b'],
    ['batch/v1/CronJob', 'a'.repeat(53)],
    ['rbac.authorization.k8s.io/v1/ClusterRole', 'a/b'],
    ['rbac.authorization.k8s.io/v1/ClusterRole', '..'],
  ])('refuses a %s named %s', (key, name) => {
    expect(pointers(key, { name })).toEqual(['/metadata/name']);
  });

  it('refuses an object without a name, and a namespace that is no label', () => {
    expect(pointers('v1/ConfigMap', { namespace: 'a.b' })).toEqual(['/metadata/name', '/metadata/namespace']);
  });

  it('counts the bytes of annotations, keys and letters of several bytes too', () => {
    const annotations = { a: 'đ'.repeat(131_071), b: '' };
    expect(pointers('v1/ConfigMap', { name: 'a', annotations })).toEqual([]);
    expect(nameViolations('v1/ConfigMap', { metadata: { name: 'a', annotations: { ...annotations, c: '' } } })).toEqual(
      [
        {
          pointer: '/metadata/annotations',
          message: 'must have at most 262144 bytes together',
          got: '262145 bytes',
        },
      ],
    );
  });
});
