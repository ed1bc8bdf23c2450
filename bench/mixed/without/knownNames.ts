/** Every name is read by one function. */
export const knownNames = {}
