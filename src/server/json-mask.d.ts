declare module 'json-mask' {
  /** The part of a value that Google's `fields` syntax selects; null when that is nothing. */
  export default function mask(value: unknown, fields: string): unknown
}
