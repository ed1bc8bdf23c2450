import type { CommanderError } from 'commander'

/** An error of commander on one line: without `error:`, and followed by its suggestion. */
export const describeUsage = ({ message }: CommanderError): string =>
  message
    .replace(/^error: /, '')
    .replace('command-argument value', 'argument')
    .replace(/ is invalid for argument '/, " is invalid for '")
    .replace(/\s*\n\s*/g, ' ')
