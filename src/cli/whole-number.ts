import { InvalidArgumentError } from 'commander'

/** Reads the value of an option. @throws InvalidArgumentError */
export function positiveNumber(text: string): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0
  if (number > 0) return number
  throw new InvalidArgumentError('Must be a whole number from 1 to 999999999.')
}
