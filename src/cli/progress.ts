import { Presets, SingleBar } from 'cli-progress'
import type { OutputStream } from './output.ts'

/** Shows on a terminal how much was read. */
export interface Progress {
  update(bytes: number, resources: number): void
  /** Removes the bar for good. */
  stop(): void
}

export const noProgress: Progress = {
  update: () => undefined,
  stop: () => undefined,
}

/** A run that is shorter shows no bar. */
const delayMs = 500

/**
 * Shows a bar if the size of the input is known, otherwise a count. Changes no settings of the terminal, so an interrupted
 * program leaves nothing to undo.
 */
export function showProgress(
  stream: OutputStream,
  size: number | undefined,
  now: () => number,
  several = 'resources',
): Progress {
  const started = now()
  const count = `{resources} ${several} read`
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
    update: (bytes, resources) => {
      if (state === 'waiting' && now() - started >= delayMs) {
        state = 'shown'
        bar.start(size ?? 0, bytes, { resources })
      }
      if (state === 'shown') bar.update(bytes, { resources })
    },
    stop: () => {
      if (state === 'shown') bar.stop()
      state = 'stopped'
    },
  }
}
