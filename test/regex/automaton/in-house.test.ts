import { describe, expect, it } from 'vitest'
import { matchInHouse } from '../../../src/regex/automaton/in-house.ts'
import { rawRe2 as re2 } from '../raw-re2.ts'
import { treeOf } from '../tree-of.ts'

/** As the default engine does it, without its limits. */
const inHouse = (pattern: string) =>
  matchInHouse(treeOf(pattern), (set) => {
    const compiled = re2(set)
    return (character) => compiled.test(character)
  })

/** Pseudo-random a and b. */
function letters(length: number, seed = 1): string {
  let state = seed
  const next = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648)
  return Array.from({ length }, () => (next() & 65_536 ? 'a' : 'b')).join('')
}

describe('the automaton', () => {
  it.each([
    '(?:.|x)*a.{12}b',
    '(?:a|b)*\\ba.{14}',
    '(?:.*a){3}.{11}',
    '[^x]*a[^x]{13}\\b',
    '(?m)(?:^[ab]|[ab]$|a)*b.{12}',
  ])('of %s answers as RE2 does, in a flood of states and after it', (pattern) => {
    const own = inHouse(pattern)
    const reference = re2(pattern)
    expect(own?.by).toBe('automaton')
    for (let seed = 1; seed < 30; seed++) {
      const text = letters(seed < 25 ? 60 + seed * 30 : 30, seed)
      expect(own?.test(text), text).toBe(reference.test(text))
      expect(own?.test(`${text}x`), text).toBe(reference.test(`${text}x`))
    }
    own?.release()
  })

  it.each([
    ['a byte', 'a\\Cb'],
    ['more instructions than are worth it', '(?:\\D{9}[^x]?\\d){90}x{1000}y{1000}.{0,1000}'],
    ['many copies', '(?:[ab]c[ab]){0,1000}'],
    ['more sets that RE2 knows than it is asked about', '[a\\p{Lu}]\\p{Lao}\\p{Khmer}\\p{Tamil}'],
  ])('leaves %s to RE2', (_, pattern) => {
    expect(inHouse(pattern)).toBeUndefined()
  })

  it.each([
    ['flags', '(?i)a', 'strings'],
    ['a word under flags', '(?i)debian-.*', 'automaton'],
    ['nesting', `${'('.repeat(150)}a${')'.repeat(150)}`, 'strings'],
    ['a date', '.*-v\\d{8}.*', 'automaton'],
    ['a part', '.*debian.*', 'strings'],
    ['many literals', '.*[!-`]a.*', 'automaton'],
    ['some literals here and some there', '[a-j].*[0-9].*', 'automaton'],
    ['a set that RE2 knows', '\\p{Lao}+', 'automaton'],
  ])('matches %s', (_, pattern, by) => {
    expect(inHouse(pattern)?.by).toBe(by)
  })

  it.each([
    ['[^\\d\\D]', ['', 'a'], [false, false]],
    ['[^\\d\\D]*', ['', 'a'], [true, false]],
    ['a.*(|b).*c', ['ac', 'abc', 'ab'], [true, true, false]],
    ['.*(abc|b).*x', ['abx', 'abcx', 'acx'], [true, true, false]],
    ['.*(b|abc).*c', ['abc', 'abcc', 'ab'], [true, true, false]],
    ['[\u{10000}-\u{10401}]', ['\u{10000}', '\u{10401}', '\u{10402}'], [true, true, false]],
    ['[\u{10001}-\u{107ff}]', ['\u{10000}', '\u{10001}', '\u{107ff}', '\u{10800}'], [false, true, true, false]],
    ['[a-zA-Z0-9_-][!-/]', ['a!', 'é!', 'a'], [true, false, false]],
    ['[a-zA-Z0-9_.,:;-]x', ['ax', 'éx', ';x'], [true, false, true]],
    ['[😁-😃]', ['😀', '😁', '😃', '😄', '\ud83d', '\ude01'], [false, true, true, false, false, false]],
    ['.', ['\ud83d', '\ude00', '😀', '\ude00\ud83d', '\n'], [true, true, true, false, false]],
    ['a\ufffd', ['a\ud83d', 'a\ufffd', 'a\ude00', 'a'], [true, true, true, false]],
    ['[\ufff0-\uffff]+', ['\ud83d\ufffd\ude00', '😀'], [true, false]],
    ['(?s).', ['\n', 'a', ''], [true, true, false]],
    ['(?m)a$\\n^b', ['a\nb', 'a\n', 'ab'], [true, false, false]],
    ['(?m)^$\\n^$', ['\n', '', '\n\n'], [true, false, false]],
    ['(?m)(?:^|a)*', ['', 'aa', '\n'], [true, true, false]],
    ['\\A\\ba\\b\\z|\\B', ['a', '', 'b'], [true, true, false]],
    ['\\b.\\B.\\b', ['ab', '-a', 'a-', 'é_'], [true, false, false, false]],
    ['(?i)[k-s]+', ['K', '\u212a', 'ſ', 'S', 't'], [true, true, true, true, false]],
    ['(?i)[^k]', ['K', '\u212a', 'ſ', 'x'], [false, false, true, true]],
    ['\\p{Thai}\\P{Thai}', ['กa', 'aก', 'กก', '\ud800a'], [true, false, false, false]],
    ['(?:\\p{Thai}|\\p{Lao}|[^\\p{Khmer}])*x', ['กກx', 'aកx', 'aax', 'ក'], [true, false, true, false]],
    ['[\\p{Lao}a-z]+', ['aກz', 'A'], [true, false]],
  ] as const)('%s', (pattern, texts, expected) => {
    const own = inHouse(pattern)
    const reference = re2(pattern)
    expect(texts.map((text) => own?.test(text))).toEqual([...expected])
    expect(texts.map((text) => reference.test(text))).toEqual([...expected])
    // The second time, all is known.
    expect(texts.map((text) => own?.test(text))).toEqual([...expected])
  })
})

describe('the work of a pattern', () => {
  it.each([
    ['a literal', 'debian-12', 1],
    ['a part', '.*debian.*', 3],
    ['a version', '[a-z]+(-[a-z]+)*-\\d{1,2}-v.*', 70],
    ['a word of many under flags', '(?i).*(debian|ubuntu|centos|rocky|rhel|sles|windows|cos|fedora).*', 120],
    ['a chain of assertions, which is one', `${'\\b'.repeat(500)}[ab]*c`, 50],
    ['a set that RE2 is asked about', '\\p{Lao}', 180],
    ['some of its own length', '[^-]{1,63}-[^-]{1,63}', 530],
  ])('is small for %s', (_, pattern, most) => {
    const { work = Infinity, sharpenWork } = inHouse(pattern) ?? {}
    expect(work).toBeLessThanOrEqual(most)
    expect(sharpenWork?.()).toBeLessThanOrEqual(work)
  })

  it.each([
    ['words of many letters', '.*(?:debian|ubuntu|rhel|rocky|sles|windows)[a-z].*', 60, 60],
    ['a counted repetition', '.{1,1000}', 4000, 160],
    ['assertions', '(?:\\b[a-c]+\\B[d-f]+)*-(?:[g-i]?[j-l]){20}', 200, 230],
  ])('of %s has a sharper bound', (_, pattern, rough, sharp) => {
    const matcher = inHouse(pattern)
    expect(matcher?.work).toBeGreaterThan(rough)
    expect(matcher?.sharpenWork()).toBeLessThan(sharp)
  })

  it('is the instructions, the fixed cost of a step, and the questions to RE2', () => {
    const asking = inHouse('\\p{Lao}\\p{Khmer}?\\p{Tamil}')
    // Three that read, one that matches, a split with two ways; 16, and 1.5 for a word of bits; 150 for each set.
    expect(asking?.work).toBe(7 + 16 + 1.5 + 3 * 150)
    // At most a split and two that read are active.
    expect(asking?.sharpenWork()).toBe(5 + 16 + 1.5 + 3 * 150)
    expect(inHouse('\\pL[ab]?\\pL')?.work).toBe(7 + 16 + 1.5)
    expect(inHouse('\\b\\pL[ab]?\\pL')?.work).toBe(2 * (8 + 1.5) + 16)
    expect(inHouse('[ab]{1000}x*')?.work).toBe(1005 + 16 + 1.5 * 32)
    expect(inHouse('\\b[ab]{1000}x*')?.work).toBe(2 * (1006 + 1.5 * 32) + 16)
    expect(inHouse('.*-v\\d\\d')?.sharpenWork()).toBe(7 + 16 + 1.5 + 11 / 8)
  })

  it('of string operations is used if it is small, else that of the cheaper automaton', () => {
    const words = (count: number) =>
      Array.from({ length: count }, (_, at) => `${'x'.repeat(23)}${String.fromCodePoint(97 + at)}`).join('|')
    expect(inHouse(`.*(?:${words(14)}).*`)).toMatchObject({ by: 'strings', work: (1 + 14 * (24 + 8)) / 8 })
    expect(inHouse(`.*(?:${words(15)}).*`)?.by).toBe('automaton')
    const exactly = (rest: string) => inHouse(`.*(?:${words(13)}).*${rest}.*`)
    // 64 steps: thirteen words of 32 units, one of 95, and one.
    expect(exactly('y'.repeat(87))).toMatchObject({ by: 'strings', work: 64 })
    expect(exactly('y'.repeat(88))?.by).toBe('automaton')
  })

  it('comes with its memory in bytes', () => {
    // Ten instructions and ways, four columns in six intervals.
    expect(inHouse('(?:ab?)*-')).toMatchObject({ size: 10, bytes: 30 * 10 + 4 * 4 + 8 * (4 + 6) })
    expect(inHouse('\\p{Lao}')).toMatchObject({ size: 2, bytes: 30 * 2 + 4 * 2 + 8 * (2 + 1) })
    expect(inHouse('.*a')).toMatchObject({ size: 0, bytes: 500 + 50 + 52 })
    expect(inHouse('abc|de')).toMatchObject({ size: 0, bytes: 500 + 56 + 54 })
    expect(inHouse('(?:a|bb).*ccc.*')).toMatchObject({ size: 0, bytes: 500 + 52 + 54 + 56 + 50 })
    expect(inHouse('.*\\bab\\b.*')).toMatchObject({ size: 0, bytes: 500 + 54 })
  })

  it('starts again after it was released', () => {
    for (const pattern of ['debian.*', '(?i)debian.*']) {
      const own = inHouse(pattern)
      expect(own?.test('debian-12')).toBe(true)
      own?.release()
      expect(own?.test('debian-12')).toBe(true)
    }
  })

  it('has only the rough bound where the sharper one takes long', () => {
    const matcher = inHouse('(?:[ab]?){700}')
    expect(matcher?.by).toBe('automaton')
    expect(matcher?.sharpenWork()).toBe(matcher?.work)
  })
})
