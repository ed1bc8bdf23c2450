import { readFileSync } from 'node:fs'
import { createHost, type Host } from '../../src/regex/re2/host.ts'

/*
 * The bundled RE2 with patterns as they are written, without the reader and the printer of the project. Only the names
 * of groups are written as `inBundledSyntax` says.
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

/**
 * A pattern as the bundled RE2 can read it: `(?P<` for `(?<`, and names of ASCII. Current RE2 reads both, and takes
 * letters, marks, decimal digits, letter-like numbers and connectors of every script in a name.
 */
export const inBundledSyntax = (pattern: string): string =>
  pattern
    .replaceAll('(?<', '(?P<')
    .replaceAll(/(?<=\(\?P<)[\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}]+(?=>)/gu, (name) =>
      name.replaceAll(/[^\0-\x7f]/gu, (character) => `u${(character.codePointAt(0) ?? 0).toString(16)}`),
    )

/** A pattern in RE2, or RE2's message about an invalid one. */
export const compileRaw = (pattern: string): RawPattern | string => inInstance(compileIn, pattern)

/** RE2's message about an invalid pattern; undefined when it accepts it. */
export const whyInvalid = (pattern: string): string | undefined => inInstance(rejectIn, pattern)

function inInstance<Result>(ask: (instance: Host, written: string) => Result, pattern: string): Result {
  const written = inBundledSyntax(pattern)
  try {
    return ask(host, written)
  } catch {
    // The instance was full of other patterns.
    host = start()
    return ask(host, written)
  }
}

function rejectIn(instance: Host, written: string): string | undefined {
  const alone = instance.compile(written)
  if (typeof alone === 'string') return alone
  instance.free(alone)
  return undefined
}

function compileIn(instance: Host, written: string): RawPattern | string {
  const reason = rejectIn(instance, written)
  if (reason !== undefined) return reason
  let handle = instance.compile(`\\A(?:${written})\\z`)
  // A quotation that is not closed has taken the parenthesis.
  if (typeof handle === 'string') handle = instance.compile(`\\A(?:${written}\\E)\\z`)
  if (typeof handle === 'string') return handle
  const compiled = handle
  return {
    test: (text) => instance.matchesAtStart(compiled, text),
    free: () => {
      if (instance === host) instance.free(compiled)
    },
  }
}

/** A pattern that RE2 accepts. */
export function rawRe2(pattern: string): RawPattern {
  const compiled = compileRaw(pattern)
  if (typeof compiled === 'string') throw new Error(`${pattern}: ${compiled}`)
  return compiled
}
