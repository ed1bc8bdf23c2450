import { imageSchema } from '../index.ts'

/** The kind of resources that an input is expected to have. */
export interface ResourceKind {
  /** One resource in messages, with the article: `an image`. */
  readonly one: string
  /** Several resources in messages: `images`. */
  readonly several: string
  /** The API's `kind` of a resource and of a list, and the names of the fields; undefined: any kind is accepted. */
  readonly known: KnownKind | undefined
}

interface KnownKind {
  readonly kind: string
  readonly listKind: string
  /** An object without any of these fields is not a resource of the kind. */
  readonly fields: ReadonlySet<string>
}

export const imageKind: ResourceKind = {
  one: 'an image',
  several: 'images',
  known: { kind: 'compute#image', listKind: 'compute#imageList', fields: new Set(Object.keys(imageSchema.fields)) },
}

/** Resources of any kind. */
export const anyKind: ResourceKind = { one: 'a resource', several: 'resources', known: undefined }
