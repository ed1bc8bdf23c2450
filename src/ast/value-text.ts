import type { ValueNode } from './nodes.ts'

/** Whether a value is `*` alone, which after `:` asks for presence. */
export const isAnything = ({ parts }: ValueNode): boolean => parts.length > 1 && parts.every((part) => part === '')

/** The text of a value, with its wildcards as `*`. Most have none; joining the one part would take time. */
export const textOf = ({ parts }: ValueNode): string => (parts.length === 1 ? parts[0] : parts.join('*'))
