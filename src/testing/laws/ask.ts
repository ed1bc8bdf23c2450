/** What the function under test answered, what it threw, or how long it was silent, in milliseconds. */
export type Said<T> = { readonly value: T } | { readonly thrown: unknown } | { readonly silentForMs: number }

/** Milliseconds that one call of the function under test may take, unless the caller says otherwise. */
export const defaultPatienceMs = 1500

/**
 * Calls a function under test with some arguments, and nothing else: whatever is caught here, that function has thrown.
 *
 * @param patienceMs milliseconds that the answer may take
 */
export async function ask<A extends readonly unknown[]>(
  call: (...given: A) => unknown,
  given: A,
  patienceMs = defaultPatienceMs,
): Promise<Said<unknown>> {
  let answer: unknown
  try {
    answer = call(...given)
  } catch (error) {
    return { thrown: error }
  }
  // Most answer at once; a timer for each of them would cost more than they do.
  return isPromise(answer) ? within(patienceMs, answer) : { value: answer }
}

const isPromise = (answer: unknown): answer is Promise<unknown> =>
  typeof answer === 'object' && answer !== null && 'then' in answer && typeof answer.then === 'function'

async function within(patienceMs: number, answer: Promise<unknown>): Promise<Said<unknown>> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<Said<unknown>>((resolve) => {
    timer = setTimeout(resolve, patienceMs, { silentForMs: patienceMs })
  })
  const settled = answer.then(
    (value): Said<unknown> => ({ value }),
    (error: unknown): Said<unknown> => ({ thrown: error }),
  )
  try {
    return await Promise.race([settled, silence])
  } finally {
    clearTimeout(timer)
  }
}
