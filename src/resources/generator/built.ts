/** The scalar types that descriptors have. */
export type BuiltScalar = 'boolean' | 'double' | 'int64' | 'integer' | 'string' | 'timestamp' | 'uint32' | 'uint64'

/** A field as the generator has it: a message is named, since several fields share it. */
export type BuiltField =
  | { readonly type: BuiltScalar; readonly repeated?: true; readonly format?: 'url' }
  | { readonly type: 'enum'; readonly repeated?: true; readonly values: readonly string[] }
  | { readonly type: 'message'; readonly repeated?: true; readonly message: string }
  | { readonly type: 'map'; readonly value: BuiltScalar | { readonly message: string } }

export interface BuiltFields {
  readonly [name: string]: BuiltField
}

/** The name of the message that a field holds. */
export function messageNameOf(field: BuiltField): string | undefined {
  if (field.type === 'message') return field.message
  return field.type === 'map' && typeof field.value === 'object' ? field.value.message : undefined
}
