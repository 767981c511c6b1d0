import { z } from 'zod';
import { factKinds } from '../../model/facts/fact-kinds';
import { nearestName } from '../../model/nearest-name';
import { ProblemError, problem } from '../../model/problem';
import { defineCommand, exitCodes } from '../command';

export default defineCommand({
  summary: 'print the JSON Schema of the facts',
  for: 'help',
  arguments: [{ name: 'kind', meaning: 'one kind of fact; all when left out', required: false }],
  options: [],
  run(input, io) {
    const [wanted] = input.arguments;
    const names = factKinds.map((kind) => kind.name);
    const kinds = factKinds.filter((kind) => wanted === undefined || kind.name === wanted);
    if (kinds.length === 0) throw new ProblemError([unknownKind(wanted ?? '', names)]);
    const schemas = Object.fromEntries(kinds.map((kind) => [kind.place, z.toJSONSchema(kind.shape, { io: 'input' })]));
    io.out(`${JSON.stringify(wanted === undefined ? schemas : Object.values(schemas)[0], undefined, 2)}\n`);
    return Promise.resolve(exitCodes.clean);
  },
});

function unknownKind(got: string, names: readonly string[]): ReturnType<typeof problem> {
  const near = nearestName(got, names);
  return problem({
    code: 'fact-kind-unknown',
    at: [],
    what: 'there is no such kind of fact',
    got,
    want: near === undefined ? `one of ${names.join(', ')}` : `did you mean ${near}?`,
    next: 'name a kind, or leave it out to get all',
  });
}
