import { ownValue } from '../values/index.ts'

/** A resource without a state, or with the state `ACTIVE`, is not deprecated, whatever else `deprecated` holds. */
export function isDeprecated(resource: unknown): boolean {
  const state = ownValue(ownValue(resource, 'deprecated'), 'state') ?? ''
  return state !== '' && state !== 'ACTIVE'
}
