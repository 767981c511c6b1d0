import { camelCase, type Template } from './template';

/** A command and its test; the test fails before the command does something. */
export const commandTemplate: Template = {
  nameForm: '<command>',
  namePattern: /^[a-z][a-z0-9-]*$/,
  next: 'say in summary what it does, declare its options, write run, and assert every exit code',
  files: (name) => [
    { path: `cli/commands/${name}.ts`, text: commandText },
    { path: `test/cli/commands/${name}.test.ts`, text: testText(name) },
  ],
};

const commandText = `import { defineCommand, exitCodes } from '../command';

export default defineCommand({
  summary: '',
  for: 'engineer',
  arguments: [],
  options: [],
  run: async () => Promise.resolve(exitCodes.wrongInput),
});
`;

function testText(name: string): string {
  const variable = `${camelCase(name)}Command`;
  return `import ${variable} from '../../../cli/commands/${name}';
import { exitCodes } from '../../../cli/command';
import { captureIo } from '../../support/capture-io';

describe('ndc ${name}', () => {
  it('ends clean', async () => {
    const { io, err } = captureIo();
    expect(await ${variable}.run({ arguments: [], options: {} }, io)).toBe(exitCodes.clean);
    expect(err()).toBe('');
  });
});
`;
}
