import { execFileSync } from 'node:child_process'
import { builtFile } from '../readme/samples.ts'

/** A loop that compiles and matches one new pattern after the other, without a turn of the event loop. */
export interface Loop {
  /** How many patterns. */
  readonly count: number
  /** `#` is the number of the pattern, in both. */
  readonly pattern: string
  readonly name: string
  /** Whether each Matcher is disposed of after its match. */
  readonly disposes: boolean
}

/** Megabytes (10⁶ bytes) that are in use after a collection of garbage. */
export interface Measured {
  /** The JavaScript heap after each eighth of the loop. */
  readonly heap: readonly number[]
  /** The maximum memory outside of the heap: the tables of automata, and the memories of instances. */
  readonly external: number
  /** How many instances of RE2 there were, and the largest of their memories. */
  readonly instances: number
  readonly maxInstanceMB: number
}

/** Runs a loop in a process of its own, whose heap holds 256 MB. */
export function runLoop(loop: Loop): Measured {
  const program = `
    const { compile } = await import(${JSON.stringify(builtFile('index.js'))})
    const { count, pattern, name, disposes } = ${JSON.stringify(loop)}
    const measured = { heap: [], external: 0, instances: 0, maxInstanceMB: 0 }
    let memory
    const { Memory } = WebAssembly
    WebAssembly.Memory = class extends Memory {
      constructor(size) { super(size); memory = this; measured.instances++ }
    }
    const eighth = Math.floor(count / 8)
    for (let number = 1; number <= count; number++) {
      const matcher = compile('name eq "' + pattern.replace('#', number) + '"')
      if (!matcher({ name: name.replace('#', number) })) throw new Error('no match of pattern ' + number)
      if (disposes) matcher[Symbol.dispose]()
      measured.maxInstanceMB = Math.max(measured.maxInstanceMB, (memory?.buffer.byteLength ?? 0) / 1e6)
      if (number % eighth > 0) continue
      gc()
      const { heapUsed, external } = process.memoryUsage()
      measured.heap.push(heapUsed / 1e6)
      measured.external = Math.max(measured.external, external / 1e6)
    }
    console.log(JSON.stringify(measured))`
  const flags = ['--expose-gc', '--max-old-space-size=256', '--input-type=module', '--eval', program]
  return JSON.parse(execFileSync(process.execPath, flags, { encoding: 'utf8' })) as Measured
}
