import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Collects all garbage. What a `WeakRef` was made of or asked for is kept until the end of the task, so it waits for that. */
export async function collectGarbage(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve))
  collect()
}
