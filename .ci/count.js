// Prints how many tests of a report passed and failed: `120 0`. Fails when there were none.
import { readFileSync } from 'node:fs'

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const passed = report.numPassedTests ?? report.passed
// A test file that cannot be loaded is a failed suite without tests.
const failed = report.failed ?? report.numFailedTests + report.testResults.filter(isBroken).length

if (!(passed + failed > 0)) throw new Error('no tests')
console.log(`${passed} ${failed}`)

function isBroken({ status, assertionResults }) {
  return status === 'failed' && !assertionResults.some((test) => test.status === 'failed')
}
