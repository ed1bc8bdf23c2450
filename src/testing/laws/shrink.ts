import { parse, print } from '../../index.ts'
import type { Violation, Law } from './law.ts'
import { LawError } from './law-error.ts'

/** The maximum number of smaller cases that are tried. */
const maxTries = 3000

interface Found<T> {
  readonly example: T
  readonly violation: Violation
}

/**
 * The smallest case found before the deadline that violates the law. The deadline is a time of `performance.now()`.
 *
 * @throws LawError when the law itself fails for one of them; it shows the last violation
 */
export async function makeSmaller<T extends { readonly filter: string }>(
  law: Law<T>,
  example: T,
  violation: Violation,
  deadline: number,
  seed: number,
): Promise<Violation> {
  if (violation.isSlow) return violation
  let smallest: Found<T> = { example, violation }
  try {
    if ((await law.findViolation(example)) === undefined)
      return {
        ...violation,
        lines: [...violation.lines, 'found once, but not in a second run: does the function keep state?'],
      }
    let tries = 0
    for (let found: Found<T> | undefined = smallest; found !== undefined;) {
      smallest = found
      found = undefined
      for (const candidate of law.simpler(smallest.example)) {
        if (tries++ >= maxTries || performance.now() > deadline) break
        const other = await law.findViolation(candidate)
        if (other === undefined || other.isSlow) continue
        found = { example: candidate, violation: other }
        break
      }
    }
    return await printed(law, smallest)
  } catch (error) {
    throw new LawError({ ...smallest.violation, seed, cause: error })
  }
}

/** The canonical text, if it violates the law as well. */
async function printed<T extends { readonly filter: string }>(
  law: Law<T>,
  { example, violation }: Found<T>,
): Promise<Violation> {
  if (law.canBePrinted?.(example) === false) return violation
  const other = await law.findViolation({ ...example, filter: print(parse(example.filter)) })
  return other === undefined || other.isSlow ? violation : other
}
