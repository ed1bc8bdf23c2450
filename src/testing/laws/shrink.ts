import { parse, print } from '../../index.ts'
import type { Flaw, Law } from './law.ts'
import { LawError } from './law-error.ts'

/** How many smaller cases are tried. */
const maxTries = 3000

interface Found<T> {
  readonly example: T
  readonly flaw: Flaw
}

/**
 * The smallest case that has a flaw, among what can be tried before the deadline, a time of `performance.now()`.
 *
 * @throws LawError when the law breaks at one of them; it shows the flaw that was found before
 */
export async function makeSmaller<T extends { readonly filter: string }>(
  law: Law<T>,
  example: T,
  flaw: Flaw,
  deadline: number,
  seed: number,
): Promise<Flaw> {
  if (flaw.isSlow) return flaw
  let smallest: Found<T> = { example, flaw }
  try {
    if ((await law.findFlaw(example)) === undefined)
      return { ...flaw, lines: [...flaw.lines, 'found once and not again: does it remember something?'] }
    let tries = 0
    for (let found: Found<T> | undefined = smallest; found !== undefined;) {
      smallest = found
      found = undefined
      for (const candidate of law.simpler(smallest.example)) {
        if (tries++ >= maxTries || performance.now() > deadline) break
        const other = await law.findFlaw(candidate)
        if (other === undefined || other.isSlow) continue
        found = { example: candidate, flaw: other }
        break
      }
    }
    return await printed(law, smallest)
  } catch (error) {
    throw new LawError({ ...smallest.flaw, seed, cause: error })
  }
}

/** The canonical text, if that has the flaw, too. */
async function printed<T extends { readonly filter: string }>(law: Law<T>, { example, flaw }: Found<T>): Promise<Flaw> {
  if (law.canBePrinted?.(example) === false) return flaw
  const other = await law.findFlaw({ ...example, filter: print(parse(example.filter)) })
  return other === undefined || other.isSlow ? flaw : other
}
