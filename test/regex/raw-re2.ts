import { readFileSync } from 'node:fs'
import { createHost, type Handle, type Host } from '../../src/regex/re2/host.ts'

/*
 * The bundled RE2, given patterns as they are written: neither the reader nor the printer of the project has a part in
 * it. Only `(?<` is written `(?P<`, since the bundled RE2 does not know it.
 */

const module = new WebAssembly.Module(
  readFileSync(new URL('../../node_modules/re2-wasm/build/wasm/re2.wasm', import.meta.url)),
)
const start = (): Host => createHost(module, new WebAssembly.Memory({ initial: 256, maximum: 256 }))
let host = start()

interface RawPattern {
  test(text: string): boolean
  free(): void
}

/** A pattern in RE2; or what RE2 says of an invalid one. */
export function compileRaw(pattern: string): RawPattern | string {
  const written = pattern.replaceAll('(?<', '(?P<')
  try {
    return compileIn(host, written)
  } catch {
    // The instance was full of other patterns.
    host = start()
    return compileIn(host, written)
  }
}

function compileIn(instance: Host, written: string): RawPattern | string {
  const alone = instance.compile(written)
  if (typeof alone === 'string') return alone
  instance.free(alone)
  // A quotation that is not closed would take the parenthesis.
  const anchored = [`\\A(?:${written})\\z`, `\\A(?:${written}\\E)\\z`].map((each) => instance.compile(each))
  const handle = anchored.find((each): each is Handle => typeof each !== 'string')
  if (handle === undefined) return anchored.find((each) => typeof each === 'string') ?? ''
  return {
    test: (text) => instance.matchesAtStart(handle, text),
    free: () => {
      if (instance === host) instance.free(handle)
    },
  }
}

/** A pattern that RE2 accepts. */
export function rawRe2(pattern: string): RawPattern {
  const compiled = compileRaw(pattern)
  if (typeof compiled === 'string') throw new Error(`${pattern}: ${compiled}`)
  return compiled
}
