import { showJson } from './disagreement.ts'
import { isObject, nameOf, problemOfElements } from './elements.ts'
import type { ListLawOptions } from './listing.ts'
import { type Placement, scopeOf } from './placement.ts'

type Named = Readonly<Record<string, unknown>>

/** The resources of all scopes of a well-formed aggregated page. */
export const resourcesOf = (items: Readonly<Record<string, Named>>, { field }: Placement): readonly Named[] =>
  Object.values(items).flatMap((content) => (content[field] ?? []) as readonly Named[])

/** The first problem with the `items` of an aggregated page: section 9. */
export function problemOfScopes(
  items: unknown,
  placement: Placement,
  { emptyScopes = true, leftOut = true }: ListLawOptions,
): string | undefined {
  if (items === undefined) return 'no `items`, which an aggregated list always has'
  if (!isObject(items)) return `\`items\` is ${nameOf(items)}, not an object`
  for (const [scope, content] of Object.entries(items)) {
    const problem = problemOfScope(scope, content, placement.field, leftOut)
    if (problem !== undefined) return problem
  }
  const missing = placement.scopes.find((scope) => !Object.hasOwn(items, scope))
  return emptyScopes && missing !== undefined
    ? `no \`${missing}\` in \`items\`: a scope without results has a warning`
    : undefined
}

function problemOfScope(scope: string, content: unknown, field: string, leftOut: boolean): string | undefined {
  const at = `items[${showJson(scope)}]`
  if (!isObject(content)) return `\`${at}\` is ${nameOf(content)}, not an object`
  const { [field]: list, warning } = content as Named
  if (list !== undefined && !Array.isArray(list)) return `\`${at}.${field}\` is ${nameOf(list)}, not an array`
  const resources: readonly unknown[] = list ?? []
  if (resources.length === 0) {
    if (list !== undefined && leftOut) return `an empty \`${at}.${field}\`, which must be left out`
    return isWarningOf(scope, warning)
      ? undefined
      : `\`${at}\` has no results, and not the warning NO_RESULTS_ON_PAGE of its scope: ${showWarning(warning)}`
  }
  if (warning !== undefined) return `\`${at}\` has results and a warning: ${showWarning(warning)}`
  return problemOfElements(resources, `${at}.${field}`) ?? problemOfPlace(scope, resources as readonly Named[])
}

function problemOfPlace(scope: string, resources: readonly Named[]): string | undefined {
  const stray = resources.find((resource) => scopeOf(resource) !== scope)
  return stray && `${showJson(stray.name)} is under \`${scope}\`, not under its own scope \`${scopeOf(stray)}\``
}

const showWarning = (warning: unknown): string => (warning === undefined ? 'none' : showJson(warning))

function isWarningOf(scope: string, warning: unknown): boolean {
  const { code, message, data } = Object(warning) as Named
  const expected = showJson([{ key: 'scope', value: scope }])
  return code === 'NO_RESULTS_ON_PAGE' && typeof message === 'string' && showJson(data ?? null) === expected
}
