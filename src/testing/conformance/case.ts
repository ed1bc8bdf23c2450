/** One case of the suite. Its rule says what it stands for. */
export type ConformanceCase = MatchCase | RejectionCase | ListCase

interface Common {
  readonly id: string
  readonly topic: string
  readonly rule: string
  readonly title: string
  /** `unset-parent-default` is `documented` with `unsetParent: 'default'`. */
  readonly profile: ProfileName
}

export type ProfileName = 'documented' | 'observed' | 'unset-parent-default'

/** A filter and resources, and of each whether it matches. */
export interface MatchCase extends Common {
  readonly filter: string
  readonly resources: readonly unknown[]
  readonly matches: readonly boolean[]
}

/** A filter that is rejected; `error` is the code of the first diagnostic. */
export interface RejectionCase extends Common {
  readonly filter: string
  /** Resources as match cases have them, so that the question does not tell its verdict. */
  readonly resources: readonly unknown[]
  readonly error: string
}

/** A request to list, and the names on each page, or the parameter for which it is rejected. */
export interface ListCase extends Common {
  readonly request: Readonly<Record<string, unknown>>
  readonly resources: readonly unknown[]
  /** What changes behind the first page: parameters of the request, or all resources. */
  readonly then?: {
    readonly request?: Readonly<Record<string, unknown>>
    readonly resources?: readonly unknown[]
  }
  readonly pages?: readonly (readonly string[])[]
  readonly rejected?: string
}

/** What an implementation under test is given: a case without its verdict. */
export type ConformanceQuestion =
  | Pick<MatchCase, 'id' | 'profile' | 'filter' | 'resources'>
  | Pick<ListCase, 'id' | 'profile' | 'request' | 'resources' | 'then'>

/** What it answers, in one line of JSON. A part that is `null` counts as left out. */
export interface ConformanceAnswer {
  readonly id: string
  readonly matches?: readonly boolean[]
  /** Why the filter is rejected; the code, or any words. */
  readonly error?: string
  readonly pages?: readonly (readonly string[])[]
  /** The parameter for which a request to list is rejected. */
  readonly rejected?: string
  /** It does not do such things, listing for example. */
  readonly unsupported?: boolean
}

export function questionOf(given: ConformanceCase): ConformanceQuestion {
  const { id, profile, resources } = given
  if ('filter' in given) return { id, profile, filter: given.filter, resources }
  const { request, then } = given
  return { id, profile, request, resources, ...(then !== undefined && { then }) }
}
