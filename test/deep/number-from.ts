/** A whole number above 0 from the environment. @throws RangeError for anything else */
export function numberFrom(name: string, unset: number): number {
  const text = process.env[name]
  if (text === undefined) return unset
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new RangeError(`${name} is to be a whole number above 0, not ${text}`)
  return Number(text)
}
