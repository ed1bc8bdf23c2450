/// <reference lib="esnext.disposable" preserve="true" />
import type { FilterNode } from './ast/index.ts'
import { FilterError } from './diagnostics/index.ts'
import { createMatcher } from './matcher/index.ts'
import { type Options, resolveOptions } from './options.ts'
import { isCheap, type Plan, planFilter } from './plan/index.ts'
import { resolveFilter } from './resolve/index.ts'
import { applyRules } from './rules/index.ts'
import type { Image, ResourceOf, Schema } from './schema/index.ts'
import { withSource } from './source.ts'

/** Whether a resource matches. A plain function, so that it goes straight into `images.filter(…)`; it never throws. */
export interface Matcher<R = Image> {
  (resource: R): boolean
  /**
   * The tree that it matches by: the one that was given, or the one that was read from the text.
   */
  readonly filter: FilterNode
  /**
   * Whether a call is so short that a loop which pauses need not look at the clock after each. False when the filter has a
   * pattern that takes more than a few searches in the text: a match of one may take milliseconds (limit `matchWork`).
   */
  readonly isCheap: boolean
  /** Releases its patterns now. A Matcher that is garbage-collected releases them, too. */
  [Symbol.dispose](): void
}

/**
 * Turns a filter into a function that applies it.
 *
 * @throws FilterError with all diagnostics, if there are any.
 * @throws EngineNotLoadedError when a pattern needs RE2 and RE2 could not be loaded, whatever else is wrong.
 * @throws TypeError that names the option which is wrong, or for anything but text or a tree.
 * @example images.filter(compile('family = debian-12 AND NOT deprecated.state = DEPRECATED'))
 */
export function compile<const S extends Schema>(
  filter: string | FilterNode,
  options: Options & { readonly schema: S },
): Matcher<ResourceOf<S>>
export function compile<R = Image>(filter: string | FilterNode, options?: Options): Matcher<R>
export function compile(filter: string | FilterNode, options: Options = {}): Matcher<unknown> {
  const prepared = preparePlan(filter, options)
  const { plan, filter: tree } = prepared
  const matcher = Object.assign(createMatcher(plan), { filter: tree, isCheap: isCheap(plan) }) as Matcher<unknown>
  if (isDisposable) matcher[Symbol.dispose] = prepared.free
  return matcher
}

/** Some browsers do not have it yet; garbage collection releases the patterns in any case. */
const isDisposable = typeof Symbol.dispose === 'symbol'

export interface Prepared {
  readonly filter: FilterNode
  readonly source: string
  readonly plan: Plan
  /** Releases the patterns; the plan must not be used afterwards. */
  readonly free: () => void
}

/** From text or tree to a plan. @throws FilterError, EngineNotLoadedError */
export function preparePlan(given: string | FilterNode, options: Options | undefined): Prepared {
  const { schema, profile, limits, patterns } = resolveOptions(options)
  const sourced = withSource(given, limits, schema)
  if ('error' in sourced) throw new FilterError(sourced.source, [sourced.error])
  const { filter, tree, source } = sourced
  try {
    const resolution = resolveFilter(filter, { schema, profile, patterns })
    const diagnostics = applyRules({ resolution, source, schema, profile })
    if (patterns.missing !== undefined) throw patterns.missing
    const plan = diagnostics.length === 0 ? planFilter(resolution, profile) : undefined
    if (plan === undefined) throw new FilterError(source, diagnostics)
    return { filter: tree, source, plan, free: patterns.free }
  } catch (error) {
    patterns.free()
    throw error
  }
}
