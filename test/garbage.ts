import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Collects all garbage. It waits for the end of the task first, until which the targets of `WeakRef`s are kept. */
export async function collectGarbage(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve))
  collect()
}
