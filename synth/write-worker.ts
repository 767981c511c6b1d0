import { parentPort } from 'node:worker_threads';
import { defineUnits } from '../stacks/define-units';
import type { ThreadWork } from './builder-threads';
import { takeUnits } from './work-share';
import { writeUnits } from './write-units';

parentPort?.once('message', ({ model, taken, target }: ThreadWork) => {
  parentPort?.postMessage(writeUnits(takeUnits(defineUnits(model), taken), target));
});
