import { defineCommand } from '../../command';
import { deployCommand } from '../../delivery/deploy/deploy-command';
import { assemblyArgument, deployOptions } from '../../delivery/session/delivery-options';

export default defineCommand({
  summary: 'continue the last deploy after whatever interrupted it',
  for: 'engineer',
  arguments: [assemblyArgument],
  options: deployOptions,
  run: (input, io) => deployCommand(input, io, true),
});
