import type { HostClassesFact } from '../../model/facts/site-fact';

export default [
  { id: 'control-8', role: 'control', cores: 8, memoryGiB: 32, diskGiB: 480, watts: 300, rackUnits: 1 },
  { id: 'worker-64', role: 'worker', cores: 64, memoryGiB: 256, diskGiB: 3840, watts: 900, rackUnits: 2 },
  { id: 'storage-30t', role: 'storage', cores: 16, memoryGiB: 64, diskGiB: 30_720, watts: 700, rackUnits: 4 },
] satisfies HostClassesFact;
