import { tellOutcomes } from './page.js'

postMessage(await tellOutcomes())
