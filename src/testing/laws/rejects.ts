import fc from 'fast-check'
import { type Code, imageSchema, type Schema } from '../../index.ts'
import { filterTextArbitrary } from '../arbitraries/filter.ts'
import { codes, invalidFilterArbitrary } from '../arbitraries/invalid.ts'
import { ask, type Flaw, type LawOptions, run } from './run.ts'
import { simplerFilters } from './simpler.ts'

/**
 * Whether a validator of yours rejects what has to be rejected, for every code, and accepts everything else.
 *
 * @param accepts whether you accept a filter, at once or as a promise
 * @throws Disagreement with the smallest filter, and the code with which it should be rejected
 * @example await expectRejects((filter) => myParser.parse(filter) !== undefined)
 */
export async function expectRejects(
  accepts: (filter: string) => boolean | Promise<boolean>,
  options: LawOptions = {},
): Promise<void> {
  const { schema = imageSchema } = options
  const valid = filterTextArbitrary(options).map((filter) => ({ filter, code: undefined }))
  const invalid = codes
    .filter((code) => canHappen(code, schema) && !isAllowed(code, options))
    .map((code) => invalidFilterArbitrary(code, schema).map((filter) => ({ filter, code })))
  async function findFlaw({ filter, code }: Text): Promise<Flaw | undefined> {
    const found = await ask(() => accepts(filter))
    if (found === (code === undefined)) return undefined
    const expected = code === undefined ? 'accepted' : `rejected with \`${code}\``
    const said = found === true ? 'accepted' : found === false ? 'rejected' : found
    return { filter, lines: [`expected: ${expected}`, `found:    ${said}`] }
  }
  const cases = fc.oneof({ weight: invalid.length, arbitrary: valid }, ...invalid)
  await run({ cases, findFlaw, simpler }, options)
}

interface Text {
  readonly filter: string
  /** With which it has to be rejected; undefined when it has to be accepted. */
  readonly code: Code | undefined
}

/** What is invalid is short as it is, and only as it is. */
function* simpler({ filter, code }: Text, options: LawOptions): Iterable<Text> {
  if (code === undefined) for (const smaller of simplerFilters(filter, options)) yield { filter: smaller, code }
}

const isAllowed = (code: Code, { profile }: LawOptions): boolean =>
  code === 'multiple-fields' && profile?.multipleFields === 'and'

/** A schema may have no field with which a code could come about. */
function canHappen(code: Code, schema: Schema): boolean {
  try {
    invalidFilterArbitrary(code, schema)
    return true
  } catch {
    return false
  }
}
