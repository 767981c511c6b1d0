import { selectsKnown } from '../../resources/label-selector';

describe('a selector asked about pods of which it is known alone that they are not web', () => {
  const others = {
    labels: new Map<string, string>(),
    isPartlyKnown: true,
    lacked: new Map([['app', new Set(['web', 'api'])]]),
  };

  it.each([
    [{}, 'yes'],
    [{ matchLabels: { app: 'web' } }, 'no'],
    [{ matchLabels: { app: 'other' } }, 'unknown'],
    [{ matchLabels: { tier: 'web' } }, 'unknown'],
    [{ matchExpressions: [{ key: 'app', operator: 'In', values: ['api', 'web'] }] }, 'no'],
    [{ matchExpressions: [{ key: 'app', operator: 'In', values: ['web', 'other'] }] }, 'unknown'],
    [{ matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] }, 'yes'],
    [{ matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web', 'other'] }] }, 'unknown'],
    [{ matchExpressions: [{ key: 'app', operator: 'In', values: [] }] }, 'unknown'],
    [{ matchExpressions: [{ key: 'app', operator: 'NotIn', values: [] }] }, 'unknown'],
    [{ matchExpressions: [{ key: 'app', operator: 'Exists' }] }, 'unknown'],
    [{ matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] }, 'unknown'],
    [{ matchExpressions: [{ key: 'tier', operator: 'In', values: ['web'] }] }, 'unknown'],
  ])('%j answers %s', (selector, answer) => {
    expect(selectsKnown(selector, others)).toBe(answer);
  });
});
