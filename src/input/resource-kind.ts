import { imageSchema } from '../index.ts'

/** What an input is expected to hold. */
export interface ResourceKind {
  /** What messages call one, with its article: `an image`. */
  readonly one: string
  /** What messages call several: `images`. */
  readonly several: string
  /** The API's `kind` of one and of a list of them, and the names of its fields; undefined when all are welcome. */
  readonly known: KnownKind | undefined
}

interface KnownKind {
  readonly kind: string
  readonly listKind: string
  /** An object that has none of them is something else. */
  readonly fields: ReadonlySet<string>
}

export const imageKind: ResourceKind = {
  one: 'an image',
  several: 'images',
  known: { kind: 'compute#image', listKind: 'compute#imageList', fields: new Set(Object.keys(imageSchema.fields)) },
}

/** Resources of any kind. */
export const anyKind: ResourceKind = { one: 'a resource', several: 'resources', known: undefined }
