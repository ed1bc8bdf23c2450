export { checkSchema } from './check-schema.ts'
export { freezeAll } from './freeze-all.ts'
export { type Image, imageSchema } from './image.ts'
export { sortIn } from './field-sort.ts'
export { enter, lookUp, type Lookup, type Missing, type Path, type Step } from './lookup.ts'
export type { OpenEnum, ResourceOf, SchemaOf } from './resource-type.ts'
export {
  type EnumField,
  type Field,
  type Fields,
  type FieldType,
  isSingle,
  type MapField,
  type MapMessage,
  type MessageField,
  type ScalarField,
  type Schema,
  type SingleField,
  valueFieldOf,
} from './schema.ts'
