/** The result of the function under test, the value that it threw, or the time that it was silent. */
export type Said<T> = { readonly value: T } | { readonly thrown: unknown } | { readonly silentForMs: number }

/** The default time limit of one call of the function under test. */
export const defaultTimeoutMs = 1500

/**
 * Calls the function under test and nothing else, so every error caught here is from that function.
 *
 * @param timeoutMs the time limit of the answer
 */
export async function ask<A extends readonly unknown[]>(
  call: (...given: A) => unknown,
  given: A,
  timeoutMs = defaultTimeoutMs,
): Promise<Said<unknown>> {
  let answer: unknown
  try {
    answer = call(...given)
  } catch (error) {
    return { thrown: error }
  }
  // Most functions are synchronous; a timer for each call would cost more than the call.
  return isPromise(answer) ? within(timeoutMs, answer) : { value: answer }
}

const isPromise = (answer: unknown): answer is Promise<unknown> =>
  typeof answer === 'object' && answer !== null && 'then' in answer && typeof answer.then === 'function'

async function within(timeoutMs: number, answer: Promise<unknown>): Promise<Said<unknown>> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<Said<unknown>>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, { silentForMs: timeoutMs })
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
