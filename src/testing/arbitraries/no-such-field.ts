/** A schema has no field with which a filter could be wrong in the given way. */
export class NoSuchFieldError extends RangeError {
  override readonly name = 'NoSuchFieldError'
}
