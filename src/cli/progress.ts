import { Presets, SingleBar } from 'cli-progress'
import type { OutputStream } from './output.ts'

/** How far the reading has come, on a terminal. */
export interface Progress {
  update(bytes: number, images: number): void
  /** Takes the bar away, for good. */
  stop(): void
}

export const noProgress: Progress = {
  update: () => undefined,
  stop: () => undefined,
}

/** Milliseconds: what is done sooner shows no bar. */
const delayMs = 500

/**
 * A bar for a file whose size is known, else a count. Leaves no trace: nothing that a terminal would have to be told
 * to undo, should the program be interrupted.
 */
export function showProgress(stream: OutputStream, size: number | undefined, now: () => number): Progress {
  const started = now()
  const count = '{images} images read'
  const bar = new SingleBar(
    {
      stream,
      format: size === undefined ? count : `[{bar}] {percentage} % | ${count}`,
      clearOnComplete: true,
      linewrap: true,
      gracefulExit: false,
    },
    Presets.legacy,
  )
  let state: 'waiting' | 'shown' | 'stopped' = 'waiting'
  return {
    update: (bytes, images) => {
      if (state === 'waiting' && now() - started >= delayMs) {
        state = 'shown'
        bar.start(size ?? 0, bytes, { images })
      }
      if (state === 'shown') bar.update(bytes, { images })
    },
    stop: () => {
      if (state === 'shown') bar.stop()
      state = 'stopped'
    },
  }
}
