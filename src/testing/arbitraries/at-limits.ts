import fc from 'fast-check'
import { defaultLimits } from '../../index.ts'
import { fieldsOf } from './invalid-fields.ts'
import type { InvalidOptions } from './invalid.ts'

/** Filters that use up one of the default limits, and have to be accepted. @throws NoSuchFieldError without fields of text */
export function acceptedAtLimits(options: InvalidOptions): fc.Arbitrary<string> {
  const { textLength, nesting, restrictions, patternLength } = defaultLimits
  const open = '('.repeat(nesting)
  const close = ')'.repeat(nesting)
  const build: readonly ((name: string) => string)[] = [
    (name) => `${name} = ${'a'.repeat(textLength - name.length - 3)}`,
    (name) => `${name} = a`.padEnd(textLength),
    (name) => `${open}${name} = a${close}`,
    (name) => `${name} = ${open}a${close}`,
    (name) => `${name} = (a${' OR b'.repeat(restrictions - 1)})`,
    (name) => `${name} eq ${'a'.repeat(patternLength)}`,
    // Lengths are counted in UTF-16 units, neither in bytes nor in characters.
    (name) => `${name} = "${'é'.repeat(textLength - name.length - 5)}"`,
    (name) => `${name} = "${'😀'.repeat((textLength - name.length - 5) / 2)}"`.padEnd(textLength),
    (name) => `${name} eq "${'é'.repeat(patternLength)}"`,
  ]
  return fc.tuple(fieldsOf(options).path('string'), fc.constantFrom(...build)).map(([name, filter]) => filter(name))
}
