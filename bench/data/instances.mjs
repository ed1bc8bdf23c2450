import { createRandom } from './images.mjs'

/*
 * Instances as a busy project has them: groups of servers over ten zones, with disks, interfaces, metadata and labels. The
 * same seed gives the same instances on every machine.
 */

const groups = ['web', 'api', 'worker', 'gke-pool', 'build-agent', 'db', 'cache', 'proxy']
const machineTypes = ['e2-small', 'e2-standard-4', 'n1-standard-1', 'n2-standard-8', 'c3-highcpu-22']
const environments = ['prod', 'staging', 'dev', 'test']
const statuses = ['TERMINATED', 'STOPPING', 'STAGING', 'SUSPENDED']
const project = 'https://www.googleapis.com/compute/v1/projects/example-project'

export const zones = ['us-central1', 'us-east1', 'europe-west1', 'europe-west4', 'asia-east1'].flatMap((region) => [
  `${region}-a`,
  `${region}-b`,
])

/** Read from JSON, since concatenated strings are slower to read. @param only the zones to use, or all */
export function generateInstances(count, seed = 1, only = zones) {
  const random = createRandom(seed)
  const pick = (list) => list[Math.floor(random() * list.length)]
  return Array.from({ length: count }, (_, index) => {
    const zone = pick(only)
    const group = pick(groups)
    const name = `${group}-${index.toString(36)}`
    const instance = {
      kind: 'compute#instance',
      id: String(2_000_000_000_000_000_000n + BigInt(index) * 1024n),
      creationTimestamp: new Date(Date.UTC(2020, 0, 1) + Math.floor(random() * 6 * 365 * 86_400_000)).toISOString(),
      name,
      machineType: `${project}/zones/${zone}/machineTypes/${pick(machineTypes)}`,
      status: random() < 0.7 ? 'RUNNING' : pick(statuses),
      zone: `${project}/zones/${zone}`,
      selfLink: `${project}/zones/${zone}/instances/${name}`,
      tags: { items: random() < 0.3 ? ['http-server', group] : [group], fingerprint: '42WmSpB8rSM=' },
      networkInterfaces: [
        {
          kind: 'compute#networkInterface',
          network: `${project}/global/networks/default`,
          networkIP: `10.128.${index % 250}.${Math.floor(random() * 250)}`,
          name: 'nic0',
          ...(random() < 0.4 && {
            accessConfigs: [{ kind: 'compute#accessConfig', name: 'nat', natIP: '203.0.113.7' }],
          }),
        },
      ],
      disks: [
        {
          kind: 'compute#attachedDisk',
          mode: 'READ_WRITE',
          boot: true,
          autoDelete: true,
          diskSizeGb: String(pick([10, 50])),
        },
      ],
      scheduling: { onHostMaintenance: 'MIGRATE', automaticRestart: true, preemptible: random() < 0.1 },
      labelFingerprint: '42WmSpB8rSM=',
    }
    if (random() < 0.7) instance.labels = { env: pick(environments), team: `team-${Math.floor(random() * 20)}` }
    return JSON.parse(JSON.stringify(instance))
  })
}
