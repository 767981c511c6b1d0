import type { Facts } from '../../../model/facts/fact-kinds';
import { problemsOfInput, sandboxInput, withFact, type FactOf } from '../build/sandbox-facts';

const { facts } = sandboxInput();

function systemFact(id: string): FactOf<'systems'> {
  const declared = facts.systems.get(id);
  if (declared === undefined) throw new Error(`${id} is no system of the sandbox`);
  return declared.value;
}

/** The facts with a system that each ministry has, and the portal leading one flow to it over the NDXP. */
function withMinistrySystem(parts: Partial<Facts> = {}): Facts {
  const of = { ...systemFact('reporting'), owner: { each: 'ministry' as const }, shortName: 'files', flows: [] };
  const [flow] = systemFact('public-service-portal').flows;
  if (flow === undefined) throw new Error('the portal has flows');
  const portal = {
    ...systemFact('public-service-portal'),
    flows: [{ ...flow, to: { system: 'ministry-files', zone: 'dmz' as const } }],
  };
  const systems = withFact(facts.systems, 'systems/ministry-files', of);
  return { ...facts, systems: withFact(systems, 'systems/services/public-service-portal', portal), ...parts };
}

const at = 'systems/services/public-service-portal/flows/0/to/system';

describe('a flow to a system that each ministry has', () => {
  test('leads to the owner’s own where the owner is a ministry', () => {
    expect(problemsOfInput(sandboxInput(withMinistrySystem()))).toEqual([]);
  });

  test('is refused when there is no ministry', () => {
    const tenants = new Map(
      [...facts.tenants].map(([id, { file, value }]) => [id, { file, value: { ...value, kind: 'national' as const } }]),
    );
    expect(problemsOfInput(sandboxInput(withMinistrySystem({ tenants })))).toEqual([`flow-to-nobody at ${at}`]);
  });
});
