/** Every field is compared by one function. */
export const exactFields = {}
