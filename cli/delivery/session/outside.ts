import type { Outside } from '../../../delivery/kubernetes/client/outside';
import type { Io } from '../../io';

/** The clock and the chance that clients of clusters work with. */
export function realOutside(io: Pick<Io, 'now'>): Outside {
  return {
    clock: {
      now: () => io.now().getTime(),
      after: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    random: Math.random,
  };
}
