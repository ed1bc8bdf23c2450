/**
 * The same text in the form that engines keep for names of properties, and for the short texts of JSON. Two such texts are
 * equal if they are the same object: no character is compared.
 */
export const sharedText = (text: string): string => String(Object.keys({ [text]: 0 })[0])
