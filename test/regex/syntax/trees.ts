import type { Assertion, PatternNode } from '../../../src/regex/syntax/tree.ts'

/** Trees of patterns, in few words. */

const ends = (text: string): number[] => Array.from(text, (character) => character.codePointAt(0) ?? NaN)

/** A set by the first and last character of each range: `set('az')` is `[a-z]`. */
export const set = (pairs: string): PatternNode => ({ kind: 'characters', ranges: ends(pairs) })

/** A set of single characters, in order and no two of them adjacent. */
export const one = (characters: string): PatternNode => ({
  kind: 'characters',
  ranges: ends(characters).flatMap((each) => [each, each]),
})

export const sequence = (...nodes: PatternNode[]): PatternNode => ({ kind: 'sequence', nodes })

/** A sequence of single characters. */
export const word = (text: string): PatternNode => sequence(...Array.from(text, one))

export const alternatives = (...nodes: PatternNode[]): PatternNode => ({ kind: 'alternatives', nodes })

export const repetition = (node: PatternNode, min: number, max = Infinity): PatternNode => ({
  kind: 'repetition',
  node,
  min,
  max,
})

export const assertion = (name: Assertion): PatternNode => ({ kind: 'assertion', assertion: name })

export const opaque = (pattern: string): PatternNode => ({ kind: 'opaque', pattern })

export const byte: PatternNode = { kind: 'byte' }

export const empty: PatternNode = { kind: 'empty' }
