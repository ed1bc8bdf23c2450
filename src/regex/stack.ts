/** Whether an error reports an exhausted stack, in any JavaScript engine. */
export const isStackExhausted = (error: unknown): boolean =>
  error instanceof Error && /call stack|too much recursion/i.test(error.message)

/**
 * Whether the stack has room for further calls. If it has, the failed call exhausted the stack by itself; otherwise its
 * caller had.
 */
export function hasStack(calls = 1000): boolean {
  try {
    return calls === 0 || hasStack(calls - 1)
  } catch {
    return false
  }
}
