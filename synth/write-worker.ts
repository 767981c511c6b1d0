import { parentPort, workerData } from 'node:worker_threads';
import type { Model } from '../model/model';
import { defineUnits } from '../stacks/define-units';
import { shareOf, type WorkShare } from './work-share';
import { writeUnits } from './write-units';

const { model, share, target } = workerData as {
  model: Model;
  share: WorkShare;
  target: Parameters<typeof writeUnits>[1];
};
parentPort?.postMessage(writeUnits(shareOf(defineUnits(model), share), target));
