/** Wrong usage, or input that cannot be read: one line for standard error, and exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
