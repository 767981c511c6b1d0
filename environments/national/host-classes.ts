import type { HostClassesFact } from '../../model/facts/site-fact';

export default [
  { id: 'control-32', role: 'control', cores: 32, memoryGiB: 256, diskGiB: 3840, watts: 600, rackUnits: 1 },
  { id: 'worker-128', role: 'worker', cores: 128, memoryGiB: 1024, diskGiB: 30_720, watts: 1500, rackUnits: 2 },
  { id: 'storage-360t', role: 'storage', cores: 32, memoryGiB: 256, diskGiB: 368_640, watts: 1200, rackUnits: 4 },
] satisfies HostClassesFact;
