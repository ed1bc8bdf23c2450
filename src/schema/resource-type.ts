import type { Field, Fields, ScalarType, Schema } from './schema.ts'

/** 64-bit integers are strings in Compute's JSON; numbers and bigints are understood too. */
export type Int64 = string | number | bigint

/** An enum on the wire may hold a value that its schema does not know yet. */
export type OpenEnum<V extends string> = V | (string & Record<never, never>)

/** The TypeScript type of the resources that a schema describes; any object for a schema that is known only at run time. */
export type ResourceOf<S extends Schema> = string extends keyof S['fields'] ? object : MessageOf<S['fields']>

type MessageOf<F extends Fields> = { readonly [K in keyof F]?: ValueOf<F[K]> | null | undefined }

type ValueOf<F extends Field> = F extends { readonly repeated: true } ? readonly ElementOf<F>[] : ElementOf<F>

type ElementOf<F extends Field> = F extends { readonly type: 'message'; readonly fields: infer G extends Fields }
  ? MessageOf<G>
  : F extends { readonly type: 'map'; readonly value: infer T extends ScalarType }
    ? Readonly<Record<string, ScalarOf<T>>>
    : F extends { readonly type: 'enum'; readonly values: readonly (infer V extends string)[] }
      ? OpenEnum<V>
      : F extends { readonly type: infer T extends ScalarType }
        ? ScalarOf<T>
        : never

type ScalarOf<T extends ScalarType> = {
  readonly string: string
  /** A `Date` counts as its RFC 3339 text. */
  readonly timestamp: string | Date
  readonly boolean: boolean
  readonly int64: Int64
  readonly uint64: Int64
  readonly integer: number
  readonly double: number
}[T]
