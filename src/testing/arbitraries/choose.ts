/** Chooses one of several spellings; the first is the plainest. */
export type Choose = <T>(first: T, ...others: readonly T[]) => T

export const plainly: Choose = (first) => first

/**
 * The spellings that a list of numbers chooses, over and over. Zero always chooses the plainest, so a list that shrinks
 * makes the text plainer.
 */
export function choosing(numbers: readonly number[]): Choose {
  let asked = 0
  return (first, ...others) => {
    const number = numbers[asked % numbers.length] ?? 0
    const round = Math.floor(asked++ / numbers.length)
    return number === 0 ? first : pick([first, ...others], number + round)
  }
}

/** The element that a number chooses, for any number. */
export function pick<T>(list: readonly T[], number: number): T {
  return list[number % list.length] as T
}
