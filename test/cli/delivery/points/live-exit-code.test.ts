import { liveExitCode } from '../../../../cli/delivery/points/live-exit-code';
import { joined, OF_ONE, point, said, standing } from '../../../reports/points/points-kit';

const unreached = [{ cluster: 'c2', why: 'nobody listens' }];
const failing = point([said(OF_ONE, { fail: ['c1/Service/a/x'] })]);

describe('liveExitCode()', () => {
  it.each([
    ['everything holds', {}, 0],
    ['a rule fails', { live: failing }, 1],
    ['an object departs', { departed: [{ id: 'c1/Service/a/x', kind: 'missing', fields: [] } as const] }, 1],
    ['a rule can not be told', { admission: new Map([[OF_ONE, [standing('c1', { standing: 'unknown' })]]]) }, 1],
    ['a cluster gives no answer', { unreached }, 3],
    ['a cluster gives no answer and a rule fails', { unreached, live: failing }, 1],
  ])('where %s', (_, bend, code) => {
    expect(liveExitCode(joined(bend))).toBe(code);
  });

  it('is clean where the rule that fails only warns', () => {
    const live = joined({ live: failing });
    const rules = live.rules.map((one) => ({ ...one, force: 'warn' as const }));
    expect(liveExitCode({ ...live, rules })).toBe(0);
  });
});
