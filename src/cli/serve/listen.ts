import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { codeOf, describeSystemError } from '../system-error.ts'
import { UsageError } from '../usage-error.ts'

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the port is in use',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'this machine has no such address',
}

/**
 * Starts a server. Resolves to the URL that reaches it from this machine: `http://127.0.0.1:8080`.
 *
 * @throws UsageError
 */
export function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const reason = reasons[codeOf(error)] ?? describeSystemError(error)
      reject(new UsageError(`cannot listen on port ${String(port)} of ${host}: ${reason}`))
    })
    server.listen(port, host, () => {
      resolve(describeAddress(server.address() as AddressInfo))
    })
  })
}

/** A server on all addresses is reached on the loopback address. */
const ownAddress: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' }

function describeAddress({ address, port }: AddressInfo): string {
  const own = ownAddress[address] ?? address
  return `http://${own.includes(':') ? `[${own}]` : own}:${String(port)}`
}
