import type { Io } from '../../io';

/** How a person stops a deploy. */
export interface Interruption {
  /** Whether they asked: what runs is ended in order, nothing new begins. */
  readonly asked: () => boolean;
  /** Given when they ask again: what runs is broken off. */
  readonly signal: AbortSignal;
}

/** Does something that a person may stop: in order with the first Ctrl-C, at once with the second. */
export async function untilInterrupted<T>(io: Io, work: (stop: Interruption) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let times = 0;
  const onSignal = (): void => {
    times += 1;
    if (times > 1) controller.abort();
    io.err(
      times === 1
        ? '\nstopping: what runs is ended, nothing new begins; once more breaks it off\n'
        : '\nbreaking off; ndc resume continues\n',
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  try {
    return await work({ asked: () => times > 0, signal: controller.signal });
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}
