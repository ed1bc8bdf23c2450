import { expect } from 'vitest'
import { applyFix, validate } from '../../src/index.ts'
import { thingSchema } from '../rules/thing-schema.ts'

/** A filter, the help of its first error, and the texts after its fixes; a preferred one is marked with `*`. */
export type HelpRow = readonly [filter: string, help: string | undefined, ...fixed: string[]]

export function expectHelp({
  filter,
  help,
  fixed,
}: {
  filter: string
  help: string | undefined
  fixed: string[]
}): void {
  const [error] = validate(filter, { schema: thingSchema })
  expect(error?.severity).toBe('error')
  expect(error?.help).toBe(help)
  expect(error?.fixes?.map((fix) => (fix.isPreferred ? '* ' : '') + applyFix(filter, fix)) ?? []).toEqual(fixed)
}
