import type { ScalarJson } from '../types/index.ts'
import type { Field, Fields, MapMessage, ScalarField, Schema } from './schema.ts'

/** An enum on the wire may hold a value that its schema does not know yet. */
export type OpenEnum<V extends string> = V | (string & Record<never, never>)

declare const resourceType: unique symbol

/** A schema whose resources have the declared type `R`, which shows shorter in an editor than an inferred one. */
export type SchemaOf<R> = Schema & { readonly [resourceType]: R }

/** The TypeScript type of the resources that a schema describes; any object for a schema that is known only at run time. */
export type ResourceOf<S extends Schema> =
  S extends SchemaOf<infer R> ? R : string extends keyof S['fields'] ? object : MessageOf<S['fields']>

type MessageOf<F extends Fields> = { readonly [K in keyof F]?: ValueOf<F[K]> | null | undefined }

type ValueOf<F extends Field> = F extends { readonly repeated: true } ? readonly ElementOf<F>[] : ElementOf<F>

type ElementOf<F extends Field> = F extends { readonly type: 'message'; readonly fields: infer G extends Fields }
  ? MessageOf<G>
  : F extends { readonly type: 'map'; readonly value: infer T extends ScalarField['type'] | MapMessage }
    ? Readonly<Record<string, MapValueOf<T>>>
    : F extends { readonly type: 'enum'; readonly values: readonly (infer V extends string)[] }
      ? OpenEnum<V>
      : F extends { readonly type: infer T extends ScalarField['type'] }
        ? ScalarJson[T]
        : never

type MapValueOf<T extends ScalarField['type'] | MapMessage> = T extends MapMessage
  ? MessageOf<T['fields']>
  : T extends ScalarField['type']
    ? ScalarJson[T]
    : never
