import type { ResourceTest, ValueVerdict } from '../evaluate/index.ts'
import { owns } from './accessors.ts'

type Fields = Readonly<Record<string, unknown>>

/** What the test of a property answers. */
export interface Answers {
  /** The name that has to be the object's own; undefined where this is checked elsewhere. */
  readonly own: string | undefined
  readonly yes: boolean
  readonly no: boolean
  /** The test that answers where reading throws. */
  readonly plain: ResourceTest
}

/** What an element of an array has to be: identical to a value, or one that passes. */
export type ElementTest =
  { readonly value: unknown; readonly passes: undefined } | { readonly value: undefined; readonly passes: ValueVerdict }

/** The tests of an object by one property, by the name of the property. */
export interface TestsByName<Asked> {
  readonly [name: string]: (asked: Asked, answers: Answers) => (owner: Fields) => boolean
}

export interface PropertyTests {
  /** The property is identical to a value. */
  readonly equal: TestsByName<unknown>
  /** The property is neither absent nor null, and passes. */
  readonly value: TestsByName<ValueVerdict>
  /** The property is an array with such an element. */
  readonly elements: TestsByName<ElementTest>
}

/** The same tests for a name that has no function of its own. */
export const equalTest =
  (name: string, value: unknown, { own, yes, no, plain }: Answers): ResourceTest =>
  (owner) => {
    try {
      return (owner as Fields)[name] === value && (own === undefined || owns(owner, own)) ? yes : no
    } catch {
      return plain(owner)
    }
  }

export const valueTest =
  (name: string, passes: ValueVerdict, { own, yes, no, plain }: Answers): ResourceTest =>
  (owner) => {
    try {
      const value = (owner as Fields)[name]
      const isMet = value !== undefined && value !== null && passes(value) && (own === undefined || owns(owner, own))
      return isMet ? yes : no
    } catch {
      return plain(owner)
    }
  }

export const elementsTest =
  (name: string, { value, passes }: ElementTest, { own, yes, no, plain }: Answers): ResourceTest =>
  (owner) => {
    try {
      const isMet = someElement((owner as Fields)[name], value, passes) && (own === undefined || owns(owner, own))
      return isMet ? yes : no
    } catch {
      return plain(owner)
    }
  }

/** Elements that are null or absent are passed over. */
export function someElement(elements: unknown, value: unknown, passes: ValueVerdict | undefined): boolean {
  if (!Array.isArray(elements)) return false
  const { length } = elements
  for (let at = 0; at < length; at++) {
    const element: unknown = elements[at]
    if (passes === undefined ? element === value : element !== null && element !== undefined && passes(element)) {
      return true
    }
  }
  return false
}
