/** One case of the suite. `rule` names the section that it tests. */
export type ConformanceCase = MatchCase | RejectionCase | ListCase

interface Common {
  readonly id: string
  readonly topic: string
  readonly rule: string
  readonly title: string
  /** `unset-parent-default` is `documented` with `unsetParent: 'default'`. */
  readonly profile: ProfileName
  /** What the resources are: the name of one of the `schemas` of the suite. Default: `Image` */
  readonly schema?: string
}

export type ProfileName = 'documented' | 'observed' | 'unset-parent-default'

/** A filter, resources, and whether each of them matches. */
export interface MatchCase extends Common {
  readonly filter: string
  readonly resources: readonly unknown[]
  readonly matches: readonly boolean[]
}

/** A filter that is rejected; `error` is the code of the first diagnostic. */
export interface RejectionCase extends Common {
  readonly filter: string
  /** Resources, as in match cases, so that the input does not reveal the verdict. */
  readonly resources: readonly unknown[]
  readonly error: string
}

/** A list request, and the names on each page, or the parameter for which it is rejected. */
export interface ListCase extends Common {
  readonly request: Readonly<Record<string, unknown>>
  readonly resources: readonly unknown[]
  /** Changes after the first page: parameters of the request, or all resources. */
  readonly then?: {
    readonly request?: Readonly<Record<string, unknown>>
    readonly resources?: readonly unknown[]
  }
  readonly pages?: readonly (readonly string[])[]
  readonly rejected?: string
}

/** The input for an implementation under test: a case without its verdict. */
export type ConformanceQuestion =
  | Pick<MatchCase, 'id' | 'profile' | 'schema' | 'filter' | 'resources'>
  | Pick<ListCase, 'id' | 'profile' | 'schema' | 'request' | 'resources' | 'then'>

/** The answer of an implementation, one line of JSON. A member that is `null` counts as absent. */
export interface ConformanceAnswer {
  readonly id: string
  readonly matches?: readonly boolean[]
  /** Why the filter is rejected: the code, or any text. */
  readonly error?: string
  readonly pages?: readonly (readonly string[])[]
  /** The parameter for which a list request is rejected. */
  readonly rejected?: string
  /** The implementation lacks the feature, such as listing. */
  readonly unsupported?: boolean
}

export function questionOf(given: ConformanceCase): ConformanceQuestion {
  const { id, profile, schema, resources } = given
  const common = { id, profile, ...(schema !== undefined && { schema }) }
  if ('filter' in given) return { ...common, filter: given.filter, resources }
  const { request, then } = given
  return { ...common, request, resources, ...(then !== undefined && { then }) }
}
