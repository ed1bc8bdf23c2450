import type { Field } from '../schema/index.ts'

/** Whether the values of a field are URLs, as its schema says. */
export const isUrl = (field: Field): boolean => field.type === 'string' && field.format === 'url'
