// What has to hold of any text at all, and any resource. The library is given, as it is built or as it is written.

import { cpuUsage } from 'node:process'

/**
 * What the oracle's engine does not know although RE2 does (test/regex/exactness.test.ts), and where in the order of text
 * a lone surrogate stands, which docs/SEMANTICS.md leaves open.
 */
const isUnknownToOracle = (filter) =>
  /\\C|\[:|\(\?P?<|\{\d{9}/.test(filter) || (/[<>]/.test(filter) && !filter.isWellFormed())

const bare = (tree) => JSON.stringify(tree, (key, value) => (key === 'span' ? undefined : value))
const wide = { limits: { textLength: 1e6, restrictions: 1e6 } }

/** For each kind of flaw what is wrong with a case, in words; undefined when nothing is. */
export function createChecks({ compile, createOracle, explain, FilterError, parse, print, validate }) {
  const isValid = ({ filter, options }) => validate(filter, options).length === 0
  return {
    diagnostics({ filter, options }) {
      for (const { span, message, code } of validate(filter, options)) {
        const isInside = 0 <= span.start && span.start <= span.end && span.end <= filter.length
        if (!isInside) return `a span of ${code} is outside`
        if (/\p{Cc}/u.test(message)) return `the message of ${code} is no line`
      }
      return undefined
    },
    errors({ filter, options }) {
      const accepted = isValid({ filter, options })
      try {
        compile(filter, options)
        return accepted ? undefined : 'compile accepts what validate rejects'
      } catch (error) {
        if (!(error instanceof FilterError)) throw error
        String(error)
        JSON.stringify(error)
        return accepted ? 'compile rejects what validate accepts' : undefined
      }
    },
    print({ filter, options }) {
      let tree
      try {
        tree = parse(filter)
      } catch (error) {
        if (!(error instanceof FilterError)) throw error
        return isValid({ filter, options }) ? 'parse rejects what validate accepts' : undefined
      }
      const text = print(tree)
      let again
      try {
        again = parse(text, wide)
      } catch (error) {
        if (!(error instanceof FilterError)) throw error
        return 'what print writes is not read'
      }
      return bare(again) === bare(tree) ? undefined : 'print changes the tree'
    },
    verdict({ filter, resource, options }) {
      if (!isValid({ filter, options })) return undefined
      const matches = compile(filter, options)(resource)
      if (typeof matches !== 'boolean') return 'the verdict is no verdict'
      if (explain(filter, resource, options).matches !== matches) return 'explain says otherwise'
      return undefined
    },
    oracle({ filter, resource, options }) {
      if (isUnknownToOracle(filter) || !isValid({ filter, options })) return undefined
      return createOracle(filter, options)(resource) === compile(filter, options)(resource)
        ? undefined
        : 'the oracle says otherwise'
    },
  }
}

/**
 * Milliseconds of the processor's time that one call may take with a case within the limits: to compile the largest
 * program takes 70, and to match it 80 (src/regex/README.md).
 */
export const slow = 150

/** The library with its calls timed. The machine may be busy with something else, so both clocks have to agree. */
export function timeCalls(library) {
  let longest = 0
  const time =
    (call) =>
    (...given) => {
      const started = performance.now()
      const before = cpuUsage()
      try {
        return call(...given)
      } finally {
        const { user, system } = cpuUsage(before)
        longest = Math.max(longest, Math.min(performance.now() - started, (user + system) / 1000))
      }
    }
  const { compile, explain, parse, print, validate } = library
  return {
    library: {
      ...library,
      compile: time((...given) => {
        const matcher = compile(...given)
        return time(matcher)
      }),
      explain: time(explain),
      parse: time(parse),
      print: time(print),
      validate: time(validate),
    },
    /** The longest call since the last question. */
    takeLongest() {
      const taken = longest
      longest = 0
      return taken
    },
  }
}

/** The first kind of flaw that a case has, with the words for it. What throws is a flaw of the kind that asked. */
export function findFlaw(checks, given, takeLongest) {
  takeLongest()
  for (const [kind, check] of Object.entries(checks)) {
    try {
      const flaw = check(given)
      if (flaw !== undefined) return { kind, flaw }
    } catch (error) {
      return { kind, flaw: `throws ${String(error).slice(0, 80)}` }
    }
  }
  return takeLongest() > slow ? { kind: 'slow', flaw: 'slow' } : undefined
}
