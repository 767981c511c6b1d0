import { defineCommand } from '../../command';
import { deployCommand } from '../../delivery/deploy/deploy-command';
import { assemblyArgument, deployOptions, madeAnewOption } from '../../delivery/session/delivery-options';

export default defineCommand({
  summary: 'bring an assembly that passed the gate to its clusters, wave by wave',
  for: 'engineer',
  arguments: [assemblyArgument],
  options: [...deployOptions, madeAnewOption],
  run: (input, io) => deployCommand(input, io, false),
});
