import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Model } from '../model/model';
import type { TakenCount } from './work-share';
import type { WriteTarget, WrittenFile } from './write-units';

/** The program of a thread; it is there when this program is compiled, and one thread does all when it isn't. */
const workerFile = join(__dirname, 'write-worker.js');

/** What all threads are given. */
export interface ThreadWork {
  readonly model: Model;
  readonly target: WriteTarget;
  readonly taken: TakenCount;
}

/** Threads that build units beside the main one. They load their programs while the facts are still being checked. */
export class BuilderThreads {
  readonly #workers: readonly Worker[];
  readonly #answers: readonly Promise<readonly WrittenFile[]>[];
  readonly #settled: Promise<unknown>;

  /** Starts so many threads, none where the program isn't compiled. */
  public constructor(count: number) {
    this.#workers = existsSync(workerFile) ? Array.from({ length: count }, () => new Worker(workerFile)) : [];
    this.#answers = this.#workers.map(answerOf);
    this.#settled = Promise.allSettled(this.#answers);
  }

  /** Lets each thread build what nobody took, with a scratch folder of its own; what each wrote. */
  public build({ model, target, taken }: ThreadWork): readonly Promise<readonly WrittenFile[]>[] {
    for (const [index, worker] of this.#workers.entries()) {
      const scratchFolder = `${target.scratchFolder}-${index}`;
      worker.postMessage({ model, taken, target: { ...target, scratchFolder } } satisfies ThreadWork);
    }
    return this.#answers;
  }

  /** Ends the threads; nothing writes any more once this is done. */
  public async close(): Promise<void> {
    await Promise.all(this.#workers.map(async (worker) => worker.terminate()));
    await this.#settled;
  }
}

function answerOf(worker: Worker): Promise<readonly WrittenFile[]> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`a synthesis thread ended with ${code} and no result`)));
  });
}
