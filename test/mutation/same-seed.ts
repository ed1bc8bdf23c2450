import fc from 'fast-check'

// A mutant is not to survive one run and be killed by the next.
fc.configureGlobal({ seed: 1 })
