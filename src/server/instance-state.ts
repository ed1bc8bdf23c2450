import { RequestError } from './request-error.ts'
import { isObject } from '../values/index.ts'
import type { ResourceRoute } from './route.ts'

/** The state of the instances of a group that are listed. */
export type InstanceState = 'ALL' | 'RUNNING'

/** Whether the body of a request says which instances are listed. */
export const takesState = (route: ResourceRoute): boolean =>
  route.to === 'list' && route.place.collection.name === 'listInstances'

/** What counts as no body: Google's client for JavaScript sends an empty text as JSON. */
const emptyBodies: readonly string[] = ['', '""']

/** Reads `{"instanceState": "RUNNING"}`. Without a body, or without a state, all are listed. @throws RequestError 400 */
export function readInstanceState(body: string): InstanceState {
  const state = emptyBodies.includes(body.trim()) ? undefined : (parse(body).instanceState ?? undefined)
  if (state === undefined || state === 'ALL') return 'ALL'
  if (state === 'RUNNING') return 'RUNNING'
  const shown = typeof state === 'string' ? state : JSON.stringify(state)
  throw new RequestError(
    400,
    `Invalid value for field 'instanceState': '${shown.slice(0, 100)}'. Must be ALL or RUNNING.`,
  )
}

/** @throws RequestError 400 */
function parse(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body)
    if (isObject(value)) return value
  } catch {
    // As for JSON that is not an object.
  }
  throw new RequestError(400, 'Bad request: the body is not a JSON object.')
}
