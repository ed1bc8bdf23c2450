/** Every property is tested by the same few functions. */
export const knownProperties = { equal: {}, value: {}, elements: {} }
