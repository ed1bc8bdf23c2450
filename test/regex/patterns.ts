import fc from 'fast-check'

/*
 * Random patterns: of the part of RE2's syntax that is matched in JavaScript, shaped so that every path is taken, and
 * of anything at all; and texts that a pattern is likely to match, or nearly.
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
const anchor = fc.constantFrom('^', '$', '\\b', '\\B', '\\A', '\\z')
/** Texts whose match depends on flags and named sets. */
const flagged = fc.constantFrom(
  ...['(?i)', '(?s)', '(?m)', '(?U)', '(?-i)', '(?i-s)', '(?im:^a)', '(?i:k)', '(?i:[a-t])', '(?s:.)', '(?m:$)'],
  ...['(?P<n>a)', '(?<é>b)', '\\Qa.b\\E', '\\x61', '\\x{1F600}', '\\141', 'ſ', 'K', 'ς', 'É'],
)
const namedSet = fc.constantFrom(
  ...[
    '[[:alpha:]]',
    '[[:^digit:]]',
    '[[:word:]-]',
    '[^[:upper:]]',
    '\\pL',
    '\\PL',
    '\\p{Nd}',
    '\\p{Greek}',
    '\\p{Any}',
  ],
  ...['\\p{^Latin}', '\\p{Lu}', '[\\p{Lu}1]', '[^\\p{Ll}]', '\\P{So}', '\\p{Han}'],
)
const gap = fc.constantFrom('.*', '.+', '.*?', '.', '.?', '.{2}', '.{0,3}')
const count = fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{0,}', '{0}', '*?', '+?')
const atom = fc.oneof({ weight: 4, arbitrary: literal }, escaped, characterClass, gap, anchor, flagged, namedSet)

const { expression } = fc.letrec<{ readonly expression: string; readonly part: string }>((tie) => ({
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    atom,
    fc.tuple(fc.oneof(literal, escaped, characterClass, namedSet), count).map((two) => two.join('')),
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

/** Patterns that RE2 accepts. */
export const ownPattern = fc.oneof(expression, shaped)

/** The tokens that the reader distinguishes, whole and in pieces. */
const tokens = [
  ...'ab()[]{}|*+?.^$\\-,:<>=!PQEiQ12dksKS&z',
  ...['(?', '(?:', '(?i)', '(?i:', '(?-i)', '(?ims-U:', '(?P<n>', '(?<n>', '(?P<é>', '(?P<', '[:', ':]', '[[:alpha:]]'],
  ...[
    '[[:foo:]]',
    '\\p',
    '\\pL',
    '\\p{Greek}',
    '\\p{^Thai}',
    '\\P{Lu}',
    '\\p{Foo}',
    '\\x41',
    '\\x{1F600}',
    '\\x{',
    '\\101',
  ],
  ...[
    '\\0',
    '\\1',
    '\\12',
    '\\Q',
    '\\E',
    '\\b',
    '\\A',
    '\\z',
    '\\C',
    '\\d',
    '\\W',
    '{2',
    '{2}',
    '{2,}',
    '{2,3}',
    '{,2}',
  ],
  ...[
    '{0}',
    '{1001}',
    '{01}',
    '{9999999999}',
    '[^',
    '[a-c]',
    '[]a]',
    '[a-',
    'é',
    'ſ',
    '😀',
    '\n',
    'a**',
    '(x{30}){40}',
  ],
  ...['\\Z', '\\k', '\\_'],
]

/** A pattern with a piece left out, or doubled, or another in its place. */
const mutated = fc
  .tuple(ownPattern, fc.nat(), fc.nat({ max: 3 }), fc.constantFrom('', '', ...tokens))
  .map(([pattern, place, length, piece]) => {
    const at = place % (pattern.length + 1)
    return pattern.slice(0, at) + piece + pattern.slice(at + length)
  })

/** Any text, often nearly a pattern. */
export const anyPattern = fc.oneof(
  ownPattern,
  mutated,
  fc.array(fc.constantFrom(...tokens), { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
)

/** Texts made of the pattern's own letters, so that some match. */
export function textFor(pattern: string): fc.Arbitrary<string> {
  const own = pattern.match(/debian|12|a-1|ab|[a-c1é_ksςſ-]|😀|😃/gu) ?? []
  return fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...own, 'a') },
        { weight: 1, arbitrary: fc.constantFrom(...characters, ...'KſKSkÉςσΣΩ漢กX', '\uD83D', '\uDE00') },
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join(''))
}
