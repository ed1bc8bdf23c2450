/** Whether calls were nested too deeply, in the words of any JavaScript engine. */
export const isStackExhausted = (error: unknown): boolean =>
  error instanceof Error && /call stack|too much recursion/i.test(error.message)

/**
 * Whether there is room for further calls. What exhausts its stack where there is room has done that by itself;
 * otherwise it was the caller.
 */
export function hasStack(calls = 1000): boolean {
  try {
    return calls === 0 || hasStack(calls - 1)
  } catch {
    return false
  }
}
