import fc from 'fast-check'

/*
 * Random patterns: of the part of RE2's syntax that is matched in house, shaped so that every path is taken, and of
 * anything at all; and texts that a pattern is likely to match, or nearly.
 */

const characters = ['a', 'b', 'ab', '-', '1', '_', 'é', '😀', '😃', '\n', ' ', '\uFFFD']
const literal = fc.constantFrom(...characters.filter((character) => character !== '\n'))
const escaped = fc.constantFrom('\\d', '\\D', '\\w', '\\W', '\\s', '\\S', '\\.', '\\-', '\\n', '\\t', '\\_', '\\(')
const characterClass = fc.constantFrom(
  '[ab]',
  '[^a]',
  '[a-c1-3]',
  '[^\\w]',
  '[\\d_]',
  '[😀-😃]',
  '[^😀]',
  '[]a]',
  '[a-]',
  '[é-😀]',
  '[^\\d\\D]',
)
const anchor = fc.constantFrom('^', '$', '\\b', '\\B')
const gap = fc.constantFrom('.*', '.+', '.*?', '.', '.?', '.{2}', '.{0,3}')
const count = fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{0,}', '{0}', '*?', '+?')
const atom = fc.oneof({ weight: 4, arbitrary: literal }, escaped, characterClass, gap, anchor)

const { expression } = fc.letrec<{ readonly expression: string; readonly part: string }>((tie) => ({
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    atom,
    fc.tuple(fc.oneof(literal, escaped, characterClass), count).map((two) => two.join('')),
    tie('expression').map((inner) => `(${inner})`),
    tie('expression').map((inner) => `(?:${inner})`),
    fc.tuple(tie('expression'), count).map(([inner, times]) => `(${inner})${times}`),
  ),
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join('')),
    fc.tuple(tie('expression'), tie('expression')).map((two) => two.join('|')),
  ),
}))

/** The shapes that filters really have: literals and alternatives between gaps, whole words. */
const word = fc.constantFrom('a', 'ab', 'debian', '12', 'a-1', '😀', '')
const alternatives = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => `(${words.join('|')})`)
const segment = fc.oneof(word, alternatives)
const shaped = fc.oneof(
  fc
    .array(fc.oneof(segment, fc.constantFrom('.*', '.+', '^', '$', '.')), { maxLength: 6 })
    .map((parts) => parts.join('')),
  segment.map((inner) => `.*\\b${inner}\\b.*`),
)

export const ownPattern = fc.oneof(expression, shaped)

export const anyPattern = fc.oneof(
  ownPattern,
  fc
    .array(fc.constantFrom(...'ab()[]{}|*+?.^$\\-,:<>=!PQEiQ12d', '(?', '[:', ':]', '\\p', '{2'), { maxLength: 12 })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
)

/** Texts made of the pattern's own letters, so that some match. */
export function textFor(pattern: string): fc.Arbitrary<string> {
  const own = pattern.match(/debian|12|a-1|ab|[a-c1é_-]|😀|😃/gu) ?? []
  return fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...own, 'a') },
        { weight: 1, arbitrary: fc.constantFrom(...characters, '\uD83D', '\uDE00') },
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join(''))
}
