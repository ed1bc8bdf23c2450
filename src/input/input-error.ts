/** Input that cannot be read. The message is one line that names the file and the place. */
export class InputError extends Error {
  override readonly name = 'InputError'
}
