export { checkSchema } from './check-schema.ts'
export { imageSchema } from './image.ts'
export type { Image } from './image-type.ts'
export { enter, lookUp, type Lookup, type Missing, type Path, type Step } from './lookup.ts'
export type { Int64, OpenEnum, ResourceOf } from './resource-type.ts'
export type {
  EnumField,
  Field,
  Fields,
  FieldType,
  MapField,
  MessageField,
  ScalarField,
  ScalarType,
  Schema,
} from './schema.ts'
