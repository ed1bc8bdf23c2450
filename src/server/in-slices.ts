/** Milliseconds of work between two pauses. */
const slice = 2

/** Does work that comes in steps, with a pause after every slice of time. Gives the work up when the pause rejects. */
export async function inSlices<T>(steps: Generator<unknown, T>, pause: () => Promise<void>): Promise<T> {
  try {
    for (let since = performance.now(); ;) {
      const { done, value } = steps.next()
      if (done === true) return value
      if (performance.now() - since <= slice) continue
      await pause()
      since = performance.now()
    }
  } finally {
    steps.return(undefined as never)
  }
}
