/** What a function under test says, that it throws, or that it does not answer. */
export type Said<T> = { readonly value: T } | { readonly thrown: string } | { readonly silentFor: number }

/** Calls a function under test. It has to answer within `patience` milliseconds. */
export async function ask<T>(call: () => T | Promise<T>, patience = 5000): Promise<Said<T>> {
  try {
    const answer = call()
    // Most answer at once; a timer for each of them would cost more than they do.
    if (!isPromise(answer)) return { value: answer }
    return await within(patience, answer)
  } catch (error) {
    return { thrown: String(error) }
  }
}

const isPromise = <T>(answer: T | Promise<T>): answer is Promise<T> =>
  typeof answer === 'object' && answer !== null && 'then' in answer

async function within<T>(patience: number, answer: Promise<T>): Promise<Said<T>> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<Said<T>>((resolve) => {
    timer = setTimeout(() => {
      resolve({ silentFor: patience })
    }, patience)
  })
  try {
    return await Promise.race([answer.then((value) => ({ value })), silence])
  } finally {
    clearTimeout(timer)
  }
}

/** The words for an answer that is none. */
export function describeFailure(said: Exclude<Said<unknown>, { readonly value: unknown }>): string {
  return 'thrown' in said ? `throws ${said.thrown}` : `no answer within ${String(said.silentFor)} ms`
}
