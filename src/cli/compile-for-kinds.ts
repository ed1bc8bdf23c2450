import { compile, FilterError, type Matcher, parse, type Profile, validate } from '../index.ts'
import type { Origin } from '../input/index.ts'
import type { ResourceName } from '../resources/index.ts'
import { namedResources } from './resource-names.ts'
import { images, type SubjectSelection, type CommandSubject, subjectNamed } from './subject.ts'

/** A filter that is rejected for some resources of the input, with advice about their kind. */
export class KindRejectionError extends Error {
  override readonly name = 'KindRejectionError'
  readonly error: FilterError
  readonly advice: string
  constructor(error: FilterError, advice: string) {
    super(error.message)
    this.error = error
    this.advice = advice
  }
}

/** A filter for the kinds of an input. */
export interface KindFilter {
  /** The matcher, compiled at the first resource of its kind. @throws FilterError, or KindRejectionError with advice */
  matcherFor(subject: CommandSubject, origin: Pick<Origin, 'kind'>): Matcher<unknown>
  /** For an input without resources. @throws FilterError when the filter is invalid for every kind */
  checkEmpty(): void
}

/**
 * Compiles a filter for the kinds of an input. For a kind that is named it is compiled at once, otherwise only parsed.
 *
 * @throws FilterError
 */
export function compileForKinds(filter: string, profile: Profile, { named }: SubjectSelection): KindFilter {
  const compileFor = ({ schema }: CommandSubject): Matcher<unknown> => compile<unknown>(filter, { schema, profile })
  if (named !== undefined) {
    const matcher = compileFor(named)
    return { matcherFor: () => matcher, checkEmpty: () => undefined }
  }
  parse(filter)
  const made = new Map<CommandSubject, Matcher<unknown>>()

  const compileNext = (subject: CommandSubject, kind: string | undefined): Matcher<unknown> => {
    try {
      return compileFor(subject)
    } catch (error) {
      const [accepted] = made.keys()
      const advice = adviseKind(filter, profile, { subject, kind, accepted })
      throw error instanceof FilterError && advice !== undefined ? new KindRejectionError(error, advice) : error
    }
  }

  return {
    matcherFor: (subject, { kind }) => {
      const matcher = made.get(subject) ?? compileNext(subject, kind)
      made.set(subject, matcher)
      return matcher
    },
    checkEmpty: () => {
      if (made.size === 0 && findAccepting(filter, profile) === undefined) compileFor(images)
    },
  }
}

interface Rejected {
  readonly subject: CommandSubject
  readonly kind: string | undefined
  /** An earlier kind of the input for which the filter is valid. */
  readonly accepted: CommandSubject | undefined
}

function adviseKind(filter: string, profile: Profile, { subject, kind, accepted }: Rejected): string | undefined {
  const { several } = subject
  if (accepted !== undefined) {
    return `the input has ${accepted.several} and ${several}, and the filter is invalid for ${several}: choose one kind with --resource ${accepted.several}`
  }
  if (subject !== images) return `the filter was applied to ${several}, the kind of the input`
  return kind === undefined ? adviseResource(filter, profile, 'resources without a kind are read as images') : undefined
}

/**
 * Advice to name a kind for which the filter is valid; undefined if there is none.
 *
 * @param ground why the filter was applied to images
 */
export function adviseResource(filter: string, profile: Profile, ground: string): string | undefined {
  const accepting = findAccepting(filter, profile)
  return accepting && `${ground}; the filter is valid with --resource ${accepting.several}`
}

/** The kinds that are filtered most, which are tried first. */
const frequent: readonly ResourceName[] = ['Image', 'Instance', 'Disk', 'Snapshot', 'Address', 'Firewall']

const findAccepting = (filter: string, profile: Profile): CommandSubject | undefined =>
  [
    ...frequent.flatMap((name) => namedResources.filter(({ resource }) => resource === name)),
    ...namedResources.filter(({ resource }) => !frequent.includes(resource)),
  ]
    .map(subjectNamed)
    .find(({ schema }) => validate(filter, { schema, profile }).every(({ severity }) => severity !== 'error'))
