import { defineCommand, environmentOption, exitCodes, formatOption, textOption } from '../command';
import { loadModel } from '../load-model';
import { assemblyFolder, DEFAULT_ENVIRONMENT, findEnvironment } from '../project';

export default defineCommand({
  summary: 'check the facts of an environment and write nothing',
  for: 'engineer',
  arguments: [],
  options: [environmentOption(DEFAULT_ENVIRONMENT), formatOption],
  run(input, io) {
    const place = findEnvironment(textOption(input, 'env') ?? DEFAULT_ENVIRONMENT, io);
    const { model } = loadModel(place, { previousAssembly: assemblyFolder(undefined, place.name, io), now: io.now() });
    const { sites, clusters, tenants, systems, namespaces, flows } = model;
    const counts = { sites, clusters, tenants, systems, namespaces, flows };
    const rows = Object.entries(counts).map(([name, list]) => [name, list.length] as const);
    const json = textOption(input, 'format') === 'json';
    io.out(
      json
        ? `${JSON.stringify(Object.fromEntries(rows))}\n`
        : rows.map(([name, count]) => `${String(count).padStart(6)} ${name}\n`).join(''),
    );
    return Promise.resolve(exitCodes.clean);
  },
});
