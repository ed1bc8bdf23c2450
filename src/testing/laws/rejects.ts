import fc from 'fast-check'
import { type Code, validate } from '../../index.ts'
import { re2jsEngine } from '../../re2js.ts'
import { acceptedAtLimits } from '../arbitraries/at-limits.ts'
import { filterTextArbitrary } from '../arbitraries/filter.ts'
import { canHappen, codes, invalidFilterArbitrary } from '../arbitraries/invalid.ts'
import { ask, describeFailure, type Said } from './ask.ts'
import { type Flaw, type LawOptions, run, verbOptions } from './run.ts'
import { plainerTexts, simplerFilters, slicesOf } from './simpler.ts'

/**
 * Whether a validator of yours rejects what has to be rejected, for every code, and accepts everything else.
 *
 * @param accepts whether you accept a filter, at once or as a promise; to throw is to reject
 * @throws Disagreement with the smallest filter, and the code with which it should be rejected
 * @example await expectRejects((filter) => myParser.parse(filter) !== undefined)
 */
export async function expectRejects(
  accepts: (filter: string) => boolean | Promise<boolean>,
  options: LawOptions = {},
): Promise<void> {
  const invalid = codes
    .filter((code) => canHappen(code, options))
    .map((code) => invalidFilterArbitrary(code, options).map((filter): Text => ({ filter, code })))
  async function findFlaw({ filter, code }: Text): Promise<Flaw | undefined> {
    const said = await ask(() => accepts(filter), options.patience)
    const accepted = 'value' in said ? said.value : false
    const isSilent = 'silentFor' in said
    if (!isSilent && accepted === (code === undefined)) return undefined
    const expected = code === undefined ? 'accepted' : `rejected with \`${code}\``
    return { filter, lines: [`expected: ${expected}`, `found:    ${describe(said)}`], isSlow: isSilent }
  }
  const toAccept = (texts: fc.Arbitrary<string>) => texts.map((filter): Text => ({ filter, code: undefined }))
  const cases = fc.oneof(
    { weight: invalid.length, arbitrary: toAccept(filterTextArbitrary(options)) },
    ...(hasText(options) ? [toAccept(acceptedAtLimits(options))] : []).concat(invalid),
  )
  await run({ cases, findFlaw, simpler, canBePrinted: ({ code }) => code === undefined }, options)
}

interface Text {
  readonly filter: string
  /** With which it has to be rejected; undefined when it has to be accepted. */
  readonly code: Code | undefined
}

function describe(said: Said<unknown>): string {
  if (!('value' in said)) return 'thrown' in said ? `rejected (${describeFailure(said)})` : describeFailure(said)
  return said.value === true ? 'accepted' : said.value === false ? 'rejected' : `neither: ${String(said.value)}`
}

/** The schema may have no field of text. */
const hasText = (options: LawOptions): boolean => canHappen('too-long', options)

/** What is invalid stays so for the same reason. */
function* simpler({ filter, code }: Text, options: LawOptions): Iterable<Text> {
  if (code === undefined) {
    for (const smaller of simplerFilters(filter, options)) yield { filter: smaller, code }
  } else {
    for (const smaller of shorterTexts(filter))
      if (validate(smaller, { ...verbOptions(options), regexEngine: re2jsEngine })[0]?.code === code)
        yield { filter: smaller, code }
  }
}

/** The longest of its parts last, and after them the text without one character. */
function shorterTexts(filter: string): readonly string[] {
  // What is over a limit is long, and no shorter text is over it.
  if (filter.length > 500) return []
  const parts = filter.split(/(?<=[ \t\r\n()])|(?=[ \t\r\n()])/)
  const slices = parts.flatMap((_, start) => parts.map((_, end) => parts.slice(start, end + 1).join('')))
  const shorter = [...new Set([...slicesOf(filter), ...slices])].toSorted((a, b) => a.length - b.length)
  return [...shorter, ...plainerTexts(filter)].filter((text) => text !== '' && text.length < filter.length)
}
