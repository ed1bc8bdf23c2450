import type { CommanderError } from 'commander'

/** What is wrong with the arguments, on one line: without commander's `error:`, and with its suggestion behind it. */
export const describeUsage = ({ message }: CommanderError): string =>
  message
    .replace(/^error: /, '')
    .replace('command-argument value', 'argument')
    .replace(/ is invalid for argument '/, " is invalid for '")
    .replace(/\s*\n\s*/g, ' ')
